import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import { defaultParameters } from '../parse-parameters.ts';
import type { PlannedSession } from '../program.ts';
import { arbitraryBuildInput } from '../testing/arbitrary-profile.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { inKg } from '../testing/exercise-logs.ts';
import { applyReadiness } from './apply-readiness.ts';
import { type CheckIn, judgeReadiness, readinessLights } from './judge-readiness.ts';

const well: CheckIn = {
  soreness: 4,
  sleep: 4,
  fatigue: 4,
  mood: 4,
  isIll: false,
  hasFever: false,
  hasRedPain: false,
  variability: null,
};
const unsaid: CheckIn = { ...well, soreness: null, sleep: null, fatigue: null, mood: null };
const low = { means: [60, 50, 50], baseline: 60, deviation: 8 };

describe('judgeReadiness', () => {
  test.each([
    ['all well', well, 'green', 'READY_GREEN'],
    ['what is missing is green', unsaid, 'green', 'READY_GREEN'],
    ['one low answer is not enough', { ...well, sleep: 1 }, 'green', 'READY_GREEN'],
    ['two low answers', { ...well, sleep: 2, mood: 2 }, 'amber', 'READY_AMBER'],
    ['variability alone never decides', { ...well, variability: low }, 'green', 'READY_GREEN'],
    ['variability beside one low answer', { ...well, fatigue: 2, variability: low }, 'amber', 'READY_AMBER'],
    [
      'one low day of variability does not count',
      { ...well, fatigue: 2, variability: { ...low, means: [60, 60, 50] } },
      'green',
      'READY_GREEN',
    ],
    [
      'half a deviation below is not under it',
      { ...well, fatigue: 2, variability: { ...low, means: [56, 56] } },
      'green',
      'READY_GREEN',
    ],
    [
      'a single day of data says nothing',
      { ...well, fatigue: 2, variability: { ...low, means: [40] } },
      'green',
      'READY_GREEN',
    ],
    ['ill', { ...well, isIll: true }, 'red', 'READY_RED'],
    ['fever', { ...well, hasFever: true }, 'red', 'READY_RED'],
    ['pain on red', { ...well, hasRedPain: true }, 'red', 'READY_RED'],
  ] as const)('%s', (_, checkIn, light, code) => {
    expect(judgeReadiness(checkIn, defaultParameters)).toMatchObject({ light, reason: { code, rule: 'READINESS' } });
  });
});

const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks: 12, sessionsPerWeek: 2 });
const found = built.ok ? built.value.program.weeks[3]?.sessions[0] : undefined;
const lift = found?.prescriptions[1];
if (!found || !lift) throw new Error('No session');
const session: PlannedSession = {
  ...found,
  prescriptions: [{ ...lift, sets: 3, amount: 6, load: inKg(60), rir: 2 }],
};
const amber = judgeReadiness({ ...well, sleep: 1, mood: 1 }, defaultParameters);

test.each<[string, CheckIn, Record<string, string | number>]>([
  ['fever', { ...well, hasFever: true, isIll: true }, { because: 'fever' }],
  ['ill', { ...well, isIll: true, hasRedPain: true }, { because: 'ill' }],
  ['pain', { ...well, hasRedPain: true }, { because: 'pain' }],
  ['feelings', { ...well, sleep: 2, mood: 1, fatigue: 1 }, { low: 3, because: 'feelings' }],
  ['one and variability', { ...well, sleep: 2, variability: low }, { low: 1, because: 'feeling_and_variability' }],
  ['feelings before variability', { ...well, sleep: 2, mood: 2, variability: low }, { low: 2, because: 'feelings' }],
  ['nothing', well, {}],
])('a light says what made it: %s', (_, checkIn, data) => {
  expect(judgeReadiness(checkIn, defaultParameters).reason.data).toEqual(data);
});

