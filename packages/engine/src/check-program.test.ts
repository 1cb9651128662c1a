import { describe, expect, test } from 'vitest';
import { audit } from './audit.ts';
import { type AuditedSlot, type AuditInput, buildAuditedSlot, type WeekExemption } from './audit-input.ts';
import { buildProgram } from './build-program.ts';
import { auditProgram, buildAuditInput, checkProgram, findExemption, isExcused } from './check-program.ts';
import { applyEdit, type ProgramEdit } from './edit-program.ts';
import { type Finding, type FindingCode, findingCodes } from './finding.ts';
import { putOnDay } from './move-session.ts';
import type { Profile } from './profile.ts';
import type { PlannedSession, Prescription, Program, ProgramWeek } from './program.ts';
import type { Reason, ReasonCode } from './reason.ts';
import type { DatedWeek } from './run-calendar.ts';
import { articleRunner } from './testing/article-runner.ts';
import { inputOf, onDay, repeatWeek, sessionOf, weekOf } from './testing/audit-inputs.ts';
import type { RunKind } from './vocabulary.ts';

const build = (profile: Profile = articleRunner): Program => {
  const built = buildProgram({ profile, startsOn: '2026-01-05', weeks: 12, sessionsPerWeek: 2 });
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  return built.value.program;
};

const program = build();

const afterEdits = (edits: readonly ProgramEdit[], profile: Profile = articleRunner): readonly Finding[] => {
  const edited = edits.reduce((before, edit) => {
    const applied = applyEdit(before, edit, profile);
    if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
    return applied.value;
  }, build(profile));
  return checkProgram({ program: edited, profile });
};

/** What the checks say where the runs have changed under a session that nobody gave a reason for. */
const onDate = (key: string, date: string): readonly Finding[] => {
  const weeks = program.weeks.map((week) => {
    const session = week.sessions.find((one) => one.key === key);
    return session ? putOnDay(week, session, date, undefined) : week;
  });
  return checkProgram({ program: { ...program, weeks }, profile: articleRunner });
};

const set = (session: string, slot: string, fields: Extract<ProgramEdit, { kind: 'set_prescription' }>['fields']) =>
  ({ kind: 'set_prescription', session, slot, reach: 'block', fields }) as const;

const known = (slot: string, facts: Partial<AuditedSlot>) =>
  buildAuditedSlot({ slot, exercise: `exercise ${slot}`, ...facts });
const reps = (slot: string, amount: number, facts: Partial<AuditedSlot> = {}) =>
  known(slot, { measure: 'reps', amount, ...facts });

const articleRuns: readonly RunKind[] = ['easy', 'easy', 'speed', 'rest', 'easy', 'long', 'rest'];
const restWeek: readonly RunKind[] = ['rest', 'rest', 'rest', 'rest', 'rest', 'rest', 'rest'];

const findIn = (input: AuditInput): readonly Finding[] => audit(input).findings;

interface Example {
  readonly code: FindingCode;
  readonly name: string;
  readonly findings: () => readonly Finding[];
  readonly expected: Partial<Finding>;
}

