// What is known of a runner and one exercise after every session: rulebook 5, "Autoregulation".
import type { Load } from '../load.ts';
import type { PlainDate } from '../plain-date.ts';
import type { PlannedDose } from './exercise-log.ts';

export interface ExerciseState {
  readonly exerciseId: string;
  /** The working load; null until one is known. */
  readonly load: Load | null;
  /** Reps or seconds to ask for next. */
  readonly amount: number;
  readonly tempo: string | null;
  /** The block that the counts below belong to; 0 before the first session. */
  readonly block: number;
  /** Whether an ordinary session of the block has been done: before it, the plan says what to ask for. */
  readonly isBegun: boolean;
  /** Sessions with this exercise in the block. */
  readonly exposures: number;
  /** Sessions of the block in which every set reached the top with the reserve asked for. */
  readonly topExposures: number;
  /** Of these, how many came last in a row at no lighter a load. */
  readonly topsInRow: number;
  /** Last sessions in a row that left nothing in reserve. */
  readonly emptyInRow: number;
  /** Steps down in a row. */
  readonly backoffsInRow: number;
  /** The worst pain in the block, 0 to 10. */
  readonly painMax: number;
  /** What was lifted last. */
  readonly lastLoad: Load | null;
  /** The Monday of the last session's week, and the load that the week began with. */
  readonly week: { readonly monday: PlainDate; readonly load: Load } | null;
}

/** Where an exercise starts: at what is planned, with nothing known yet. */
export function startExercise({ exerciseId, load, amount, tempo }: PlannedDose): ExerciseState {
  return {
    exerciseId,
    load,
    amount,
    tempo,
    block: 0,
    isBegun: false,
    exposures: 0,
    topExposures: 0,
    topsInRow: 0,
    emptyInRow: 0,
    backoffsInRow: 0,
    painMax: 0,
    lastLoad: null,
    week: null,
  };
}
