import { describe, expect, test } from 'vitest';
import { findExercise } from '../catalogue/catalogue.ts';
import type { Exercise } from '../catalogue/exercise.ts';
import { findNextRung, planSeedPath, type RungInput, type RungOption, suggestRung } from '../progression.ts';

const easy = { criteriaMet: true, painMax: 0 } as const;

interface RungCase {
  readonly name: string;
  readonly source: string;
  readonly input: RungInput;
  /** The recommended option first. */
  readonly options: readonly Partial<RungOption>[];
}

const cases: readonly RungCase[] = [
  {
    name: 'X01 the clamshell block ends after week 6, and the path goes on with the banded walk',
    source: 'article, mistake 2 (S10, S12)',
    input: { current: 'gm_clamshell', weeksDone: 6, ...easy },
    options: [
      { decision: 'advance', next: 'gm_band_walk', fromWeek: 7 },
      { decision: 'extend', next: 'gm_clamshell' },
    ],
  },
  {
    name: 'X03 not before four weeks, however easy',
    source: 'article, mistake 2 (S10)',
    input: { current: 'gm_clamshell', weeksDone: 3, ...easy },
    options: [{ decision: 'stay', next: 'gm_clamshell', change: 'add_resistance_or_reps' }],
  },
  {
    name: 'from four weeks on, up when mastered',
    source: 'rulebook 2.4',
    input: { current: 'qd_split_squat', weeksDone: 4, ...easy },
    options: [
      { decision: 'advance', next: 'qd_rev_lunge', fromWeek: 5 },
      { decision: 'stay', change: 'add_load_or_reps' },
    ],
  },
  {
    name: 'at five weeks and not mastered, it stays',
    source: 'rulebook 2.4',
    input: { current: 'cl_side_plank', weeksDone: 5, criteriaMet: false, painMax: 0 },
    options: [{ decision: 'stay', next: 'cl_side_plank', change: 'add_seconds' }],
  },
  {
    name: 'at six weeks a decision is due: two more, up anyway, or back',
    source: 'rulebook 2.4',
    input: { current: 'qd_rev_lunge', weeksDone: 6, criteriaMet: false, painMax: 1 },
    options: [
      { decision: 'extend', next: 'qd_rev_lunge' },
      { decision: 'advance', next: 'qd_bulgarian' },
      { decision: 'regress', next: 'qd_split_squat' },
    ],
  },
  {
    name: 'amber pain holds the rung, with one back as the other way',
    source: 'rulebook 2.7',
    input: { current: 'cg_single_loaded', weeksDone: 6, criteriaMet: true, painMax: 4 },
    options: [
      { decision: 'stay', next: 'cg_single_loaded', change: null },
      { decision: 'regress', next: 'cg_double_loaded' },
    ],
  },
  {
    name: 'red pain goes one rung back',
    source: 'rulebook 2.7',
    input: { current: 'cg_single_loaded', weeksDone: 2, criteriaMet: false, painMax: 7 },
    options: [{ decision: 'regress', next: 'cg_double_loaded' }],
  },
  {
    name: 'at the top of a ladder there is nowhere to go up',
    source: 'rulebook 3',
    input: { current: 'qd_back_squat', weeksDone: 6, ...easy },
    options: [{ decision: 'extend', next: 'qd_back_squat' }],
  },
  {
    name: 'a path step that the kit forbids gives way to the nearest rung that it allows',
    source: 'rulebook 3',
    input: {
      current: 'gm_clamshell',
      weeksDone: 6,
      ...easy,
      isAllowed: ({ equipment }) => equipment.some((set) => set.length === 0),
    },
    options: [{ decision: 'advance', next: 'gm_sidelying_abd' }, { decision: 'extend' }],
  },
];

