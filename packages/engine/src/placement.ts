import type { Reason } from './reason.ts';
import type { RunKind, SessionLoad, Tier, Weekday } from './vocabulary.ts';

export interface PlacementInput {
  /** Seven kinds, Monday first. */
  readonly week: readonly RunKind[];
  /** Last day of the real week before. Left out, the week wraps onto itself (S31). */
  readonly before?: RunKind;
  /** First day of the real week after. Left out, the week wraps onto itself (S31). */
  readonly after?: RunKind;
  readonly sessions: 1 | 2;
  readonly unavailable?: readonly Weekday[];
}

export interface PlacedDay {
  readonly day: Weekday;
  readonly load: SessionLoad;
}

/** What the engine says about one day: used or not, and every reason. A refused day always has at least one. */
export interface DayVerdict {
  readonly day: Weekday;
  readonly legal: boolean;
  readonly placed: SessionLoad | null;
  readonly reasons: readonly Reason[];
}

export interface Placement {
  readonly tier: Tier;
  readonly legal: readonly Weekday[];
  /** In the order they were chosen: the fullest first, then by day. */
  readonly sessions: readonly PlacedDay[];
  readonly days: readonly DayVerdict[];
  readonly warnings: readonly Reason[];
}

/** A change to the running week that would let more strength in. Always a suggestion: the engine moves no run. */
export type Repair =
  | {
      readonly kind: 'swap';
      readonly days: readonly [Weekday, Weekday];
      readonly week: readonly RunKind[];
      readonly gives: Placement;
    }
  | {
      readonly kind: 'downgrade';
      readonly day: Weekday;
      readonly to: 'easy';
      readonly week: readonly RunKind[];
      readonly gives: Placement;
    };
