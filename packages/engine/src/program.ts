import type { Load } from './load.ts';
import type { DayVerdict } from './placement.ts';
import type { PlainDate } from './plain-date.ts';
import type { Reason } from './reason.ts';
import type { Goal, Measure, SessionLabel, SessionLoad, SupersetLetter, Tier, Weekday } from './vocabulary.ts';

/** The fields of a prescription that a coach can set by hand and so pin. */
export const pinnableFields = ['exerciseId', 'goal', 'sets', 'amount', 'load', 'rir', 'restSeconds', 'tempo'] as const;
export type PinnableField = (typeof pinnableFields)[number];

/** One exercise in one session: what is asked for and why. */
export interface Prescription {
  /** "A1": the session's label and the place in it. Stable over the weeks of a block, so a slot can be read across them. */
  readonly slot: string;
  /** Shared with exactly one neighbour that it is done by turns with; null for an exercise on its own. */
  readonly superset: SupersetLetter | null;
  readonly exerciseId: string;
  readonly goal: Goal;
  /** 1 to 6. */
  readonly sets: number;
  readonly measure: Measure;
  /** Reps (1 to 50) or seconds (5 to 300) of each set, for each side where `perSide`. */
  readonly amount: number;
  /** The range that double progression moves in, in the same measure. */
  readonly range: readonly [low: number, high: number];
  readonly perSide: boolean;
  /** Where a working load is known; never a guess. */
  readonly load: Load | null;
  /** Reps in reserve, 0 to 5 in half steps; null where it has no meaning, as for a hold. */
  readonly rir: number | null;
  /** Seconds, 0 to 600. */
  readonly restSeconds: number;
  /** Move as fast as form allows; stop the set when it slows. */
  readonly explosive: boolean;
  /** Seconds down, pause, up, such as "3-1-1"; null where it does not matter. */
  readonly tempo: string | null;
  /** What it is for, in the client's words: "knees and hips on the long run". */
  readonly purpose: string;
  readonly reasons: readonly Reason[];
  /** Fields the coach set by hand. The engine never overwrites them. */
  readonly pinned: readonly PinnableField[];
  /** The slot that the engine built it for, where the coach put it elsewhere; null where she added it. Left out, its own slot. */
  readonly engineSlot?: string | null;
}

/** What the coach changed about a session beside its prescriptions: it stays when the program is built again. */
export interface SessionMarks {
  /** The engine's slots that she took out. */
  readonly removed?: readonly string[];
  /** The engine's day, where she chose another. */
  readonly movedFrom?: Weekday;
  /** Why it stands on a day that a rule refuses, in her words. */
  readonly reason?: string;
}

export interface PlannedSession {
  /** Stable within the program: "w03-A". */
  readonly key: string;
  readonly label: SessionLabel;
  readonly date: PlainDate;
  readonly day: Weekday;
  readonly load: SessionLoad;
  /** Estimated minutes, warm-up and rests included. */
  readonly minutes: number;
  readonly reasons: readonly Reason[];
  readonly prescriptions: readonly Prescription[];
  /** Left out where the coach changed nothing of the kind. */
  readonly byCoach?: SessionMarks;
}

/**
 * What a week is for. A race outweighs the block: its taper and the days after it hide a deload. `maintain` keeps strength
 * with less between two races of a season; `off` has lost a session to a holiday or an illness, whatever else it was for.
 */
export const weekPhases = ['deload', 'build', 'maintain', 'off', 'return', 'taper'] as const;
export type WeekPhase = (typeof weekPhases)[number];

export interface ProgramWeek {
  /** From 1. */
  readonly number: number;
  /** A Monday. */
  readonly startsOn: PlainDate;
  readonly block: number;
  readonly phase: WeekPhase;
  readonly tier: Tier;
  readonly warnings: readonly Reason[];
  readonly days: readonly DayVerdict[];
  readonly sessions: readonly PlannedSession[];
}

/** What a block is for, from general to specific; `maintain` keeps strength between two races of a season. */
export const blockFocuses = ['general', 'strength', 'power', 'maintain'] as const;
export type BlockFocus = (typeof blockFocuses)[number];

export interface Block {
  /** From 1. */
  readonly number: number;
  readonly focus: BlockFocus;
  readonly firstWeek: number;
  readonly lastWeek: number;
  readonly reasons: readonly Reason[];
}

export interface Program {
  /** A Monday. */
  readonly startsOn: PlainDate;
  readonly blocks: readonly Block[];
  readonly weeks: readonly ProgramWeek[];
  readonly engineVersion: string;
  readonly catalogueVersion: string;
}