const examples: readonly Example[] = [
  {
    code: 'M1_NO_STRENGTH_OR_POWER',
    name: 'the heavy exercises are taken out of a week',
    findings: () =>
      afterEdits(
        ['A1', 'A2', 'A3', 'B1', 'B2'].map((slot) => ({
          kind: 'remove_slot',
          session: `w03-${slot[0]}`,
          slot,
          reach: 'session',
        })),
      ),
    expected: { severity: 'error', at: { week: 3 } },
  },
  {
    code: 'M1_STRENGTH_REPS',
    name: 'a heavy lift at 15 reps',
    findings: () => afterEdits([set('w03-A', 'A1', { amount: 15 })]),
    expected: { severity: 'warning', at: { week: 3, throughWeek: 6, session: 'A', slot: 'A1' } },
  },
  {
    code: 'M1_STRENGTH_REPS',
    name: 'a beginner’s ten reps are only a note',
    findings: () => afterEdits([set('w03-A', 'A1', { amount: 10 })]),
    expected: { severity: 'info', data: { exercise: 'qd_rev_lunge', reps: 10, min: 3, max: 8 } },
  },
  {
    code: 'M1_GROUP_DOSE',
    name: 'heavy fives under 18',
    findings: () =>
      findIn(
        inputOf(
          [
            weekOf(1, [sessionOf('mon', [reps('1', 5, { goal: 'strength', sets: 3 })], { complete: false })], {
              complete: false,
            }),
          ],
          { group: { rule: 'YOUTH', reps: [6, 15] } },
        ),
      ),
    expected: { severity: 'warning', data: { exercise: 'exercise 1', sets: 3, reps: 5, min: 6, max: 15, setsMax: 3 } },
  },
  {
    code: 'M1_REST_TOO_SHORT',
    name: 'a heavy lift with a minute’s rest',
    findings: () => afterEdits([set('w03-A', 'A1', { restSeconds: 60 })]),
    expected: { severity: 'error', data: { exercise: 'qd_rev_lunge', restSec: 60, min: 120 } },
  },
  {
    code: 'M1_POWER_DOSE',
    name: 'twelve jumps in a set',
    findings: () =>
      findIn(
        inputOf([
          weekOf(1, [sessionOf('mon', [reps('1', 12, { goal: 'power' })], { complete: false })], { complete: false }),
        ]),
      ),
    expected: { severity: 'warning', data: { exercise: 'exercise 1', reps: 12, min: 3, max: 6 } },
  },
  {
    code: 'M1_TOO_MANY_HIGH_REP',
    name: 'three sets of fifteen',
    findings: () =>
      findIn(
        inputOf([
          weekOf(
            1,
            [
              sessionOf(
                'mon',
                ['1', '2', '3'].map((slot) => reps(slot, 15)),
                { complete: false },
              ),
            ],
            { complete: false },
          ),
        ]),
      ),
    expected: { severity: 'error', data: { highRep: 3, max: 2 } },
  },
  {
    code: 'M1_ENDURANCE_DOSE',
    name: 'half of one session is endurance work',
    findings: () =>
      findIn(
        inputOf([
          weekOf(1, [
            sessionOf('mon', [reps('1', 20), reps('2', 20), reps('3', 6), reps('4', 6)]),
            sessionOf(
              'thu',
              ['1', '2', '3', '4'].map((slot) => reps(slot, 6)),
            ),
          ]),
        ]),
      ),
    expected: { severity: 'error', scope: 'session', data: { slots: 2, of: 4, reps: 20 } },
  },
  {
    code: 'M2_NO_OVERLOAD',
    name: 'the same hold for four weeks',
    findings: () =>
      findIn(
        inputOf(
          repeatWeek(4, [sessionOf('mon', [known('1', { measure: 'seconds', amount: 30 })], { complete: false })], {
            complete: false,
          }),
        ),
      ),
    expected: { severity: 'error', data: { exercise: 'exercise 1', weeks: 4 } },
  },
  {
    code: 'M2_EXERCISE_CHURN',
    name: 'another exercise every two weeks',
    findings: () =>
      findIn(
        inputOf(
          [1, 2, 3, 4, 5, 6].map((week) =>
            weekOf(
              week,
              [
                sessionOf('mon', [buildAuditedSlot({ slot: '1', exercise: `exercise ${Math.ceil(week / 2)}` })], {
                  complete: false,
                }),
              ],
              { complete: false },
            ),
          ),
        ),
      ),
    expected: { severity: 'error', data: { weeksPerExercise: 2, min: 4, max: 6 } },
  },
  {
    code: 'M2_STALE_EXERCISE',
    name: 'seven weeks of one exercise that still rises are a note',
    findings: () =>
      findIn(
        inputOf(
          [1, 2, 3, 4, 5, 6, 7].map((week) =>
            weekOf(week, [sessionOf('mon', [reps('1', 4 + week)], { complete: false })], { complete: false }),
          ),
        ),
      ),
    expected: { severity: 'info', data: { exercise: 'exercise 1', weeks: 7, max: 6 } },
  },
  {
    code: 'M2_NEXT_NOT_HARDER',
    name: 'an easier exercise after a block',
    findings: () =>
      findIn(
        inputOf(
          [1, 2, 3, 4, 5, 6, 7, 8].map((week) =>
            weekOf(
              week,
              [
                sessionOf(
                  'mon',
                  [
                    buildAuditedSlot({
                      slot: '1',
                      exercise: week < 5 ? 'qd_bulgarian' : 'qd_goblet',
                      ladder: 'quads',
                      rung: week < 5 ? 5 : 2,
                    }),
                  ],
                  { complete: false },
                ),
              ],
              { complete: false },
            ),
          ),
        ),
      ),
    expected: { severity: 'warning', data: { from: 'qd_bulgarian', to: 'qd_goblet' } },
  },
  {
    code: 'M2_BLOCK_LENGTH',
    name: 'a block of eight weeks',
    findings: () => findIn(inputOf([], { blocks: [{ firstWeek: 1, lastWeek: 8 }] })),
    expected: { severity: 'warning', data: { weeks: 8, min: 4, max: 6 } },
  },
  {
    code: 'M3_TOO_MANY_SESSIONS',
    name: 'three sessions in a week',
    findings: () => findIn(inputOf([weekOf(1, [onDay('mon'), onDay('wed'), onDay('fri')])])),
    expected: { severity: 'error', data: { sessions: 3, target: 2 } },
  },
  {
    code: 'M3_ONE_SESSION',
    name: 'one session in a week',
    findings: () => findIn(inputOf([weekOf(1, [onDay('mon')])])),
    expected: { severity: 'info', data: { sessions: 1, target: 2 } },
  },
  {
    code: 'M3_SESSION_SIZE',
    name: 'a sixth exercise is added',
    findings: () => afterEdits([{ kind: 'add_slot', session: 'w03-B', exerciseId: 'as_balance', reach: 'block' }]),
    expected: {
      severity: 'warning',
      at: { week: 3, throughWeek: 6, session: 'B', day: 'thu' },
      data: { exercises: 6, min: 4, max: 5 },
    },
  },
  {
    code: 'M3_HIGH_RES_CAP',
    name: 'nine heavy slots',
    findings: () =>
      findIn(
        inputOf([
          weekOf(1, [
            sessionOf(
              'mon',
              Array.from({ length: 9 }, (_, index) => known(`${index}`, { highResistance: true })),
              { complete: false },
            ),
          ]),
        ]),
      ),
    expected: { severity: 'warning', data: { count: 9, max: 8 } },
  },
  {
    code: 'M3_AREA_GAP',
    name: 'the calves are taken out of one week at 34',
    findings: () =>
      afterEdits([
        { kind: 'remove_slot', session: 'w03-A', slot: 'A3', reach: 'session' },
        { kind: 'remove_slot', session: 'w03-B', slot: 'B2', reach: 'session' },
      ]),
    expected: { severity: 'info', rule: 'S17', at: { week: 3 }, data: { area: 'calves' } },
  },
  {
    code: 'M3_AREA_GAP',
    name: 'and at 41, where they may not be missing',
    findings: () =>
      afterEdits(
        [
          { kind: 'remove_slot', session: 'w03-A', slot: 'A3', reach: 'session' },
          { kind: 'remove_slot', session: 'w03-B', slot: 'B2', reach: 'session' },
        ],
        { ...articleRunner, age: 41 },
      ),
    expected: { severity: 'warning', rule: 'S18', data: { area: 'calves', reason: 'age>35' } },
  },
  {
    code: 'M3_CALF_TARGET',
    name: 'the second calf slot goes at 41',
    findings: () =>
      afterEdits([{ kind: 'remove_slot', session: 'w03-B', slot: 'B2', reach: 'block' }], {
        ...articleRunner,
        age: 41,
      }),
    expected: { severity: 'info', at: { week: 3, throughWeek: 6 }, data: { slots: 1, target: 2 } },
  },
  {
    code: 'M3_NO_PURPOSE',
    name: 'an exercise without a purpose',
    findings: () =>
      findIn(
        inputOf([
          weekOf(1, [sessionOf('mon', [known('1', { purpose: ' ' })], { complete: false })], { complete: false }),
        ]),
      ),
    expected: { severity: 'info', data: { exercise: 'exercise 1' } },
  },
  {
    code: 'M4_ON_LONG',
    name: 'on the long-run day',
    findings: () => onDate('w03-B', '2026-01-24'),
    expected: { severity: 'error', at: { week: 3, session: 'B', day: 'sat' } },
  },
  {
    code: 'M4_AFTER_LONG',
    name: 'the day after the long run',
    findings: () => onDate('w03-B', '2026-01-25'),
    expected: { severity: 'error', at: { week: 3, session: 'B', day: 'sun' } },
  },
  {
    code: 'M4_ON_SPEED',
    name: 'on the day of speed work',
    findings: () => onDate('w03-B', '2026-01-21'),
    expected: { severity: 'error', at: { week: 3, session: 'B', day: 'wed' } },
  },
  {
    code: 'M4_BEFORE_SPEED',
    name: 'the day before speed work',
    findings: () => onDate('w03-A', '2026-01-20'),
    expected: { severity: 'error', at: { week: 3, session: 'A', day: 'tue' } },
  },
  {
    code: 'M4_BEFORE_LONG',
    name: 'the day before the long run is only noted',
    findings: () => afterEdits([{ kind: 'move_session', session: 'w03-B', date: '2026-01-23' }]),
    expected: { severity: 'info', rule: 'S28', at: { week: 3, session: 'B', day: 'fri' } },
  },
  {
    code: 'M4_ON_RACE',
    name: 'on race day',
    findings: () =>
      findIn(
        inputOf([
          weekOf(1, [onDay('sun')], {
            runs: ['rest', 'rest', 'rest', 'rest', 'rest', 'rest', 'race'],
            complete: false,
          }),
        ]),
      ),
    expected: { severity: 'error', rule: 'RACE_DAY' },
  },
  {
    code: 'M4_CONSECUTIVE',
    name: 'two heavy days in a row',
    findings: () =>
      afterEdits([{ kind: 'move_session', session: 'w03-B', date: '2026-01-20' }], {
        ...articleRunner,
        runningWeek: [
          { kind: 'rest' },
          { kind: 'rest' },
          { kind: 'rest' },
          { kind: 'rest' },
          { kind: 'rest' },
          { kind: 'rest' },
          { kind: 'rest' },
        ],
      }),
    expected: {
      severity: 'warning',
      at: { week: 3, session: 'B', day: 'tue' },
      data: { days: 1, other: 'A', otherDay: 'mon' },
    },
  },
  {
    code: 'M4_HEAVY_BEFORE_RACE',
    name: 'heavy legs three days before a 10k',
    findings: () =>
      findIn(
        inputOf(
          [
            weekOf(1, [sessionOf('thu', [known('1', { highResistance: true })], { complete: false })], {
              startsOn: '2026-01-05',
              runs: restWeek,
              complete: false,
            }),
          ],
          { races: [{ date: '2026-01-11', distance: '10k', priority: 'B' }] },
        ),
      ),
    expected: {
      severity: 'warning',
      rule: 'RACE_WEEK',
      data: { days: 3, min: 5, distance: '10k', race: '2026-01-11' },
    },
  },
  {
    code: 'M4_HEAVY_AFTER_RACE',
    name: 'heavy legs eight days after a marathon',
    findings: () =>
      findIn(
        inputOf(
          [
            weekOf(1, [sessionOf('mon', [known('1', { highResistance: true })], { complete: false })], {
              startsOn: '2026-01-12',
              runs: restWeek,
              complete: false,
            }),
          ],
          { races: [{ date: '2026-01-04', distance: 'marathon', priority: 'A' }] },
        ),
      ),
    expected: {
      severity: 'warning',
      rule: 'AFTER_RACE',
      data: { days: 8, min: 11, distance: 'marathon', race: '2026-01-04' },
    },
  },
  {
    code: 'M4_NEW_BEFORE_RACE',
    name: 'a new exercise ten days before a race',
    findings: () =>
      findIn(
        inputOf(
          [1, 2].map((week) =>
            weekOf(
              week,
              [sessionOf('thu', [buildAuditedSlot({ slot: '1', exercise: `exercise ${week}` })], { complete: false })],
              {
                startsOn: week === 1 ? '2026-01-05' : '2026-01-12',
                runs: restWeek,
                complete: false,
              },
            ),
          ),
          { races: [{ date: '2026-01-25', distance: '10k', priority: 'B' }] },
        ),
      ),
    expected: { severity: 'warning', data: { exercise: 'exercise 2', days: 10, min: 22, race: '2026-01-25' } },
  },
];

