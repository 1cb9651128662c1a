import { describe, expect, test } from 'vitest';
import { type AuditedSlot, type AuditedWeek, type AuditInput, buildAuditedSlot } from './audit-input.ts';
import { checkOverload } from './check-overload.ts';
import type { FindingCode } from './finding.ts';
import { inputOf, repeatWeek, sessionOf, weekOf } from './testing/audit-inputs.ts';

const find = (code: FindingCode, input: AuditInput) =>
  checkOverload(input).findings.filter((finding) => finding.code === code);

type Known = Partial<AuditedSlot>;

/** One exercise in one session, week by week; null where a week does without it. */
const weeksOf = (doses: readonly (Known | null)[], known: (week: number) => Partial<AuditedWeek> = () => ({})) =>
  doses.map((dose, index) =>
    weekOf(
      index + 1,
      [
        sessionOf(
          'mon',
          dose === null
            ? []
            : [buildAuditedSlot({ slot: '1', exercise: 'squat', measure: 'reps', amount: 6, ...dose })],
        ),
      ],
      known(index + 1),
    ),
  );

const kilos = (kg: number): Known => ({ load: { hundredths: kg * 100, unit: 'kg' }, isLoaded: true });
const pounds = (lb: number): Known => ({ load: { hundredths: lb * 100, unit: 'lb' }, isLoaded: true });

