import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exercises, findExercise } from '../catalogue/catalogue.ts';
import { defaultParameters } from '../parse-parameters.ts';
import { deadlift, inKg } from '../testing/exercise-logs.ts';
import { type ExerciseState, startExercise } from './exercise-state.ts';
import { suggestLadderMove } from './suggest-ladder-move.ts';

const stateOf = (exerciseId: string, more: Partial<ExerciseState> = {}): ExerciseState => ({
  ...startExercise({ ...deadlift, exerciseId }),
  ...more,
});

interface MoveCase {
  readonly name: string;
  readonly source: string;
  readonly state: ExerciseState;
  readonly weeksDone: number;
  readonly decisions: readonly string[];
}

const cases: readonly MoveCase[] = [
  {
    name: 'X03 not before four weeks, however easy',
    source: 'article, mistake 2 (S10)',
    state: stateOf('gm_clamshell', { topExposures: 3 }),
    weeksDone: 3,
    decisions: ['stay gm_clamshell'],
  },
  {
    name: 'X01 up after week 6 when the top was reached twice',
    source: 'article, mistake 2 (S10, S12)',
    state: stateOf('gm_clamshell', { topExposures: 2 }),
    weeksDone: 6,
    decisions: ['advance gm_band_walk', 'extend gm_clamshell'],
  },
  {
    name: 'one session at the top is not mastery',
    source: 'rulebook 2.4',
    state: stateOf('qd_rev_lunge', { topExposures: 1 }),
    weeksDone: 6,
    decisions: ['extend qd_rev_lunge', 'advance qd_bulgarian', 'regress qd_split_squat'],
  },
  {
    name: 'amber pain holds',
    source: 'rulebook 2.7',
    state: stateOf('cg_single_loaded', { topExposures: 4, painMax: 3 }),
    weeksDone: 6,
    decisions: ['stay cg_single_loaded', 'regress cg_double_loaded'],
  },
  {
    name: 'red pain goes back at once',
    source: 'rulebook 2.7',
    state: stateOf('cg_single_loaded', { topExposures: 4, painMax: 6 }),
    weeksDone: 1,
    decisions: ['regress cg_double_loaded'],
  },
];

describe('suggestLadderMove, golden cases', () => {
  test.each(cases)('$name ($source)', ({ state, weeksDone, decisions }) => {
    const moves = suggestLadderMove({ state, weeksDone, pinned: [], loadable: 250, parameters: defaultParameters });
    expect(moves.map(({ decision, next }) => `${decision} ${next}`)).toEqual(decisions);
  });

  test('a pinned exercise gets its move as a suggestion', () => {
    const state = stateOf('gm_clamshell', { topExposures: 2 });
    const [first, second] = suggestLadderMove({
      state,
      weeksDone: 6,
      pinned: ['exerciseId'],
      loadable: 250,
      parameters: defaultParameters,
    });
    expect(first?.proposed).toMatchObject({ kind: 'suggestion', before: 'gm_clamshell', after: 'gm_band_walk' });
    expect(second?.proposed).toBeNull();
  });

  test('otherwise it is a change of the exercise, from one to the other', () => {
    const [up, stay] = suggestLadderMove({
      state: stateOf('gm_clamshell', { topExposures: 2 }),
      weeksDone: 6,
      pinned: ['load'],
      loadable: 250,
      parameters: defaultParameters,
    });
    expect(up?.proposed).toMatchObject({
      kind: 'change',
      code: 'RUNG_READY',
      target: { exerciseId: 'gm_clamshell', session: null, field: 'exerciseId' },
    });
    expect(stay).toMatchObject({ decision: 'extend', proposed: null });
  });

  test('who stays goes on with her load', () => {
    const [stay] = suggestLadderMove({
      state: stateOf('gx_deadlift', { load: inKg(60) }),
      weeksDone: 2,
      pinned: [],
      loadable: 250,
      parameters: defaultParameters,
    });
    expect(stay).toMatchObject({ decision: 'stay', startLoad: inKg(60) });
  });

  test('without a cut the load on one leg is half', () => {
    const [up] = suggestLadderMove({
      state: stateOf('cg_double_loaded', { topExposures: 2, load: inKg(40) }),
      weeksDone: 5,
      pinned: [],
      loadable: 100,
      parameters: { ...defaultParameters, oneLegCutPercent: 0 },
    });
    expect(up).toMatchObject({ startLoad: inKg(20) });
  });

  test('from two legs to one the load starts at half and 10 % less (product decision)', () => {
    const [up] = suggestLadderMove({
      state: stateOf('cg_double_loaded', { topExposures: 2, load: inKg(40) }),
      weeksDone: 5,
      pinned: [],
      loadable: 100,
      parameters: defaultParameters,
    });
    expect(up).toMatchObject({ next: 'cg_single_loaded', startLoad: inKg(18) });
  });

  test('no load is invented for an exercise of another kind', () => {
    const [up] = suggestLadderMove({
      state: stateOf('hs_machine_curl', { topExposures: 2, load: inKg(40) }),
      weeksDone: 5,
      pinned: [],
      loadable: 500,
      parameters: defaultParameters,
    });
    expect(up).toMatchObject({ next: 'hs_sl_slider', startLoad: null });
  });
});

test('law: never up before four weeks, on pain above 2, or to what is not allowed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...exercises),
      fc.integer({ min: 0, max: 10 }),
      fc.integer({ min: 0, max: 10 }),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 1, max: 8 }),
      (exercise, weeksDone, painMax, topExposures, rungMax) => {
        const moves = suggestLadderMove({
          state: stateOf(exercise.id, { painMax, topExposures }),
          weeksDone,
          pinned: [],
          loadable: 250,
          parameters: defaultParameters,
          isAllowed: ({ rung }) => rung <= rungMax,
        });
        expect(moves.length).toBeGreaterThan(0);
        for (const { decision, next } of moves) {
          const to = findExercise(next);
          expect(to?.ladder).toBe(exercise.ladder);
          if (decision !== 'advance') continue;
          expect(weeksDone >= 4 && painMax <= 2 && (to?.rung ?? 99) <= rungMax).toBe(true);
        }
      },
    ),
  );
});
