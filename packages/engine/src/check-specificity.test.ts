import { describe, expect, test } from 'vitest';
import { type AuditedSession, type AuditedSlot, type AuditInput, buildAuditedSlot } from './audit-input.ts';
import { checkSpecificity } from './check-specificity.ts';
import type { FindingCode } from './finding.ts';
import { defaultParameters, type ParameterValues } from './parse-parameters.ts';
import { inputOf, sessionOf, weekOf } from './testing/audit-inputs.ts';

const check = (input: AuditInput, tuned: Partial<ParameterValues> = {}) =>
  checkSpecificity(input, { ...defaultParameters, ...tuned });
const find = (code: FindingCode, input: AuditInput) => check(input).findings.filter((finding) => finding.code === code);

const slotOf = (known: Partial<AuditedSlot>, slot = '1') =>
  buildAuditedSlot({ slot, exercise: `exercise ${slot}`, ...known });
const slotsOf = (count: number, known: Partial<AuditedSlot>) =>
  Array.from({ length: count }, (_, index) => slotOf(known, `${index + 1}`));
/** One session of these, in a week that is not known whole. */
const withSlots = (slots: readonly AuditedSlot[], known: Partial<AuditedSession> = {}) =>
  inputOf([weekOf(2, [sessionOf('mon', slots, { complete: false, ...known })], { complete: false })]);

describe('each week holds strength or power (S2)', () => {
  const mobility = sessionOf('mon', [slotOf({ goal: 'mobility' }), slotOf({ goal: 'stability' }, '2')]);
  const findFocus = (input: AuditInput) => find('M1_NO_STRENGTH_OR_POWER', input);

  test('a week without is an error', () => {
    expect(findFocus(inputOf([weekOf(2, [mobility])]))).toEqual([
      {
        code: 'M1_NO_STRENGTH_OR_POWER',
        rule: 'S2',
        mistake: 1,
        severity: 'error',
        scope: 'week',
        at: { week: 2 },
        data: {},
      },
    ]);
  });

  test.each(['kit', 'pain'] as const)('where the %s leaves none it is a note, in a deload too', (because) => {
    const barred = { strengthBarredBy: because };
    const note = { severity: 'info', data: { because } };
    expect(findFocus(inputOf([weekOf(1, [mobility])], barred))).toMatchObject([note]);
    expect(findFocus(inputOf([weekOf(1, [mobility], { exemption: 'deload' })], barred))).toMatchObject([note]);
    expect(findFocus(inputOf([weekOf(1, [mobility], { exemption: 'taper' })], barred))).toEqual([]);
  });

  test('one strength or power slot anywhere in the week is enough', () => {
    for (const goal of ['strength', 'power'] as const) {
      expect(findFocus(inputOf([weekOf(1, [mobility, sessionOf('thu', [slotOf({ goal })])])]))).toEqual([]);
    }
  });

  test.each(['deload', 'taper', 'return', 'no_full_session'] as const)('a week that is exempt (%s)', (exemption) => {
    const checked = check(inputOf([weekOf(1, [mobility], { exemption })]));
    expect(checked.findings).toEqual([]);
    expect(checked.cannotTell.map(({ rule }) => rule)).not.toContain('S2');
  });

  test.each<[string, AuditInput]>([
    ['a session is missing', inputOf([weekOf(1, [mobility], { complete: false })])],
    ['an exercise is missing', inputOf([weekOf(1, [{ ...mobility, complete: false }])])],
    ['a goal is missing', inputOf([weekOf(1, [sessionOf('mon', [slotOf({})])])])],
  ])('can’t be told where %s', (_, input) => {
    const checked = check(input);
    expect(checked.findings).toEqual([]);
    expect(checked.cannotTell).toContainEqual({ mistake: 1, rule: 'S2', code: 'GOALS_NOT_STATED' });
  });
});