describe('what each finding is about', () => {
  test.each(examples)('$code: $name', ({ code, findings, expected }) => {
    const found = findings().filter((finding) => finding.code === code);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(expected);
  });

  test('every code has an example', () => {
    expect(new Set(examples.map(({ code }) => code))).toEqual(new Set(findingCodes));
  });
});

describe('what is not a finding', () => {
  test.each<[string, AuditInput]>([
    [
      'no fact at all',
      inputOf([weekOf(1, [sessionOf(null, [known('1', {})], { complete: false })], { complete: false })]),
    ],
    [
      'twenty ankle rocks',
      inputOf([weekOf(1, [sessionOf('mon', [reps('1', 20, { goal: 'mobility' })])], { complete: false })]),
    ],
    [
      'three long holds',
      inputOf([
        weekOf(
          1,
          [
            sessionOf(
              'mon',
              ['1', '2', '3'].map((slot) => known(slot, { measure: 'seconds', amount: 60 })),
              { complete: false },
            ),
          ],
          { complete: false },
        ),
      ]),
    ],
    [
      'ten quick pogos',
      inputOf([
        weekOf(
          1,
          [
            sessionOf('mon', [reps('1', 10, { goal: 'power', elastic: true, explosive: true, restSeconds: 60 })], {
              complete: false,
            }),
          ],
          { complete: false },
        ),
      ]),
    ],
    [
      'the same reps under a load that is not stated',
      inputOf(
        repeatWeek(5, [sessionOf('mon', [reps('1', 6, { isLoaded: true })], { complete: false })], { complete: false }),
      ),
    ],
    [
      'a taper without strength',
      inputOf([
        weekOf(1, [sessionOf('mon', [known('1', { goal: 'mobility' })], { complete: false })], { exemption: 'taper' }),
      ]),
    ],
    ['strength the day after speed', inputOf([weekOf(1, [onDay('thu')], { runs: articleRuns, complete: false })])],
    [
      'Monday after Saturday’s long run',
      inputOf([weekOf(1, [onDay('mon')], { runs: articleRuns, before: 'rest', complete: false })]),
    ],
  ])('%s', (_, input) => {
    expect(findIn(input).filter(({ severity, code }) => severity !== 'info' || code !== 'M3_SESSION_SIZE')).toEqual([]);
  });
});