describe('applyReadiness', () => {
  test('every change says its rule, what it is about, from and to', () => {
    const target = (field: string) => ({ exerciseId: lift.exerciseId, session: session.key, field });
    const about = { rule: 'READINESS', kind: 'change' };
    expect(applyReadiness(session, amber).changes).toEqual([
      { ...about, code: 'TODAY_FEWER_SETS', data: { from: 3, to: 2 }, target: target('sets'), before: 3, after: 2 },
      { ...about, code: 'TODAY_MORE_RESERVE', data: { from: 2, to: 3 }, target: target('rir'), before: 2, after: 3 },
    ]);
    const jumps = { ...lift, goal: 'power' as const, sets: 4, amount: 5, rir: null };
    expect(applyReadiness({ ...session, prescriptions: [jumps] }, amber).changes).toEqual([
      { ...about, code: 'TODAY_JUMPS_HALVED', data: { from: 4, to: 2 }, target: target('sets'), before: 4, after: 2 },
    ]);
    const red = judgeReadiness({ ...well, isIll: true }, defaultParameters);
    expect(applyReadiness(session, red).changes).toEqual([
      {
        ...about,
        code: 'TODAY_SKIPPED',
        data: { because: 'ill' },
        target: { exerciseId: null, session: session.key, field: 'session' },
        before: session.date,
        after: null,
      },
    ]);
  });

  test('what is at its least already stays, and so does what is neither heavy nor fast', () => {
    const changesOf = (known: Partial<typeof lift>) =>
      applyReadiness({ ...session, prescriptions: [{ ...lift, sets: 3, ...known }] }, amber).changes.map(
        ({ code }) => code,
      );
    expect(changesOf({ sets: 1, rir: null })).toEqual([]);
    expect(changesOf({ rir: 5 })).toEqual(['TODAY_FEWER_SETS']);
    expect(changesOf({ rir: null })).toEqual(['TODAY_FEWER_SETS']);
    expect(changesOf({ goal: 'stability' })).toEqual([]);
    expect(changesOf({ goal: 'power', sets: 1, amount: 1 })).toEqual([]);
  });

  test('X09 amber takes a set off for today, with the same reps and load (rulebook 2.6)', () => {
    const { session: today, changes } = applyReadiness(session, amber);
    expect(today?.prescriptions[0]).toMatchObject({ sets: 2, amount: 6, load: inKg(60), rir: 3 });
    expect(changes.map(({ code, before, after, kind }) => [code, before, after, kind])).toEqual([
      ['TODAY_FEWER_SETS', 3, 2, 'change'],
      ['TODAY_MORE_RESERVE', 2, 3, 'change'],
    ]);
    expect(session.prescriptions[0]?.sets).toBe(3);
  });

  test('jumps are halved', () => {
    const jumps = { ...lift, goal: 'power' as const, rir: null, load: null };
    const ease = (sets: number, amount: number) =>
      applyReadiness({ ...session, prescriptions: [{ ...jumps, sets, amount }] }, amber).session?.prescriptions[0];
    expect(ease(4, 5)).toMatchObject({ sets: 2, amount: 5 });
    expect(ease(3, 10)).toMatchObject({ sets: 3, amount: 5 });
  });

  test('what the coach pinned is only suggested', () => {
    const pinned = {
      ...session,
      prescriptions: session.prescriptions.map((one) => ({ ...one, pinned: ['sets' as const] })),
    };
    const { session: today, changes } = applyReadiness(pinned, amber);
    expect(today?.prescriptions[0]).toMatchObject({ sets: 3, rir: 3 });
    expect(changes.map(({ kind }) => kind)).toEqual(['suggestion', 'change']);
  });

  test('red has no session and nothing to catch up on', () => {
    const red = judgeReadiness({ ...well, isIll: true }, defaultParameters);
    const { session: today, changes } = applyReadiness(session, red);
    expect(today).toBeNull();
    expect(changes).toMatchObject([{ code: 'TODAY_SKIPPED', target: { session: session.key, field: 'session' } }]);
  });
});

test('law: no light ever adds work, and green changes nothing', () => {
  fc.assert(
    fc.property(arbitraryBuildInput, fc.constantFrom(...readinessLights), (input, light) => {
      const program = buildProgram(input);
      if (!program.ok) return;
      for (const one of program.value.program.weeks.slice(0, 6).flatMap(({ sessions }) => sessions)) {
        const { session: today, changes } = applyReadiness(one, { light, reason: amber.reason });
        if (light === 'green') expect([today, changes]).toEqual([one, []]);
        if (!today) continue;
        expect(today.minutes).toBeLessThanOrEqual(one.minutes);
        today.prescriptions.forEach((eased, index) => {
          const before = one.prescriptions[index];
          expect(eased.sets).toBeGreaterThanOrEqual(1);
          expect(eased.sets).toBeLessThanOrEqual(before?.sets ?? 0);
          expect(eased.amount).toBeLessThanOrEqual(before?.amount ?? 0);
          expect(eased.load).toEqual(before?.load);
        });
      }
    }),
    { numRuns: 25 },
  );
});
