import { expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import type { Prescription } from '../program.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { watchStrength } from './strength-keeper.ts';

const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks: 4, sessionsPerWeek: 2 });
const week = built.ok ? built.value.program.weeks[1] : undefined;
const session = week?.sessions[1];
if (!week || !session) throw new Error('No week');
/** A week whose only strength is two slots of its second session. */
const sparse = {
  ...week,
  sessions: week.sessions.map((one) => ({
    ...one,
    prescriptions:
      one.key === session.key ? one.prescriptions : one.prescriptions.filter(({ goal }) => goal === 'stability'),
  })),
};
const [first, second, third] = session.prescriptions as readonly Prescription[] as readonly [
  Prescription,
  Prescription,
  Prescription,
];

test('a slot may be given up while the week keeps another of strength or power, and each yes is remembered (S2)', () => {
  expect([first.goal, second.goal, third.goal]).toEqual(['strength', 'strength', 'stability']);
  const keeps = watchStrength();
  expect(keeps(sparse, session, first, 'stability')).toBe(true);
  expect(keeps(sparse, session, second, 'stability')).toBe(false);
  // Asked again, the first is given up already; the second still stands.
  expect(keeps(sparse, session, first, 'endurance')).toBe(true);
});

test('a no is not remembered', () => {
  const keeps = watchStrength();
  const only = {
    ...sparse,
    sessions: sparse.sessions.map((one) => ({ ...one, prescriptions: one.key === session.key ? [first] : [] })),
  };
  expect(keeps(only, session, first, 'stability')).toBe(false);
  expect(keeps(sparse, session, second, 'stability')).toBe(true);
});

test('what stays strength or power gives nothing up, and what was none never did', () => {
  const keeps = watchStrength();
  expect(keeps(sparse, session, first, 'power')).toBe(true);
  expect(keeps(sparse, session, third, 'mobility')).toBe(true);
  expect(keeps(sparse, session, second, 'stability')).toBe(true);
  expect(keeps(sparse, session, first, 'strength')).toBe(true);
  expect(keeps(sparse, session, first, 'stability')).toBe(false);
});

test('weeks are apart: the same slot of another week is another', () => {
  const keeps = watchStrength();
  const later = {
    ...sparse,
    number: 3,
    sessions: sparse.sessions.map((one) => ({ ...one, key: one.key.replace('w02', 'w03') })),
  };
  const laterSession = { ...session, key: 'w03-B' };
  expect(keeps(sparse, session, first, 'stability')).toBe(true);
  expect(keeps(later, laterSession, second, 'stability')).toBe(true);
});
