import type { Load } from '@groundwork/engine/load';
import type { PlainDate } from '@groundwork/engine/plain-date';
import type { Reason } from '@groundwork/engine/reason';
import type { Goal, LoadUnit, Measure, SessionLoad, SupersetLetter } from '@groundwork/engine/vocabulary';

/** `missed`: planned for a day before the client's today and never started. It can still be done late. */
export type SessionState = 'planned' | 'in_progress' | 'done' | 'skipped' | 'missed';

/** A set as it counts now: the latest of what was logged for it. */
export interface SetLogView {
  readonly setLogId: string;
  /** From 1. */
  readonly setNumber: number;
  /** Reps or seconds as the prescription measures, each side's where it is per side. */
  readonly amount: number;
  /** The other side's where it differed. */
  readonly amountOtherSide: number | null;
  readonly load: Load | null;
  /** 0 to 5 in half steps. */
  readonly rir: number | null;
  readonly loggedAt: Date;
}

/** A session in a list or a week. */
export interface SessionSummary {
  readonly sessionId: string;
  readonly programId: string;
  /** The planned session's key in its program, "w03-A". */
  readonly key: string;
  /** "A" or "B": "Strength A". */
  readonly label: string;
  /** Of the program, from 1. */
  readonly week: number;
  readonly date: PlainDate;
  readonly load: SessionLoad;
  /** Planned minutes, warm-up and rests included. */
  readonly minutes: number;
  readonly state: SessionState;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** Session RPE, 0 to 10 in half steps. */
  readonly effort: number | null;
  /** Planned sets, and how many of them have a log. */
  readonly sets: { readonly planned: number; readonly logged: number };
}

export interface PrescriptionView {
  readonly prescriptionId: string;
  /** From 1. */
  readonly position: number;
  /** "A1". */
  readonly slot: string;
  /** Shared with exactly one neighbour that it is done by turns with. */
  readonly superset: SupersetLetter | null;
  readonly exerciseId: string;
  readonly goal: Goal;
  readonly sets: number;
  readonly measure: Measure;
  /** Reps or seconds, each side where `perSide`. */
  readonly amount: number;
  readonly range: readonly [low: number, high: number];
  readonly perSide: boolean;
  readonly load: Load | null;
  readonly rir: number | null;
  readonly restSeconds: number;
  readonly explosive: boolean;
  readonly tempo: string | null;
  readonly purpose: string;
  readonly reasons: readonly Reason[];
  /** By set number. */
  readonly logs: readonly SetLogView[];
}

/** What she did with the exercise the last time, from an earlier session. */
export interface LastTime {
  readonly date: PlainDate;
  readonly sets: readonly Pick<SetLogView, 'setNumber' | 'amount' | 'amountOtherSide' | 'load' | 'rir'>[];
}

export interface SessionDetail<Line extends PrescriptionView = PrescriptionView> extends SessionSummary {
  /** Placement reasons: why this day. Text comes from the engine's `explain`. */
  readonly reasons: readonly Reason[];
  readonly note: string;
  readonly prescriptions: readonly Line[];
}

export interface ClientPrescriptionView extends PrescriptionView {
  readonly lastTime: LastTime | null;
}

/** The client's own session, with last time's values. */
export interface ClientSessionView extends SessionDetail<ClientPrescriptionView> {
  /** Whose phone it is on: the log is kept there under this id, and loads are shown in this unit. */
  readonly client: { readonly clientId: string; readonly unit: LoadUnit };
}

/** The coach's view of a client's session. */
export interface StaffSessionView extends SessionDetail {
  readonly client: { readonly clientId: string; readonly name: string };
}

/** The answer to a logged set. Sending the same set again gives the same answer. */
export interface LoggedSet {
  readonly sessionId: string;
  readonly prescriptionId: string;
  readonly log: SetLogView;
}

/** The answer to starting or finishing: the same however often it is sent. */
export interface SessionProgress {
  readonly sessionId: string;
  readonly state: SessionState;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly effort: number | null;
  readonly note: string;
}