describe('something rises (S9)', () => {
  const findFlat = (doses: readonly (Known | null)[], known: Partial<AuditInput> = {}) =>
    find('M2_NO_OVERLOAD', inputOf(weeksOf(doses), known));

  test('three weeks of the same are an error', () => {
    expect(findFlat([{}, {}, {}])).toEqual([
      {
        code: 'M2_NO_OVERLOAD',
        rule: 'S9',
        mistake: 2,
        severity: 'error',
        scope: 'slot',
        at: { week: 1, throughWeek: 3, session: 'mon', slot: '1' },
        data: { exercise: 'squat', weeks: 3 },
      },
    ]);
  });

  test.each<[string, readonly Known[], 'rises' | 'flat' | 'unknown' | 'too_short']>([
    ['two weeks', [{}, {}], 'too_short'],
    ['a rep more', [{}, {}, { amount: 7 }], 'rises'],
    ['a rep more only between', [{}, { amount: 7 }, {}], 'rises'],
    ['a rep less', [{ amount: 7 }, {}, { amount: 5 }], 'flat'],
    ['more load for fewer reps', [kilos(20), kilos(20), { ...kilos(22), amount: 4 }], 'rises'],
    ['the same load in both units', [kilos(20), pounds(44.09), kilos(20)], 'flat'],
    ['a pound more than the kilograms', [kilos(20), kilos(20), pounds(46)], 'rises'],
    ['less load for more reps', [kilos(22), kilos(22), { ...kilos(20), amount: 8 }], 'flat'],
    ['the same load for more reps', [kilos(20), kilos(20), { ...kilos(20), amount: 8 }], 'rises'],
    ['another tempo', [{}, { tempo: '3110' }, { tempo: '3110' }], 'rises'],
    ['another tempo for fewer reps', [{}, {}, { tempo: '3110', amount: 5 }], 'flat'],
    ['the same tempo', [{ tempo: '3110' }, { tempo: '3110' }, { tempo: '3110' }], 'flat'],
    ['a tempo that is no longer stated', [{ tempo: '3110' }, {}, {}], 'flat'],
    ['a load that is never stated', [{ isLoaded: true }, { isLoaded: true }, { isLoaded: true }], 'unknown'],
    ['a load that is stated once', [kilos(20), { isLoaded: true }, kilos(20)], 'unknown'],
    ['more reps under a load that is not stated', [{ isLoaded: true }, {}, { amount: 7 }], 'rises'],
    ['reps that are not stated', [{ amount: null }, {}, {}], 'unknown'],
    ['reps that are no longer stated', [{}, {}, { amount: null }], 'unknown'],
    ['seconds after reps', [{}, {}, { measure: 'seconds', amount: 30 }], 'unknown'],
    ['mobility', [{ goal: 'mobility' }, { goal: 'mobility' }, { goal: 'mobility' }], 'too_short'],
  ])('%s', (_, doses, trend) => {
    const checked = checkOverload(inputOf(weeksOf(doses)));
    expect(checked.findings.map(({ code }) => code)).toEqual(trend === 'flat' ? ['M2_NO_OVERLOAD'] : []);
    expect(checked.judged).toBe(trend === 'rises' || trend === 'flat');
    const cannotTell = checked.cannotTell.find(({ rule }) => rule === 'S9')?.code;
    expect(cannotTell).toBe(
      { rises: undefined, flat: undefined, unknown: 'LOADS_NOT_STATED', too_short: 'NOTHING_REPEATS' }[trend],
    );
  });

  test('weeks that are meant to be easier do not count, nor do light sessions', () => {
    const deloaded = weeksOf([{}, {}, {}], (week) => (week === 2 ? { exemption: 'deload' } : {}));
    expect(find('M2_NO_OVERLOAD', inputOf(deloaded))).toEqual([]);
    const light = weeksOf([{}, {}, {}]).map((week) => ({
      ...week,
      sessions: week.sessions.map((session) => ({ ...session, load: 'light' as const })),
    }));
    expect(find('M2_NO_OVERLOAD', inputOf(light))).toEqual([]);
  });

  test('two weeks without are a pause, three begin anew', () => {
    expect(findFlat([{}, {}, null, null, {}])).toHaveLength(1);
    expect(findFlat([{}, {}, null, null, null, {}])).toEqual([]);
  });

  test('a rise has to be in the block: each block is judged by itself', () => {
    const doses = [{}, {}, {}, {}, { amount: 7 }, { amount: 7 }, { amount: 7 }, { amount: 7 }];
    const blocks = [
      { firstWeek: 1, lastWeek: 4 },
      { firstWeek: 5, lastWeek: 8 },
    ];
    expect(findFlat(doses)).toEqual([]);
    expect(findFlat(doses, { blocks }).map(({ at }) => [at.week, at.throughWeek])).toEqual([
      [1, 4],
      [5, 8],
    ]);
  });

  test('after weeks away an exercise starts lower, and is judged anew', () => {
    const away =
      (off: readonly number[]) =>
      (week: number): Partial<AuditedWeek> =>
        off.includes(week) ? { exemption: 'off' } : {};
    const doses = [{ amount: 5 }, { amount: 6 }, { amount: 6 }, null, {}, {}, {}];
    const findWith = (off: readonly number[], known: Partial<AuditInput> = {}) =>
      find('M2_NO_OVERLOAD', inputOf(weeksOf(doses, away(off)), known)).map(({ at }) => [at.week, at.throughWeek]);
    expect(findWith([])).toEqual([]);
    expect(findWith([4])).toEqual([[5, 7]]);
    expect(findWith([4], { blocks: [{ firstWeek: 1, lastWeek: 7 }] })).toEqual([[5, 7]]);
    // Away in a block's last week parts the two blocks as well.
    const blocks = [
      { firstWeek: 1, lastWeek: 4 },
      { firstWeek: 5, lastWeek: 7 },
    ];
    const same = [...Array.from({ length: 3 }, () => ({ amount: 5 })), null, {}, {}, {}];
    expect(
      find('M2_NO_OVERLOAD', inputOf(weeksOf(same, away([4])), { blocks })).map(({ at }) => [at.week, at.throughWeek]),
    ).toEqual([
      [1, 3],
      [5, 7],
    ]);
    // Away before it began or after it ended parts nothing.
    expect(
      find('M2_NO_OVERLOAD', inputOf([...weeksOf([{}, {}, {}]), weekOf(4, [], { exemption: 'off' })])),
    ).toHaveLength(1);
    expect(find('M2_NO_OVERLOAD', inputOf(weeksOf([null, {}, {}, {}], away([1]))))).toHaveLength(1);
  });

  test('the same exercise in two sessions is two of them', () => {
    const slot = buildAuditedSlot({ slot: '1', exercise: 'squat', measure: 'reps', amount: 6 });
    const weeks = [1, 2].map((week) => weekOf(week, [sessionOf('mon', [slot]), sessionOf('thu', [slot])]));
    expect(find('M2_NO_OVERLOAD', inputOf(weeks))).toEqual([]);
  });

  test('one template that is repeated shows no rise and no lack of one', () => {
    const checked = checkOverload(inputOf(weeksOf([{}, {}, {}]), { dosesByWeek: false }));
    expect(checked.findings).toEqual([]);
    expect(checked.cannotTell).toEqual([
      { mistake: 2, rule: 'S9', code: 'ONE_TEMPLATE' },
      { mistake: 2, rule: 'S11', code: 'TOO_FEW_WEEKS' },
    ]);
    expect(checked.judged).toBe(false);
  });
});

