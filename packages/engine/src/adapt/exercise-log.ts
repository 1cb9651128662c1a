import type { Load } from '../load.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Prescription, WeekPhase } from '../program.ts';

/** One set as it was done. */
export interface PerformedSet {
  /** Reps or seconds, from 0: tried and not done. */
  readonly amount: number;
  /** Only where the other side differed; the weaker side counts. */
  readonly amountOtherSide?: number | null;
  /** As typed; null without a weight. */
  readonly load: Load | null;
  /** Reps in reserve, 0 to 5 in half steps; null where it was not said. */
  readonly rir: number | null;
}

/** What was asked for, as it stood when it was done. */
export type PlannedDose = Pick<
  Prescription,
  'exerciseId' | 'goal' | 'sets' | 'measure' | 'amount' | 'range' | 'load' | 'rir' | 'tempo' | 'pinned'
>;

/** One exercise of one session as it was done. A fact: a correction is another log with a higher revision. */
export interface ExerciseLog {
  /** "w03-A" */
  readonly session: string;
  /** "A1" */
  readonly slot: string;
  /** From 0. */
  readonly revision: number;
  /** The day it was done on. */
  readonly date: PlainDate;
  /** The block of the program, from 1. */
  readonly block: number;
  readonly phase: WeekPhase;
  readonly planned: PlannedDose;
  readonly sets: readonly PerformedSet[];
  /** The worst pain during it, 0 to 10; null where it was not said. */
  readonly pain: number | null;
  /** Made easier for the day, by readiness: it says nothing about the working load. */
  readonly isEased: boolean;
  /** Somebody has said that an unusual load is right. */
  readonly isConfirmed: boolean;
}
