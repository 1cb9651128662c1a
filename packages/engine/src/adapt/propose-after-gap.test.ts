import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import { defaultParameters } from '../parse-parameters.ts';
import type { PlannedSession } from '../program.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { inKg } from '../testing/exercise-logs.ts';
import { type AfterGapInput, proposeAfterGap } from './propose-after-gap.ts';

const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks: 12, sessionsPerWeek: 2 });
const session = built.ok ? built.value.program.weeks[2]?.sessions[0] : undefined;
if (!session) throw new Error('No session');
const usual = (gapDays: number, from: PlannedSession = session, last = 60): AfterGapInput => ({
  session: from,
  gapDays,
  loads: { gx_deadlift: inKg(last) },
  loadableOf: () => 250,
  runner: articleRunner,
  parameters: defaultParameters,
});
const after = (...given: Parameters<typeof usual>) => proposeAfterGap(usual(...given));
const deadliftIn = (...given: Parameters<typeof usual>) => deadliftOf(after(...given));
const deadliftOf = (changes: ReturnType<typeof after>) =>
  changes
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

  test('where the rung below does not suit, the block starts anew, and says how long the gap was', () => {
    const restart = [['GAP_RESTART', 'change', 'load', inKg(67.5)]];
    const painful = { ...articleRunner, painSites: ['hamstring' as const] };
    expect(deadliftOf(proposeAfterGap({ ...usual(35, session, 80), runner: painful }))).toEqual(restart);
    const light: PlannedSession = { ...session, load: 'light' };
    expect(deadliftIn(35, light, 80)).toEqual(restart);
    const both: PlannedSession = {
      ...session,
      prescriptions: session.prescriptions.map((one) => (one.slot === 'A1' ? { ...one, exerciseId: 'gx_rdl' } : one)),
    };
    expect(deadliftIn(35, both, 80)).toEqual(restart);
    expect(after(35, light, 80).find(({ code }) => code === 'GAP_RESTART')).toMatchObject({
      rule: 'GAP',
      data: { days: 35, percent: 15 },
    });
  });

  test('on a light day light work may still go down a rung', () => {
    const light: PlannedSession = { ...session, load: 'light' };
    const plank = after(35, light).filter(({ target }) => target.exerciseId === 'cl_side_plank');
    expect(plank).toMatchObject([{ code: 'GAP_RUNG_DOWN', before: 'cl_side_plank', after: 'cl_side_knee' }]);
  });

  test('an exercise without a load loses none, and two never go down to the same one', () => {
    const calves = after(10).filter(({ target }) => target.exerciseId === 'cg_double_loaded');
    expect(calves.map(({ target, after: value }) => [target.field, value])).toEqual([['sets', 2]]);
    expect(after(21).filter(({ target }) => target.exerciseId === 'cg_double_loaded')).toEqual([]);
    const twice: PlannedSession = {
      ...session,
      prescriptions: session.prescriptions.map((one) =>
        one.slot === 'A1' ? { ...one, exerciseId: 'gx_hip_thrust' } : one,
      ),
    };
    const to = after(35, twice).flatMap(({ target, after: value }) => (target.field === 'exerciseId' ? [value] : []));
    expect(new Set(to).size).toBe(to.length);
    expect(to).toContain('gx_rdl');
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
