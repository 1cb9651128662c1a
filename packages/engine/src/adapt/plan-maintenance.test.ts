import { expect, test } from 'vitest';
import { explainReason } from '../explain.ts';
import { planMaintenance } from './plan-maintenance.ts';

test.each([
  [
    'R05 at 30 one session a week with a set each keeps it, at the same load',
    30,
    { sessions: 1, setsMin: 1, keepsLoad: true },
  ],
  ['from 60 it takes two sessions and two sets', 60, { sessions: 2, setsMin: 2, keepsLoad: true }],
])('%s (Beattie 2017, Spiering 2021)', (_, age, expected) => {
  expect(planMaintenance(age)).toMatchObject(expected);
});

test('it says so', () => {
  expect(explainReason(planMaintenance(30).reason).claim).toBe(
    'One session a week of one set each keep what is there, as long as the load stays.',
  );
});