describe('what a strength or power dose has to be (S3, S4, S7)', () => {
  /** "CODE rule severity" and what the data says beside the exercise. */
  const say = (known: Partial<AuditedSlot>, group: AuditInput['group'] = null, tuned: Partial<ParameterValues> = {}) =>
    check({ ...withSlots([slotOf(known)]), group }, tuned).findings.map(
      ({ code, rule, severity, data: { exercise, ...data } }) => [`${code} ${rule} ${severity}`, data],
    );

  test('a finding names its slot and exercise', () => {
    expect(check(withSlots([slotOf({ goal: 'strength', measure: 'reps', amount: 11 }, 'A1')])).findings).toEqual([
      {
        code: 'M1_STRENGTH_REPS',
        rule: 'S3',
        mistake: 1,
        severity: 'warning',
        scope: 'slot',
        at: { week: 2, session: 'mon', slot: 'A1' },
        data: { exercise: 'exercise A1', reps: 11, min: 3, max: 8 },
      },
    ]);
  });

  test.each([
    ['strength', 2, ['M1_STRENGTH_REPS S3 warning', { reps: 2, min: 3, max: 8 }]],
    ['strength', 3, null],
    ['strength', 8, null],
    // A beginner's nine and ten are only a note.
    ['strength', 9, ['M1_STRENGTH_REPS S3 info', { reps: 9, min: 3, max: 8 }]],
    ['strength', 10, ['M1_STRENGTH_REPS S3 info', { reps: 10, min: 3, max: 8 }]],
    ['strength', 11, ['M1_STRENGTH_REPS S3 warning', { reps: 11, min: 3, max: 8 }]],
    ['power', 2, ['M1_POWER_DOSE S4 warning', { reps: 2, min: 3, max: 6 }]],
    ['power', 3, null],
    ['power', 6, null],
    ['power', 7, ['M1_POWER_DOSE S4 warning', { reps: 7, min: 3, max: 6 }]],
    ['stability', 11, null],
    ['mobility', 2, null],
    [null, 11, null],
  ] as const)('%s at %i reps', (goal, amount, expected) => {
    expect(say({ goal, measure: 'reps', amount })).toEqual(expected === null ? [] : [expected]);
  });

  test('a practice’s own fewest reps hold for the goal they are set for', () => {
    const tuned = { strengthRepsMin: 5, powerRepsMin: 2 };
    expect(say({ goal: 'strength', measure: 'reps', amount: 4 }, null, tuned)).toEqual([
      ['M1_STRENGTH_REPS S3 warning', { reps: 4, min: 5, max: 8 }],
    ]);
    expect(say({ goal: 'power', measure: 'reps', amount: 2 }, null, tuned)).toEqual([]);
  });

  test.each<[string, Partial<AuditedSlot>, readonly [string, Record<string, number>] | null]>([
    ['five reps', { amount: 5 }, ['M1_GROUP_DOSE YOUTH warning', { sets: 3, reps: 5 }]],
    ['six', { amount: 6 }, null],
    ['fifteen', { amount: 15 }, null],
    ['sixteen', { amount: 16 }, ['M1_GROUP_DOSE YOUTH warning', { sets: 3, reps: 16 }]],
    [
      'five of sets that are not stated',
      { amount: 5, sets: null },
      ['M1_GROUP_DOSE YOUTH warning', { sets: 3, reps: 5 }],
    ],
    ['three sets of reps that are not stated', {}, null],
    ['four', { sets: 4 }, ['M1_GROUP_DOSE YOUTH warning', { sets: 4, reps: 6 }]],
    ['two sets of five', { sets: 2, amount: 5 }, ['M1_GROUP_DOSE YOUTH warning', { sets: 2, reps: 5 }]],
    ['a hold of thirty seconds', { measure: 'seconds', amount: 30 }, null],
    ['a power exercise of three', { goal: 'power', amount: 3 }, null],
  ])('under 18, %s (YOUTH)', (_, known, expected) => {
    const youth = { rule: 'YOUTH', reps: [6, 15] } as const;
    expect(say({ goal: 'strength', sets: 3, measure: 'reps', ...known }, youth)).toEqual(
      expected === null ? [] : [[expected[0], { ...expected[1], min: 6, max: 15, setsMax: 3 }]],
    );
  });

  test.each([
    ['strength', 119, ['M1_REST_TOO_SHORT S3 error', { restSec: 119, min: 120 }]],
    ['strength', 120, null],
    ['power', 119, ['M1_REST_TOO_SHORT S3 error', { restSec: 119, min: 120 }]],
    ['power', 120, null],
    ['stability', 30, null],
    ['strength', null, null],
  ] as const)('%s with %s seconds of rest', (goal, restSeconds, expected) => {
    expect(say({ goal, restSeconds })).toEqual(expected === null ? [] : [expected]);
  });

  test('a slow power exercise is a warning, unless its reps are one already', () => {
    const slow = { goal: 'power', explosive: false } as const;
    expect(say({ ...slow, measure: 'reps', amount: 5 })).toEqual([['M1_POWER_DOSE S4 warning', { explosive: 'no' }]]);
    expect(say({ ...slow, measure: 'reps', amount: 12 })).toEqual([
      ['M1_POWER_DOSE S4 warning', { reps: 12, min: 3, max: 6 }],
    ]);
    expect(say({ goal: 'power', explosive: null })).toEqual([]);
    expect(say({ goal: 'power', explosive: true })).toEqual([]);
    expect(say({ goal: 'strength', explosive: false })).toEqual([]);
  });

  test('reps and rest are two findings', () => {
    expect(say({ goal: 'strength', measure: 'reps', amount: 15, restSeconds: 60 })).toEqual([
      ['M1_STRENGTH_REPS S3 warning', { reps: 15, min: 3, max: 8 }],
      ['M1_REST_TOO_SHORT S3 error', { restSec: 60, min: 120 }],
    ]);
  });

  test('holds have no reps, and quick drills neither', () => {
    expect(say({ goal: 'strength', measure: 'seconds', amount: 30 })).toEqual([]);
    expect(say({ goal: 'strength', measure: 'reps', amount: null })).toEqual([]);
    expect(say({ goal: 'power', measure: 'reps', amount: 20, elastic: true, restSeconds: 45 })).toEqual([]);
  });
});