describe('an exercise stays no longer than a block (S13)', () => {
  const flat = (weeks: number) => Array.from({ length: weeks }, () => ({}));
  const rising = (weeks: number) => Array.from({ length: weeks }, (_, index) => ({ amount: 6 + index }));
  const findStale = (doses: readonly (Known | null)[], known: Partial<AuditInput> = {}) =>
    find('M2_STALE_EXERCISE', inputOf(weeksOf(doses), known));

  test('six weeks are a block, seven are more', () => {
    expect(findStale(flat(6))).toEqual([]);
    expect(findStale(flat(7))).toEqual([
      {
        code: 'M2_STALE_EXERCISE',
        rule: 'S13',
        mistake: 2,
        severity: 'warning',
        scope: 'slot',
        at: { week: 1, throughWeek: 7, session: 'mon', slot: '1' },
        data: { exercise: 'squat', weeks: 7, max: 6 },
      },
    ]);
  });

  test('while it rises it is a note, and without doses of its own too', () => {
    expect(findStale(rising(7))).toMatchObject([{ severity: 'info' }]);
    expect(findStale(flat(7), { dosesByWeek: false })).toMatchObject([{ severity: 'info' }]);
  });

  test('without blocks the last six weeks decide', () => {
    // The rise from week 1 to 2 is six weeks before the seventh: seen from week 8 it is past.
    expect(findStale([{ amount: 5 }, ...flat(6)])).toMatchObject([{ severity: 'warning' }]);
    expect(
      findStale([{ amount: 5 }, {}, { amount: 7 }, { amount: 7 }, { amount: 7 }, { amount: 7 }, { amount: 7 }]),
    ).toMatchObject([{ severity: 'info' }]);
  });

  test('without blocks time away begins it anew: a rise before it is past', () => {
    const doses = [...Array.from({ length: 5 }, () => ({ amount: 5 })), null, {}, {}, {}];
    const away = weeksOf(doses, (week) => (week === 6 ? { exemption: 'off' } : {}));
    expect(find('M2_STALE_EXERCISE', inputOf(away))).toMatchObject([{ severity: 'warning' }]);
    expect(findStale(doses)).toMatchObject([{ severity: 'info' }]);
  });

  test('with blocks the last one that shows a trend decides', () => {
    const blocks = [
      { firstWeek: 1, lastWeek: 4 },
      { firstWeek: 5, lastWeek: 8 },
    ];
    expect(findStale([...rising(4), ...flat(4)], { blocks })).toMatchObject([{ severity: 'warning' }]);
    expect(findStale([...flat(4), ...rising(4)], { blocks })).toMatchObject([{ severity: 'info' }]);
    const shortLast = [
      { firstWeek: 1, lastWeek: 6 },
      { firstWeek: 7, lastWeek: 8 },
    ];
    expect(findStale(flat(8), { blocks: shortLast })).toMatchObject([{ severity: 'warning' }]);
    expect(findStale([...rising(6), ...flat(2)], { blocks: shortLast })).toMatchObject([{ severity: 'info' }]);
  });
});

/** Weeks of one place, an exercise for each. */
const placeOf = (exercises: readonly string[], facts: (exercise: string, week: number) => Known = () => ({})) =>
  exercises.map((exercise, index) =>
    weekOf(index + 1, [sessionOf('mon', [buildAuditedSlot({ slot: '1', exercise, ...facts(exercise, index + 1) })])]),
  );