describe('suggestRung, golden cases', () => {
  test.each(cases)('$name ($source)', ({ input, options }) => {
    const suggested = suggestRung(input);
    expect(suggested).toHaveLength(options.length);
    expect(suggested).toMatchObject(options);
  });

  const say = (input: RungInput) =>
    suggestRung(input).map(({ decision, next, reason: { code, rule } }) => `${decision} ${next} ${code} ${rule}`);
  const squat = { current: 'qd_rev_lunge', ...easy };

  test('every option carries its rule and the numbers it was decided by', () => {
    const data = { exercise: 'gm_clamshell', weeksDone: 6, min: 4, max: 6 };
    expect(suggestRung({ current: 'gm_clamshell', weeksDone: 6, ...easy })).toEqual([
      {
        decision: 'advance',
        next: 'gm_band_walk',
        fromWeek: 7,
        change: null,
        reason: { code: 'RUNG_READY', rule: 'S12', data: { ...data, to: 'gm_band_walk' } },
      },
      {
        decision: 'extend',
        next: 'gm_clamshell',
        fromWeek: 7,
        change: 'add_resistance_or_reps',
        reason: { code: 'RUNG_EXTEND', rule: 'LADDER', data: { ...data, weeks: 2 } },
      },
    ]);
  });

  test.each([
    [3, true, ['stay qd_rev_lunge RUNG_TOO_EARLY LADDER']],
    [4, true, ['advance qd_bulgarian RUNG_READY LADDER', 'stay qd_rev_lunge RUNG_NOT_MASTERED LADDER']],
    [4, false, ['stay qd_rev_lunge RUNG_NOT_MASTERED LADDER']],
    [5, true, ['advance qd_bulgarian RUNG_READY LADDER', 'stay qd_rev_lunge RUNG_NOT_MASTERED LADDER']],
    [6, true, ['advance qd_bulgarian RUNG_READY LADDER', 'extend qd_rev_lunge RUNG_EXTEND LADDER']],
    [
      6,
      false,
      [
        'extend qd_rev_lunge RUNG_EXTEND LADDER',
        'advance qd_bulgarian RUNG_READY LADDER',
        'regress qd_split_squat RUNG_BACK LADDER',
      ],
    ],
  ])('after %i weeks, mastered: %s', (weeksDone, criteriaMet, options) => {
    expect(say({ ...squat, weeksDone, criteriaMet })).toEqual(options);
  });

  test.each([
    [2, ['stay qd_rev_lunge RUNG_TOO_EARLY LADDER']],
    [3, ['stay qd_rev_lunge RUNG_PAIN PAIN', 'regress qd_split_squat RUNG_BACK PAIN']],
    [5, ['stay qd_rev_lunge RUNG_PAIN PAIN', 'regress qd_split_squat RUNG_BACK PAIN']],
    [6, ['regress qd_split_squat RUNG_BACK PAIN']],
  ])('at pain %i, after two weeks', (painMax, options) => {
    expect(say({ ...squat, weeksDone: 2, painMax })).toEqual(options);
  });

  test('two of ten is no pain that sends anybody back', () => {
    expect(say({ ...squat, weeksDone: 6, criteriaMet: false, painMax: 2 })).toContain(
      'regress qd_split_squat RUNG_BACK LADDER',
    );
  });

  test('what pain decides says how much of it there was', () => {
    const data = { exercise: 'qd_rev_lunge', weeksDone: 2, min: 4, max: 6, painMax: 4 };
    expect(suggestRung({ ...squat, weeksDone: 2, painMax: 4 })).toEqual([
      {
        decision: 'stay',
        next: 'qd_rev_lunge',
        fromWeek: 3,
        change: null,
        reason: { code: 'RUNG_PAIN', rule: 'PAIN', data },
      },
      {
        decision: 'regress',
        next: 'qd_split_squat',
        fromWeek: 3,
        change: null,
        reason: { code: 'RUNG_BACK', rule: 'PAIN', data },
      },
    ]);
  });

  test('where nothing easier is possible, pain holds the rung', () => {
    const first = { current: 'qd_box_squat', weeksDone: 5, criteriaMet: true };
    const held = { decision: 'stay', next: 'qd_box_squat', change: null, fromWeek: 6 };
    for (const painMax of [4, 8]) {
      const reason = { code: 'RUNG_PAIN', rule: 'PAIN', data: { exercise: 'qd_box_squat', painMax, weeksDone: 5 } };
      expect(suggestRung({ ...first, painMax })).toMatchObject([{ ...held, reason }]);
    }
    expect(say({ ...squat, weeksDone: 2, painMax: 8, isAllowed: ({ rung }) => rung > 3 })).toEqual([
      'stay qd_rev_lunge RUNG_PAIN PAIN',
    ]);
    expect(say({ ...squat, weeksDone: 6, criteriaMet: false, isAllowed: ({ rung }) => rung > 3 })).toEqual([
      'extend qd_rev_lunge RUNG_EXTEND LADDER',
      'advance qd_bulgarian RUNG_READY LADDER',
    ]);
  });

  test.each([
    ['cl_side_plank', 'add_seconds'],
    ['cl_suitcase_hold', 'add_seconds'],
    ['qd_rev_lunge', 'add_load_or_reps'],
    ['ce_dead_bug', 'add_resistance_or_reps'],
    ['gm_clamshell', 'add_resistance_or_reps'],
  ])('%s gets harder by %s', (current, change) => {
    expect(suggestRung({ current, weeksDone: 1, ...easy })[0]?.change).toBe(change);
  });

  test('an id that the catalogue does not have is a bug', () => {
    expect(() => suggestRung({ current: 'gm_moonwalk', weeksDone: 4, ...easy })).toThrow(
      new RangeError('Not in the catalogue: gm_moonwalk'),
    );
  });
});

