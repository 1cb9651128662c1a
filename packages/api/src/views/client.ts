import type { ClientRules } from '@groundwork/engine/adapt/rule-set';
import type { Load } from '@groundwork/engine/load';
import type { PlainDate } from '@groundwork/engine/plain-date';
import type { RunningWeek } from '@groundwork/engine/running-week';
import type { Equipment, Experience, LoadUnit, PainSite, Weekday } from '@groundwork/engine/vocabulary';
import type { BlockWeek, ClientStatus, DoneCount } from './client-row.ts';
import type { ProgramSummary } from './program.ts';
import type { RuleOverrideView } from './rules.ts';
import type { RaceView, StoredRunningWeek } from './running.ts';
import type { SessionDetail, SessionSummary } from './session.ts';

/** What a program still needs to know. */
export type ProfileGap = 'birthYear' | 'experience' | 'runningMonths' | 'minutesPerSession' | 'runningWeek';

export interface ProfileView {
  readonly name: string;
  readonly timeZone: string;
  readonly unit: LoadUnit;
  readonly birthYear: number | null;
  readonly experience: Experience | null;
  /** Months of regular running. */
  readonly runningMonths: number | null;
  readonly equipment: readonly Equipment[];
  readonly minutesPerSession: number | null;
  /** Days on which no strength may land. */
  readonly unavailable: readonly Weekday[];
  readonly goal: string;
}

/** Sealed in the database; every reading by staff is in the audit. */
export interface HealthView {
  readonly painSites: readonly PainSite[];
  readonly notes: string;
}

export interface WorkingLoadView {
  readonly exerciseId: string;
  readonly load: Load;
  readonly setOn: PlainDate;
}

export interface InvitationStatus {
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
}

/** The running week that counts in one calendar week. */
export interface EffectiveRunningWeek {
  /** A Monday. */
  readonly startsOn: PlainDate;
  readonly days: RunningWeek;
  /** This single week was changed. */
  readonly isOverride: boolean;
}

export interface AccessChanged {
  readonly clientId: string;
  readonly accessClosedAt: Date | null;
}

/** Everything on a client's page. */
export interface ClientView {
  readonly clientId: string;
  readonly email: string;
  readonly status: ClientStatus;
  readonly coach: { readonly memberId: string; readonly name: string };
  /** Name it when saving: a stale one is refused with CONFLICT. */
  readonly revision: number;
  readonly createdAt: Date;
  readonly activatedAt: Date | null;
  readonly archivedAt: Date | null;
  /** Since when the portal is closed to her; null while it is open. */
  readonly accessClosedAt: Date | null;
  /** The client's own date. */
  readonly today: PlainDate;
  readonly profile: ProfileView;
  /** Years this calendar year; null without a birth year. */
  readonly age: number | null;
  readonly health: HealthView;
  /** What building a program still needs; empty when it can be built. */
  readonly missing: readonly ProfileGap[];
  /** The last, this and the next three weeks; empty before anybody typed a week. */
  readonly weeks: readonly EffectiveRunningWeek[];
  /** All stored weeks, newest first. */
  readonly runningWeeks: readonly StoredRunningWeek[];
  /** By date. */
  readonly races: readonly RaceView[];
  readonly workingLoads: readonly WorkingLoadView[];
  /** Newest first. */
  readonly programs: readonly ProgramSummary[];
  readonly blockWeek: BlockWeek | null;
  /** From 14 days before today to 14 days after, by date. */
  readonly sessions: readonly SessionSummary[];
  /** The last ten that were started, newest first, with what was logged. */
  readonly lastSessions: readonly SessionDetail[];
  readonly done7: DoneCount;
  readonly done30: DoneCount;
  readonly invitation: InvitationStatus | null;
  /** The practice's, with what is set aside for her. */
  readonly rules: ClientRules;
  /** What is set aside for her, by whom and why. */
  readonly overrides: readonly RuleOverrideView[];
}

/** The client's own profile page and intake. */
export interface IntakeView {
  readonly revision: number;
  readonly email: string;
  readonly profile: ProfileView;
  readonly health: HealthView;
  readonly missing: readonly ProfileGap[];
  /** The usual week that counts from this Monday; null before anybody typed one. */
  readonly runningWeek: RunningWeek | null;
  readonly races: readonly RaceView[];
}

export interface ProfileSaved {
  readonly revision: number;
  readonly missing: readonly ProfileGap[];
}

export interface ClientInvited {
  readonly clientId: string;
  readonly status: ClientStatus;
  readonly invitation: InvitationStatus;
}

export interface ClientStatusChanged {
  readonly clientId: string;
  readonly status: ClientStatus;
}

export interface WorkingLoadsSaved {
  readonly workingLoads: readonly WorkingLoadView[];
}