describe('exercises stay for a block (S11)', () => {
  const findChurn = (weeks: readonly AuditedWeek[]) => find('M2_EXERCISE_CHURN', inputOf(weeks));

  test('a change every three weeks is an error over the program', () => {
    expect(findChurn(placeOf(['a', 'a', 'a', 'b', 'b', 'b', 'c']))).toEqual([
      {
        code: 'M2_EXERCISE_CHURN',
        rule: 'S11',
        mistake: 2,
        severity: 'error',
        scope: 'program',
        at: { week: 1, throughWeek: 7 },
        data: { weeksPerExercise: 3, min: 4, max: 6 },
      },
    ]);
  });

  test('four weeks are a block', () => {
    expect(findChurn(placeOf(['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b', 'c']))).toEqual([]);
  });

  test('what has only just begun is not held against it, what has stayed speaks for it', () => {
    expect(findChurn(placeOf(['a', 'a', 'a', 'a', 'b']))).toEqual([]);
    // Of two stays, one short and ended, one long and going on, the shorter half decides.
    expect(findChurn(placeOf(['a', 'b', 'b', 'b', 'b']))).toMatchObject([{ data: { weeksPerExercise: 1 } }]);
    expect(findChurn(placeOf(['a', 'b', 'b', 'b']))).toMatchObject([{ data: { weeksPerExercise: 1 } }]);
  });

  test('the median decides: one quick change among long stays is none', () => {
    const exercises = [...'aaaa', 'b', ...'cccc', ...'dddd'];
    expect(findChurn(placeOf(exercises))).toEqual([]);
    expect(findChurn(placeOf([...'aaaa', 'b', 'c', ...'dddd']))).toMatchObject([{ data: { weeksPerExercise: 1 } }]);
  });

  test('four weeks and going on speak for it as much as more do', () => {
    const weeks = placeOf([...'abbbb']).map((week) => ({
      ...week,
      sessions: [...week.sessions, sessionOf('thu', [buildAuditedSlot({ slot: '1', exercise: 'c' })])],
    }));
    expect(findChurn(weeks)).toEqual([]);
  });

  test('a change that is excused is no churn', () => {
    expect(findChurn(placeOf(['a', 'b', 'c', 'd', 'e'], () => ({ excused: true })))).toEqual([]);
  });

  test('three weeks are too few to tell', () => {
    const checked = checkOverload(inputOf(placeOf(['a', 'b', 'c'])));
    expect(checked.findings).toEqual([]);
    expect(checked.cannotTell).toContainEqual({ mistake: 2, rule: 'S11', code: 'TOO_FEW_WEEKS' });
    const four = checkOverload(inputOf(placeOf(['a', 'b', 'c', 'd'])));
    expect(four.findings.map(({ code }) => code)).toEqual(['M2_EXERCISE_CHURN']);
    expect(four.cannotTell.map(({ rule }) => rule)).not.toContain('S11');
    expect(four.judged).toBe(true);
  });

  test('weeks without an exercise are no weeks of training', () => {
    const weeks = [...placeOf(['a', 'b', 'c']), weekOf(4, [sessionOf('mon', [])]), weekOf(5, [])];
    expect(checkOverload(inputOf(weeks)).cannotTell).toContainEqual({ mistake: 2, rule: 'S11', code: 'TOO_FEW_WEEKS' });
  });

  test('a place is a ladder in a session: an exercise may move in it', () => {
    const weeks = [1, 2, 3, 4].map((week) =>
      weekOf(week, [
        sessionOf('mon', [
          buildAuditedSlot({ slot: week % 2 ? '1' : '2', exercise: 'squat', ladder: 'quads' }),
          buildAuditedSlot({ slot: week % 2 ? '2' : '1', exercise: 'plank', ladder: 'core_anti_ext' }),
        ]),
      ]),
    );
    expect(findChurn(weeks)).toEqual([]);
  });

  test('two exercises of one ladder in a session are two places', () => {
    const weeks = [1, 2, 3, 4].map((week) =>
      weekOf(week, [
        sessionOf('mon', [
          buildAuditedSlot({ slot: '1', exercise: 'squat', ladder: 'quads' }),
          buildAuditedSlot({ slot: '2', exercise: 'lunge', ladder: 'quads' }),
          buildAuditedSlot({ slot: '3', exercise: 'step-up', ladder: 'quads' }),
        ]),
        sessionOf('thu', [buildAuditedSlot({ slot: '1', exercise: 'split squat', ladder: 'quads' })]),
      ]),
    );
    expect(findChurn(weeks)).toEqual([]);
  });
});

