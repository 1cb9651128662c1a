import type { RunKind } from './vocabulary.ts';

/** One day of a runner's week. */
export interface RunDay {
  readonly kind: RunKind;
  /** Kilometres, above 0 and at most 200. */
  readonly distanceKm?: number;
  /** The coach's words for the run, such as "6 × 800 m", at most 80 characters. */
  readonly note?: string;
}

/** Monday to Sunday. */
export type RunningWeek = readonly [RunDay, RunDay, RunDay, RunDay, RunDay, RunDay, RunDay];