describe('findNextRung', () => {
  const nextOf = (id: string, isAllowed: (exercise: Exercise) => boolean) => {
    const current = findExercise(id);
    if (!current) throw new Error(`No ${id}`);
    const found = findNextRung(current, (exercise) => (isAllowed(exercise) ? null : 'barred'));
    switch (found.kind) {
      case 'next':
        return `${found.exercise.id}${found.bySeedPath ? ' by path' : ''}`;
      case 'barred':
        return `barred ${found.wanted.id} ${found.by}`;
      case 'top':
        return 'top';
    }
  };

  test.each<[string, string, (exercise: Exercise) => boolean, string]>([
    ['the next rung', 'qd_goblet', () => true, 'qd_split_squat'],
    ['the first of two alternatives', 'qd_split_squat', () => true, 'qd_rev_lunge'],
    ['the second where the first is barred', 'qd_split_squat', ({ id }) => id !== 'qd_rev_lunge', 'qd_step_down'],
    ['two rungs up where the next is barred', 'qd_split_squat', ({ rung }) => rung > 4, 'qd_bulgarian'],
    ['three rungs up are no step', 'qd_goblet', ({ rung }) => rung > 4, 'barred qd_split_squat barred'],
    ['a path’s step over the rungs between', 'gm_clamshell', () => true, 'gm_band_walk by path'],
    ['the end of a path goes on by its ladder', 'gm_side_plank_lift', () => true, 'top'],
    ['a barred path step', 'gm_clamshell', ({ id }) => id !== 'gm_band_walk', 'gm_sidelying_abd'],
    ['the top', 'qd_back_squat', () => true, 'top'],
    ['nothing that is allowed', 'qd_bulgarian', () => false, 'barred qd_back_squat barred'],
  ])('%s', (_, id, isAllowed, expected) => {
    expect(nextOf(id, isAllowed)).toBe(expected);
  });
});

test('X02 the 24-week glute path (article, mistake 2, S12)', () => {
  expect(planSeedPath('glute_med_24wk')).toEqual([
    { weeks: [1, 6], exerciseId: 'gm_clamshell' },
    { weeks: [7, 12], exerciseId: 'gm_band_walk' },
    { weeks: [13, 18], exerciseId: 'gm_side_plank' },
    { weeks: [19, 24], exerciseId: 'gm_side_plank_lift' },
  ]);
});