/** The third week of the article's program, a week of building, with this of it otherwise. */
const thirdWeek = (known: Partial<ProgramWeek> = {}): ProgramWeek => {
  const week = program.weeks[2];
  if (!week) throw new Error('The program is shorter');
  return { ...week, ...known };
};
const because = (code: ReasonCode): Reason => ({ code, rule: 'PAIN', data: {} });
/** Its sessions, the first one with this of it otherwise. */
const withFirst = (change: (session: PlannedSession) => Partial<PlannedSession>) =>
  thirdWeek().sessions.map((session, index) => (index === 0 ? { ...session, ...change(session) } : session));
/** The session, its last exercise with these fields. */
const withLast = ({ prescriptions }: PlannedSession, fields: Partial<Prescription>) => ({
  prescriptions: prescriptions.map((one, index) => (index === prescriptions.length - 1 ? { ...one, ...fields } : one)),
});

describe('what a week is held to', () => {
  test.each<[string, Partial<ProgramWeek>, WeekExemption | null]>([
    ['a week of building to everything', {}, null],
    ['a deload to all but what rises', { phase: 'deload' }, 'deload'],
    ['a taper', { phase: 'taper' }, 'taper'],
    ['the days after a race', { phase: 'return' }, 'return'],
    ['strength that is only kept', { phase: 'maintain' }, 'maintain'],
    ['time away', { phase: 'off' }, 'off'],
    ['a taper is one on one light day, too', { phase: 'taper', tier: 'T5' }, 'taper'],
    ['one light day', { tier: 'T5' }, 'no_full_session'],
    ['no day at all', { tier: 'T6' }, 'no_full_session'],
    ['no day at all in a deload', { phase: 'deload', tier: 'T6' }, 'no_full_session'],
    ['a full and a light day to everything', { tier: 'T2' }, null],
    [
      'room for more in a block of light sessions',
      { sessions: thirdWeek().sessions.map((session) => ({ ...session, load: 'light' })) },
      'no_full_session',
    ],
    ['one light session of two to everything', { sessions: withFirst(() => ({ load: 'light' })) }, null],
    ['no session on days that have room, to everything', { sessions: [] }, null],
    [
      'a session that pain stopped',
      { sessions: withFirst(({ reasons }) => ({ reasons: [...reasons, because('PAIN_RED')] })) },
      'no_full_session',
    ],
    [
      'one exercise that pain made easier',
      {
        sessions: withFirst((session) =>
          withLast(session, { reasons: [because('AREA_SLOT'), because('PAIN_REGRESS')] }),
        ),
      },
      'no_full_session',
    ],
    [
      'an exercise that was changed for the kit, to everything',
      { sessions: withFirst((session) => withLast(session, { reasons: [because('KIT_SUBSTITUTE')] })) },
      null,
    ],
  ])('%s', (_, known, exemption) => {
    expect(findExemption(thirdWeek(known))).toBe(exemption);
  });

  test.each<[string, Partial<Prescription>, boolean]>([
    ['the engine’s choice', { pinned: [], reasons: [] }, false],
    ['the coach’s own choice', { pinned: ['exerciseId'], reasons: [] }, true],
    ['the engine’s choice with the coach’s sets', { pinned: ['sets'], reasons: [] }, false],
    ['one that the kit forced', { pinned: [], reasons: [because('AREA_SLOT'), because('KIT_SUBSTITUTE')] }, true],
    ['one with another reason', { pinned: [], reasons: [because('AREA_SLOT')] }, false],
  ])('a change to %s', (_, fields, excused) => {
    const [first] = thirdWeek().sessions.flatMap(({ prescriptions }) => prescriptions);
    if (!first) throw new Error('The week has no exercise');
    expect(isExcused({ ...first, ...fields })).toBe(excused);
  });
});

