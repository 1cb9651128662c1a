// The gates of a ladder at weeks 4 to 6, read from what was logged: rulebook 2.4 and 2.7, over `suggestRung`.
import { findExercise } from '../catalogue/catalogue.ts';
import type { Exercise } from '../catalogue/exercise.ts';
import type { Load } from '../load.ts';
import type { ParameterValues } from '../parse-parameters.ts';
import type { PinnableField } from '../program.ts';
import { type RungOption, suggestRung } from '../progression.ts';
import { type Loadable, lowerLoad, roundLoad } from '../round-load.ts';
import type { ExerciseState } from './exercise-state.ts';
import type { ProposedChange } from './proposed-change.ts';

export interface LadderMoveInput {
  readonly state: ExerciseState;
  /** Whole weeks on this rung, from 0. */
  readonly weeksDone: number;
  readonly pinned: readonly PinnableField[];
  /** Which exercises the client can do; all when left out. */
  readonly isAllowed?: (exercise: Exercise) => boolean;
  /** What a new exercise can be loaded to. */
  readonly loadable: Loadable;
  readonly parameters: ParameterValues;
}

export interface LadderMove extends RungOption {
  /** Null where the exercise stays. */
  readonly proposed: ProposedChange | null;
  /** Where the load of the new exercise starts; null where it is found by feel. */
  readonly startLoad: Load | null;
}

/** What to do with the exercise now, the recommended option first. A pinned exercise gets its move as a suggestion. */
export function suggestLadderMove({
  state,
  weeksDone,
  pinned,
  isAllowed,
  loadable,
  parameters,
}: LadderMoveInput): readonly LadderMove[] {
  const options = suggestRung({
    current: state.exerciseId,
    weeksDone,
    criteriaMet: state.topExposures >= parameters.topsToRise,
    painMax: state.painMax,
    parameters,
    ...(isAllowed ? { isAllowed } : {}),
  });
  return options.map((option) => ({
    ...option,
    proposed: option.next === state.exerciseId ? null : changeTo(option, state, pinned),
    startLoad: option.next === state.exerciseId ? state.load : findStartLoad(state, option.next, loadable, parameters),
  }));
}

function changeTo(
  { next, reason }: RungOption,
  { exerciseId }: ExerciseState,
  pinned: readonly PinnableField[],
): ProposedChange {
  return {
    ...reason,
    kind: pinned.includes('exerciseId') ? 'suggestion' : 'change',
    target: { exerciseId, session: null, field: 'exerciseId' },
    before: exerciseId,
    after: next,
  };
}

/** Only from two legs to one is a load known beforehand; every other exercise finds its own. */
function findStartLoad(
  { exerciseId, load }: ExerciseState,
  nextId: string,
  loadable: Loadable,
  { oneLegCutPercent }: ParameterValues,
): Load | null {
  const from = findExercise(exerciseId);
  const next = findExercise(nextId);
  if (!from || !next || load === null || next.loadType !== 'external' || from.unilateral || !next.unilateral)
    return null;
  const half = { hundredths: Math.round(load.hundredths / 2), unit: load.unit };
  const start = roundLoad(half, loadable);
  return oneLegCutPercent === 0 ? start : lowerLoad(start, oneLegCutPercent, loadable);
}