describe('the next exercise is a harder one (S10)', () => {
  const rungs = (from: number | null, to: number | null, known: Known = {}) =>
    placeOf([...'aaaabbbb'], (exercise) => ({
      ladder: 'quads',
      rung: exercise === 'a' ? from : to,
      ...(exercise === 'b' ? known : {}),
    }));
  const findEasier = (weeks: readonly AuditedWeek[]) => find('M2_NEXT_NOT_HARDER', inputOf(weeks));

  test('a lower rung is a warning in the week it comes in', () => {
    expect(findEasier(rungs(3, 2))).toEqual([
      {
        code: 'M2_NEXT_NOT_HARDER',
        rule: 'S10',
        mistake: 2,
        severity: 'warning',
        scope: 'slot',
        at: { week: 5, session: 'mon', slot: '1' },
        data: { from: 'a', to: 'b' },
      },
    ]);
  });

  test.each<[string, readonly AuditedWeek[]]>([
    ['a higher rung', rungs(2, 3)],
    ['the same rung', rungs(2, 2)],
    ['an excused change', rungs(3, 2, { excused: true })],
    ['a rung that is not known', rungs(null, 2)],
    ['a next rung that is not known', rungs(3, null)],
  ])('nothing to say: %s', (_, weeks) => {
    expect(findEasier(weeks)).toEqual([]);
  });
});

test.each([
  [3, true],
  [4, false],
  [6, false],
  [7, true],
])('a block of %i weeks (S10)', (weeks, isFound) => {
  const { findings } = checkOverload(inputOf([], { blocks: [{ firstWeek: 5, lastWeek: 4 + weeks }] }));
  expect(findings).toEqual(
    isFound
      ? [
          {
            code: 'M2_BLOCK_LENGTH',
            rule: 'S10',
            mistake: 2,
            severity: 'warning',
            scope: 'program',
            at: { week: 5, throughWeek: 4 + weeks },
            data: { weeks, min: 4, max: 6 },
          },
        ]
      : [],
  );
});

test('of no week nothing is judged', () => {
  expect(checkOverload(inputOf([]))).toEqual({
    findings: [],
    cannotTell: [
      { mistake: 2, rule: 'S9', code: 'NOTHING_REPEATS' },
      { mistake: 2, rule: 'S11', code: 'TOO_FEW_WEEKS' },
    ],
    judged: false,
  });
});

describe('a session that was let go', () => {
  const rung = (id: string, number: number, excused = false) =>
    buildAuditedSlot({ slot: 'A1', exercise: id, ladder: 'quads', rung: number, excused });
  const weeks = (isLetGo: boolean, excused = false) => [
    ...repeatWeek(4, [sessionOf('mon', [rung('qd_goblet', 3)])]),
    weekOf(5, [sessionOf('mon', [rung('qd_rev_lunge', 4)], { isLetGo })]),
    weekOf(6, [sessionOf('mon', [rung('qd_box_squat', 1, excused)], { isLetGo: excused })]),
    weekOf(7, [sessionOf('mon', [rung('qd_goblet', 3)])]),
  ];
  const easier = (input: readonly AuditedWeek[]) =>
    checkOverload(inputOf(input)).findings.filter(({ code }) => code === 'M2_NEXT_NOT_HARDER');

  test('had nothing done in it, so nothing follows from it', () => {
    const kept = weeks(false).filter(({ number }) => number !== 6);
    expect(easier(kept)).toHaveLength(1);
    const letGo = weeks(true).filter(({ number }) => number !== 6);
    expect(easier(letGo)).toEqual([]);
  });

  test('is nothing to judge by, were there no others', () => {
    const all = repeatWeek(4, [sessionOf('mon', [rung('qd_goblet', 3)], { isLetGo: true })]);
    expect(checkOverload(inputOf(all))).toEqual({
      findings: [],
      cannotTell: [{ mistake: 2, rule: 'S9', code: 'NOTHING_REPEATS' }],
      judged: false,
    });
  });

  test('gives no reason for an easier exercise that had none in it', () => {
    const box = sessionOf('mon', [rung('qd_box_squat', 1)]);
    const untold = [...weeks(true).slice(0, 4), weekOf(5, [{ ...box, isLetGo: true }]), weekOf(6, [box])];
    expect(easier(untold)).toHaveLength(1);
  });

  test('still said why an easier exercise comes', () => {
    const after = weekOf(7, [sessionOf('mon', [rung('qd_box_squat', 1)])]);
    const told = [...weeks(true, true).slice(0, 6), after];
    expect(easier(told)).toEqual([]);
    expect(easier(told.filter(({ number }) => number !== 6))).toHaveLength(1);
  });
});