describe('a program as the checks read it', () => {
  const read = (weeks: readonly ProgramWeek[], datedWeeks?: readonly DatedWeek[]) =>
    buildAuditInput({ ...program, weeks }, articleRunner, undefined, datedWeeks);

  test('has doses of its own each week, and the runs on both sides of it', () => {
    expect(read([thirdWeek()])).toMatchObject({
      dosesByWeek: true,
      age: articleRunner.age,
      blocks: program.blocks,
      weeks: [{ number: 3, runs: articleRuns, before: 'rest', after: 'easy', complete: true, exemption: null }],
    });
  });

  test('knows nothing of runs that were not read', () => {
    expect(read([thirdWeek()], []).weeks).toMatchObject([{ runs: null, before: null, after: null }]);
  });

  test('says what was let go, what was made easier, and the coach’s reason for a day', () => {
    const told = withFirst((session) => ({
      reasons: [because('MISSED_DROP')],
      byCoach: { reason: 'Club night' },
      ...withLast(session, { reasons: [because('GAP_EASE')] }),
    }));
    const [first, second] = read([thirdWeek({ sessions: told })]).weeks[0]?.sessions ?? [];
    expect(first).toMatchObject({ complete: true, isLetGo: true, placedBecause: 'Club night' });
    expect(first?.slots.map(({ eased }) => eased)).toEqual([false, false, false, true]);
    expect(second).toMatchObject({ complete: true, isLetGo: false });
    expect(second).not.toHaveProperty('placedBecause');
    expect(second?.slots.some(({ eased }) => eased)).toBe(false);
  });
});