describe('exercises of many reps (S5)', () => {
  const many = { measure: 'reps', amount: 12 } as const;

  test('the third of a session is an error', () => {
    expect(check(withSlots(slotsOf(3, many))).findings).toEqual([
      {
        code: 'M1_TOO_MANY_HIGH_REP',
        rule: 'S5',
        mistake: 1,
        severity: 'error',
        scope: 'session',
        at: { week: 2, session: 'mon', day: 'mon' },
        data: { highRep: 3, max: 2 },
      },
    ]);
  });

  test('a session without a day names none', () => {
    const [found] = check(withSlots(slotsOf(3, many), { day: null, label: 'A' })).findings;
    expect(found?.at).toStrictEqual({ week: 2, session: 'A' });
  });

  test.each<[string, readonly AuditedSlot[]]>([
    ['two', slotsOf(2, many)],
    ['three of eleven', slotsOf(3, { measure: 'reps', amount: 11 })],
    ['three holds', slotsOf(3, { measure: 'seconds', amount: 60 })],
    ['three that are not stated', slotsOf(3, { measure: 'reps' })],
  ])('nothing to say: %s', (_, slots) => {
    expect(check(withSlots(slots)).findings).toEqual([]);
  });
});

describe('endurance work in place of strength (S6)', () => {
  const endless = { goal: 'endurance', measure: 'reps', amount: 13 } as const;
  const six = { goal: 'strength', measure: 'reps', amount: 6 } as const;
  const session = (endurance: number, strength: number, known: Partial<AuditedSession> = {}) =>
    sessionOf('mon', [...slotsOf(endurance, endless), ...slotsOf(strength, six)], known);
  const findIn = (...sessions: readonly AuditedSession[]) => find('M1_ENDURANCE_DOSE', inputOf([weekOf(3, sessions)]));

  test('half of a session is an error', () => {
    expect(findIn(session(1, 1), session(0, 2, { label: 'B' }))).toEqual([
      {
        code: 'M1_ENDURANCE_DOSE',
        rule: 'S6',
        mistake: 1,
        severity: 'error',
        scope: 'session',
        at: { week: 3, session: 'mon', day: 'mon' },
        data: { slots: 1, of: 2, reps: 13 },
      },
    ]);
  });

  test('a lone session is itself, not the program, and without a day names none', () => {
    const found = findIn(session(2, 1, { day: null, label: 'A' }));
    expect(found).toMatchObject([{ scope: 'session', data: { slots: 2, of: 3 } }]);
    expect(found[0]?.at).toStrictEqual({ week: 3, session: 'A' });
  });

  test('less than half is nothing, nor is a session that is not known whole, nor an empty one', () => {
    expect(findIn(session(1, 2), session(0, 2))).toEqual([]);
    expect(findIn(session(2, 0, { complete: false }), session(0, 2))).toEqual([]);
    expect(findIn(session(0, 0))).toEqual([]);
  });

  test.each<[string, Partial<AuditedSlot>]>([
    ['twelve reps', { ...endless, amount: 12 }],
    ['mobility', { ...endless, goal: 'mobility' }],
    ['holds', { ...endless, measure: 'seconds' }],
    ['reps that are not stated', { ...endless, amount: null }],
  ])('%s are no endurance work', (_, known) => {
    expect(findIn(sessionOf('mon', slotsOf(2, known)), session(0, 2))).toEqual([]);
  });

  test('when every session is one, it is said once for the program, by the first week', () => {
    const input = inputOf([weekOf(1, [session(3, 1), session(1, 1)]), weekOf(2, [session(1, 0)])]);
    expect(find('M1_ENDURANCE_DOSE', input)).toEqual([
      {
        code: 'M1_ENDURANCE_DOSE',
        rule: 'S6',
        mistake: 1,
        severity: 'error',
        scope: 'program',
        at: { week: 1, throughWeek: 2 },
        data: { slotsPerWeek: 4, of: 6, reps: 13 },
      },
    ]);
  });

  test('two sessions make a program, and a week before them without any says nothing about its doses', () => {
    const input = inputOf([weekOf(1, []), weekOf(2, [session(2, 1)]), weekOf(3, [session(1, 0)])]);
    expect(find('M1_ENDURANCE_DOSE', input)).toMatchObject([
      { scope: 'program', at: { week: 1, throughWeek: 3 }, data: { slotsPerWeek: 2, of: 3, reps: 13 } },
    ]);
  });

  test('two of three sessions are said one by one', () => {
    expect(findIn(session(2, 0), session(0, 2), session(2, 0, { label: 'C' })).map(({ at }) => at.session)).toEqual([
      'mon',
      'C',
    ]);
  });

  test('the reps and the rest are those of most slots, of equals the first', () => {
    const dose = (amount: number, restSeconds: number | null, slot: string) =>
      slotOf({ ...endless, amount, restSeconds }, slot);
    const dataOf = (slots: readonly AuditedSlot[]) => findIn(sessionOf('mon', slots))[0]?.data;
    expect(dataOf([dose(20, null, '1'), dose(15, 30, '2'), dose(15, null, '3')])).toEqual({
      slots: 3,
      of: 3,
      reps: 15,
      restSec: 30,
    });
    expect(dataOf([dose(20, 45, '1'), dose(15, 30, '2')])).toEqual({ slots: 2, of: 2, reps: 20, restSec: 45 });
    expect(dataOf([dose(20, null, '1')])).toStrictEqual({ slots: 1, of: 1, reps: 20 });
  });
});

describe('what can’t be told', () => {
  test.each<[string, Partial<AuditedSlot>, readonly string[], boolean]>([
    ['the dose', { goal: 'stability' }, ['S5 DOSES_NOT_STATED'], false],
    ['the rest of a strength exercise', { goal: 'strength', amount: 6 }, ['S3 RESTS_NOT_STATED'], true],
    ['the rest of another one is not asked for', { goal: 'stability', amount: 6 }, [], true],
    ['nothing is missing', { goal: 'strength', amount: 6, restSeconds: 180 }, [], true],
  ])('%s', (_, known, expected, judged) => {
    const checked = check(inputOf([weekOf(1, [sessionOf('mon', [slotOf(known)])])]));
    expect(checked.cannotTell.map(({ mistake, rule, code }) => `${mistake} ${rule} ${code}`)).toEqual(
      expected.map((one) => `1 ${one}`),
    );
    expect(checked.judged).toBe(judged);
  });

  test('of no week nothing is judged', () => {
    expect(check(inputOf([]))).toEqual({ findings: [], cannotTell: [], judged: false });
  });
});
