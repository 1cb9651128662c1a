import type { WeekExemption } from '../audit-input.ts';
import type { Load } from '../load.ts';
import type { PlainDate } from '../plain-date.ts';
import type { RunDay } from '../running-week.ts';
import type { Goal, Measure, SessionLoad, Weekday } from '../vocabulary.ts';
import { buildParts } from './read-parts.ts';

/** One exercise as it is written. Null means "not written": a rule that needs it says that it cannot tell. */
export interface RoutineLine {
  /** Comments on the lines before it and behind it, trimmed, none empty. */
  readonly comments: readonly string[];
  /** "A1": one letter and a number. Neighbours with the same letter are a superset. */
  readonly mark: string | null;
  /** A catalogue id, or the name as it was written where the catalogue has none like it. Never empty. */
  readonly exercise: string;
  /** 1 to 6. */
  readonly sets: number | null;
  readonly measure: Measure | null;
  /** Reps (1 to 50) or seconds (5 to 300) of each set. */
  readonly amount: number | null;
  /** The range that the reps or seconds may move in, low end first. */
  readonly range: readonly [low: number, high: number] | null;
  readonly perSide: boolean;
  readonly load: Load | null;
  /** Reps in reserve, 0 to 5 in half steps. */
  readonly rir: number | null;
  /** 0 to 600. */
  readonly restSeconds: number | null;
  /** Seconds down, pause, up: "3-1-1". */
  readonly tempo: string | null;
  /** Each rep as fast as form allows. */
  readonly explosive: boolean;
  readonly goal: Goal | null;
  /** The exercise stands in for another because of pain, kit, travel or the coach's choice: no churn (S11). */
  readonly swapped: boolean;
  /** What it is for. */
  readonly purpose: string | null;
}

export interface RoutineSession {
  /** "A", "Lower body"; the same name in the next week is the same session. */
  readonly name: string | null;
  readonly load: SessionLoad | null;
  /** Empty where only the day of the session is written. */
  readonly lines: readonly RoutineLine[];
}

/** A day's run, its session, or both; without a weekday, a session on any day. */
export interface RoutineDay {
  readonly comments: readonly string[];
  readonly day: Weekday | null;
  readonly run: RunDay | null;
  readonly session: RoutineSession | null;
}

export interface RoutineWeek {
  readonly comments: readonly string[];
  /** First and last week that it describes, from 1 to 104; null for a routine without week headings. */
  readonly weeks: readonly [first: number, last: number] | null;
  /** The Monday of the first of them. */
  readonly startsOn: PlainDate | null;
  /** The block it belongs to, from 1. */
  readonly block: number | null;
  /** Why it is meant to be less than other weeks. */
  readonly exemption: WeekExemption | null;
  readonly days: readonly RoutineDay[];
}

/** A routine or a whole program as text holds it: what a coach writes down, and nothing that the engine thinks of it. */
export interface Routine {
  readonly title: string | null;
  readonly weeks: readonly RoutineWeek[];
  /** Comments behind everything else. */
  readonly comments: readonly string[];
}

/** Bounds of what a text may hold; a longer text is read to there and the rest is reported. */
export const notationBounds = {
  lines: { min: 0, max: 10_000 },
  lineLength: { min: 0, max: 500 },
  weeks: { min: 1, max: 104 },
  nameLength: { min: 1, max: 120 },
} as const;

/** A line of which only the exercise is known. */
export function buildRoutineLine(known: Pick<RoutineLine, 'exercise'> & Partial<RoutineLine>): RoutineLine {
  return {
    comments: [],
    mark: null,
    ...buildParts(),
    ...known,
  };
}
