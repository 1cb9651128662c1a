import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import { defaultParameters } from '../parse-parameters.ts';
import type { PlannedSession } from '../program.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { inKg } from '../testing/exercise-logs.ts';
import { proposeAfterGap } from './propose-after-gap.ts';

const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks: 12, sessionsPerWeek: 2 });
const session = built.ok ? built.value.program.weeks[2]?.sessions[0] : undefined;
if (!session) throw new Error('No session');
const after = (gapDays: number, from: PlannedSession = session, last = 60) =>
  proposeAfterGap({
    session: from,
    gapDays,
    loads: { gx_deadlift: inKg(last) },
    loadableOf: () => 250,
    runner: articleRunner,
    parameters: defaultParameters,
  });
const deadliftIn = (gapDays: number, from?: PlannedSession, last?: number) =>
  after(gapDays, from, last)
    .filter(({ target }) => target.exerciseId === 'gx_deadlift')
    .map(({ code, kind, target, after: value }) => [code, kind, target.field, value]);

describe('proposeAfterGap', () => {
  test('a week off changes nothing', () => {
    expect(after(7)).toEqual([]);
  });

  test('M04 ten days: 60 kg comes back as 55 kg, with a set fewer (parameter table, missed)', () => {
    expect(deadliftIn(10)).toEqual([
      ['GAP_EASE', 'change', 'load', inKg(55)],
      ['GAP_EASE', 'change', 'sets', 2],
    ]);
  });

  test('three weeks: 15 % lighter', () => {
    expect(deadliftIn(21, session, 80)).toEqual([['GAP_RESTART', 'change', 'load', inKg(67.5)]]);
  });

  test('five weeks: one rung down', () => {
    expect(deadliftIn(35)).toEqual([['GAP_RUNG_DOWN', 'change', 'exerciseId', 'gx_rdl']]);
    expect(after(35).every(({ target }) => target.field === 'exerciseId')).toBe(true);
  });

  test('what the coach pinned is only suggested', () => {
    const pinned: PlannedSession = {
      ...session,
      prescriptions: session.prescriptions.map((one) => ({ ...one, pinned: ['load', 'sets'] })),
    };
    expect(deadliftIn(10, pinned).map(([, kind]) => kind)).toEqual(['suggestion', 'suggestion']);
  });
});

test('law: no gap adds a set, and every change changes something', () => {
  fc.assert(
    fc.property(fc.nat(60), (gapDays) => {
      for (const { before, after: value, target } of after(gapDays)) {
        expect(value).not.toEqual(before);
        if (target.field === 'sets') expect(Number(value)).toBeLessThan(Number(before));
      }
    }),
  );
});
