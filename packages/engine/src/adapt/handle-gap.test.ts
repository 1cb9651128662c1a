import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultParameters } from '../parse-parameters.ts';
import { daysBetween } from '../plain-date.ts';
import { inKg } from '../testing/exercise-logs.ts';
import { type GapPlan, handleGap } from './handle-gap.ts';

const after = (gapDays: number, load = 60) =>
  handleGap({ gapDays, load: inKg(load), loadable: 250, parameters: defaultParameters });

interface GapCase {
  readonly name: string;
  readonly source: string;
  readonly plan: () => GapPlan;
  readonly expected: Partial<Omit<GapPlan, 'reason'>> & { readonly code: string };
}

const cases: readonly GapCase[] = [
  {
    name: 'M04 ten days off',
    source: 'parameter table, missed',
    plan: () => after(10),
    expected: { blockWeek: 'repeat', load: inKg(55), setsDelta: -1, rungDelta: 0, code: 'GAP_EASE' },
  },
  {
    name: 'seven days just go on',
    source: 'parameter table, missed',
    plan: () => after(7),
    expected: { blockWeek: 'continue', load: inKg(60), setsDelta: 0, rungDelta: 0, code: 'GAP_RESUME' },
  },
  {
    name: 'T02 seven days across a clock change are seven',
    source: 'plain dates',
    plan: () => after(daysBetween('2026-03-23', '2026-03-30')),
    expected: { blockWeek: 'continue', code: 'GAP_RESUME' },
  },
  {
    name: 'eight days ease',
    source: 'parameter table, missed',
    plan: () => after(8),
    expected: { blockWeek: 'repeat', setsDelta: -1, code: 'GAP_EASE' },
  },
  {
    name: 'fourteen days still ease',
    source: 'parameter table, missed',
    plan: () => after(14),
    expected: { blockWeek: 'repeat', code: 'GAP_EASE' },
  },
  {
    name: 'fifteen days start the block anew, 15 % lighter',
    source: 'parameter table, missed',
    plan: () => after(15, 100),
    expected: { blockWeek: 'start', load: inKg(85), setsDelta: 0, rungDelta: 0, code: 'GAP_RESTART' },
  },
  {
    name: 'twenty-eight days still do',
    source: 'parameter table, missed',
    plan: () => after(28),
    expected: { blockWeek: 'start', code: 'GAP_RESTART' },
  },
  {
    name: 'longer goes one rung down into a new block',
    source: 'parameter table, missed',
    plan: () => after(29),
    expected: { blockWeek: 'new_block', load: null, setsDelta: 0, rungDelta: -1, code: 'GAP_RUNG_DOWN' },
  },
];

describe('handleGap, golden cases', () => {
  test.each(cases)('$name ($source)', ({ plan: work, expected: { code, ...expected } }) => {
    const plan = work();
    expect(plan).toMatchObject(expected);
    expect(plan.reason.code).toBe(code);
  });
});

test.each([
  [7, { code: 'GAP_RESUME', rule: 'GAP', data: { days: 7 } }],
  [14, { code: 'GAP_EASE', rule: 'GAP', data: { days: 14, percent: 10 } }],
  [28, { code: 'GAP_RESTART', rule: 'GAP', data: { days: 28, percent: 15 } }],
  [29, { code: 'GAP_RUNG_DOWN', rule: 'GAP', data: { days: 29 } }],
])('after %i days it says by which numbers', (days, reason) => {
  expect(after(days).reason).toEqual(reason);
});

test.each([10, 20])('after %i days what has no load has none', (gapDays) => {
  expect(handleGap({ gapDays, load: null, loadable: 250, parameters: defaultParameters }).load).toBeNull();
});

test('law: a longer gap never brings a heavier load', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(30), fc.integer({ min: 5, max: 200 }), (gapDays, more, load) => {
      const weight = (days: number) => after(days, load).load?.hundredths ?? 0;
      expect(weight(gapDays + more)).toBeLessThanOrEqual(weight(gapDays));
    }),
  );
});