describe('what can’t be told', () => {
  test('a routine of bare names is judged on nothing that it does not say', () => {
    const { findings, verdicts, cannotTell } = audit(
      inputOf([
        weekOf(
          1,
          [
            sessionOf(
              'mon',
              ['1', '2', '3', '4'].map((slot) => known(slot, {})),
            ),
          ],
          { complete: false },
        ),
      ]),
    );
    expect(findings).toEqual([]);
    expect(verdicts).toEqual({ 1: 'cannot_tell', 2: 'cannot_tell', 3: 'passes', 4: 'cannot_tell' });
    expect(cannotTell.map(({ rule, code }) => `${rule} ${code}`)).toEqual([
      'S2 GOALS_NOT_STATED',
      'S5 DOSES_NOT_STATED',
      'S9 NOTHING_REPEATS',
      'S11 TOO_FEW_WEEKS',
      'S14 SESSIONS_NOT_ALL_KNOWN',
      'S16 HEAVINESS_NOT_KNOWN',
      'S17 AREAS_NOT_KNOWN',
      'S20 RUNS_NOT_KNOWN',
    ]);
  });

  test('the verdict is the worst finding, and notes do not spoil a pass', () => {
    const { verdicts } = auditProgram({ program, profile: articleRunner });
    expect(verdicts).toEqual({ 1: 'passes', 2: 'passes', 3: 'passes', 4: 'passes' });
    const bad = auditProgram({
      program: build({ ...articleRunner, age: 41, painSites: ['achilles', 'calf'] }),
      profile: { ...articleRunner, age: 41 },
    });
    expect(bad.verdicts[3]).toBe('warns');
  });
});
