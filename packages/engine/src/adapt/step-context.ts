import type { ParameterValues } from '../parse-parameters.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Reason } from '../reason.ts';
import type { Loadable } from '../round-load.ts';
import type { LoadUnit } from '../vocabulary.ts';
import type { ExerciseState } from './exercise-state.ts';
import type { ProposedChange } from './proposed-change.ts';

/** What stays the same from session to session. */
export interface StepContext {
  readonly parameters: ParameterValues;
  /** Years. */
  readonly age: number;
  /** What the exercise can be loaded to, in the unit for new loads. */
  readonly loadable: Loadable;
  readonly unit: LoadUnit;
  /** The day of the runner's first report of a reserve, on any exercise; null before it. */
  readonly reservesSince: PlainDate | null;
}

export interface Step {
  readonly state: ExerciseState;
  /** Empty when the next session asks for the same. */
  readonly changes: readonly ProposedChange[];
  /** What decided, a hold included. */
  readonly why: Reason;
}
