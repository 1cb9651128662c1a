import type { Placement, Repair } from '@groundwork/engine/placement';
import type { PlainDate } from '@groundwork/engine/plain-date';
import type { RunningWeek } from '@groundwork/engine/running-week';
import type { RaceDistance, RacePriority } from '@groundwork/engine/vocabulary';

export interface RaceView {
  readonly raceId: string;
  readonly name: string;
  readonly date: PlainDate;
  readonly distance: RaceDistance;
  readonly priority: RacePriority;
}

/** A stored running week: the usual one from a Monday on, or one single week. */
export interface StoredRunningWeek {
  readonly runWeekId: string;
  readonly scope: 'from' | 'only';
  /** A Monday. */
  readonly startsOn: PlainDate;
  readonly days: RunningWeek;
  readonly updatedAt: Date;
}

export interface RunningPreview {
  readonly placement: Placement;
  /** Best first; empty when two full sessions stand already. Suggestions only. */
  readonly repairs: readonly Repair[];
}

export interface RunningSaved {
  /** The client's new revision. */
  readonly revision: number;
  readonly weeks: readonly StoredRunningWeek[];
}

export interface RacesSaved {
  /** By date. */
  readonly races: readonly RaceView[];
}
