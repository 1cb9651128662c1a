import { describe, expect, test } from 'vitest';
import { planSeedPath, type RungInput, type RungOption, suggestRung } from '../progression.ts';

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

  test('an id that the catalogue does not have is a bug', () => {
    expect(() => suggestRung({ current: 'gm_moonwalk', weeksDone: 4, ...easy })).toThrow(RangeError);
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
