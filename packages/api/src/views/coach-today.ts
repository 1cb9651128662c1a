import type { PlainDate } from '@groundwork/engine/plain-date';
import type { RunDay } from '@groundwork/engine/running-week';
import type { SessionLoad } from '@groundwork/engine/vocabulary';
import type { BlockWeek, ClientStatus, DoneCount, WorthKnowing } from './client-row.ts';
import type { SessionState } from './session.ts';

export type StaffRole = 'owner' | 'coach' | 'assistant';

export interface PracticeView {
  readonly practiceId: string;
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
}

export interface Me {
  readonly memberId: string;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
}

/** Most urgent first: `error` a filled square, `warning` an open one, `note` a ring. */
export type Urgency = 'error' | 'warning' | 'note';

export type NeedsYouKind =
  | 'silent'
  | 'missed_session'
  | 'infeasible_week'
  | 'never_logged'
  | 'draft_unpublished'
  | 'no_program'
  | 'intake_unfinished';

export interface NeedsYouRow {
  readonly clientId: string;
  readonly clientName: string;
  readonly kind: NeedsYouKind;
  readonly urgency: Urgency;
  /** "Silent for 21 days". */
  readonly headline: string;
  /** One sentence more; may be empty. */
  readonly detail: string;
  /** What to do next: "Review the draft". */
  readonly act: string;
  /** When it began: an instant for what happened, at midnight UTC for what has only a date. */
  readonly since: Date;
  /** Where the act is done. */
  readonly link:
    | { readonly to: 'client'; readonly clientId: string; readonly tab: 'program' | 'running' | 'profile' | 'logs' }
    | { readonly to: 'program'; readonly clientId: string; readonly programId: string }
    | { readonly to: 'session'; readonly clientId: string; readonly sessionId: string };
  /** The rule behind it, for "Why"; null where it is plain. */
  readonly rule: string | null;
}

export interface TrainingTodayRow {
  readonly clientId: string;
  readonly clientName: string;
  readonly sessionId: string;
  readonly label: string;
  readonly load: SessionLoad;
  readonly state: SessionState;
  readonly finishedAt: Date | null;
  readonly sets: { readonly planned: number; readonly logged: number };
}

/** Whoever has a session on her own today. */
export interface TrainingToday {
  readonly count: number;
  readonly done: number;
  /** Those under way, then those to come, then the rest. */
  readonly first: readonly TrainingTodayRow[];
}

/** A day of a client's week: her run, and strength where it stands. */
export interface WeekDayCell {
  readonly date: PlainDate;
  /** Null where nobody has typed a running week. */
  readonly run: RunDay | null;
  readonly strength: {
    readonly sessionId: string;
    readonly label: string;
    readonly load: SessionLoad;
    readonly state: SessionState;
  } | null;
}

export interface ClientWeekRow {
  readonly clientId: string;
  readonly name: string;
  readonly status: ClientStatus;
  /** Seven, Monday first. */
  readonly days: readonly WeekDayCell[];
  readonly blockWeek: BlockWeek | null;
  readonly done30: DoneCount;
  readonly worthKnowing: WorthKnowing | null;
}

/** How many runners the practice coaches, and what is held. */
export interface SpotsView {
  readonly spots: number;
  /** Coached, invited and held together. */
  readonly taken: number;
  readonly coached: number;
  readonly invited: number;
  readonly held: number;
  /** Never below 0. */
  readonly free: number;
  /** People in line, those with a held offer not counted. */
  readonly waiting: number;
  /** When the first held offer runs out. */
  readonly nextDeadline: Date | null;
}

/** The coach's first screen. */
export interface CoachTodayView {
  /** In the practice's zone. */
  readonly date: PlainDate;
  readonly practice: PracticeView;
  readonly me: Me;
  /** Of everybody who is not archived. */
  readonly counts: { readonly needsYou: number; readonly clients: number };
  /** The first of them, most urgent first, one row per client. */
  readonly needsYou: readonly NeedsYouRow[];
  readonly training: TrainingToday;
  /** The Monday of the week shown. */
  readonly weekStartsOn: PlainDate;
  /** The first of those who are not archived, by name. */
  readonly week: readonly ClientWeekRow[];
  readonly spots: SpotsView;
}

/** What Today shows the first of, whole. */
export type EverybodyView = Pick<CoachTodayView, 'needsYou' | 'weekStartsOn' | 'week'>;

/** For the frame around every page. */
export interface PracticeFrame {
  readonly date: PlainDate;
  readonly practice: PracticeView;
  readonly me: Me;
  readonly counts: { readonly needsYou: number; readonly clients: number; readonly waiting: number };
}
