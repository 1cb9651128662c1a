import type { Screening } from './adapt/screen.ts';
import type { Load } from './load.ts';
import type { PlainDate } from './plain-date.ts';
import type { RunningWeek } from './running-week.ts';
import type {
  Equipment,
  Experience,
  LoadUnit,
  PainSite,
  RaceDistance,
  RacePriority,
  TimeOffKind,
  TimeOffWork,
  Weekday,
} from './vocabulary.ts';

export interface Race {
  readonly date: PlainDate;
  readonly distance: RaceDistance;
  readonly priority: RacePriority;
}

/** Dated days away, both ends included. */
export interface TimeOff {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly kind: TimeOffKind;
  /** Always "none" for sick days. */
  readonly work: TimeOffWork;
}

/** All that a program is built from. The same profile gives the same program, byte for byte. */
export interface Profile {
  /** Years, 13 to 100. Under 18 the program is held for the coach's review. */
  readonly age: number;
  readonly experience: Experience;
  /** Months of regular running, 0 to 1200. Under 6 the foot ladder starts at its first rung (rulebook 2.2). */
  readonly runningMonths: number;
  readonly equipment: readonly Equipment[];
  /** Longest session the client has time for, in minutes, 15 to 120. */
  readonly minutesPerSession: number;
  /** Where it hurts now, or lately. Exercises that load the site are substituted. */
  readonly painSites: readonly PainSite[];
  readonly runningWeek: RunningWeek;
  /** Single weeks that differ from the usual one, by the Monday they start on. */
  readonly weekOverrides: Readonly<Record<PlainDate, RunningWeek>>;
  /** Days on which no strength may land. */
  readonly unavailable: readonly Weekday[];
  readonly races: readonly Race[];
  /** By date, none touching another's days. */
  readonly timeOff: readonly TimeOff[];
  /** What the health questions allow; null where nobody asked. */
  readonly screening: Screening | null;
  /** The unit for new load targets. */
  readonly unit: LoadUnit;
  /** Known working loads by exercise id, per hand or in all as the exercise is loaded. Without one no load is invented. */
  readonly workingLoads: Readonly<Record<string, Load>>;
}
