import type { Exercise } from './catalogue/exercise.ts';
import type { LongestSet } from './longest-set.ts';
import type { SlotDose } from './plan-doses.ts';
import type { Reason } from './reason.ts';
import type { Role } from './session-template.ts';
import type { SessionLabel, SessionLoad, SupersetLetter } from './vocabulary.ts';

/** An exercise in its place for a block. */
export interface SlotPlan {
  readonly role: Role;
  /** "A1". */
  readonly slot: string;
  readonly superset: SupersetLetter | null;
  readonly exercise: Exercise;
  readonly dose: SlotDose;
  /** Of any week of the block. */
  readonly longest: LongestSet;
  readonly restSeconds: number;
  /** Sets are cut to this where time is short. */
  readonly maxSets: number;
  readonly isHeavy: boolean;
  /** From 0, the last to go. */
  readonly priority: number;
  /** Why this exercise, and why this kind of dose. */
  readonly reasons: readonly Reason[];
}

/** A session as the block repeats it. */
export interface SessionPlan {
  readonly label: SessionLabel;
  /** The most that the session is made for. */
  readonly load: SessionLoad;
  /** In the order of their slots; a pair comes together on its day. */
  readonly slots: readonly SlotPlan[];
  readonly reasons: readonly Reason[];
}
