import type { ClientRules } from '@groundwork/engine/adapt/rule-set';
import type { Finding } from '@groundwork/engine/finding';
import type { PlainDate } from '@groundwork/engine/plain-date';
import type { Profile } from '@groundwork/engine/profile';
import type { Program } from '@groundwork/engine/program';
import type { Reason } from '@groundwork/engine/reason';
import type { LostChange } from '@groundwork/engine/rebuild-program';
import type { SessionState } from './session.ts';

/** `ended`: another program took over, or it was discarded after it had been published. */
export type ProgramStatus = 'draft' | 'published' | 'ended';

export interface ProgramSummary {
  readonly programId: string;
  readonly title: string;
  readonly status: ProgramStatus;
  /** A Monday. */
  readonly startsOn: PlainDate;
  readonly weeks: number;
  readonly revision: number;
  readonly updatedAt: Date;
  readonly updatedBy: { readonly memberId: string; readonly name: string };
  /** Null before the first publication. */
  readonly published: { readonly number: number; readonly at: Date; readonly effectiveFrom: PlainDate } | null;
  /** The draft differs from what the client sees. */
  readonly hasUnpublished: boolean;
}

export interface VersionSummary {
  readonly versionId: string;
  /** From 1. */
  readonly number: number;
  readonly effectiveFrom: PlainDate;
  readonly note: string;
  /** SHA-256 of the content's canonical JSON, hex. */
  readonly contentHash: string;
  readonly engineVersion: string;
  readonly catalogueVersion: string;
  readonly publishedAt: Date;
  readonly publishedBy: { readonly memberId: string; readonly name: string };
}

/** A session that no edit or publication touches any more. */
export interface LockedSession {
  /** "w03-A". */
  readonly key: string;
  readonly sessionId: string;
  readonly date: PlainDate;
  readonly state: SessionState;
}

export interface ProgramView extends ProgramSummary {
  readonly client: { readonly clientId: string; readonly name: string; readonly today: PlainDate };
  readonly draft: Program;
  /** The client's rules as they are now: what the draft is checked by. */
  readonly rules: ClientRules;
  /** The reader's own last edit can be undone. */
  readonly canUndo: boolean;
  /** What the draft was built from; pain sites stay with the client's health. */
  readonly profile: Omit<Profile, 'painSites'>;
  /** All of them, in the program's order; text comes from the engine's `explain`. */
  readonly findings: readonly Finding[];
  /** What the build had to do without, and why. */
  readonly notes: readonly Reason[];
  /** While there are any, publishing needs the coach's reason: a runner under age. */
  readonly holds: readonly Reason[];
  readonly sessionsPerWeek: 1 | 2 | 3;
  /** Newest first. */
  readonly versions: readonly VersionSummary[];
  /** The latest published content, to compare with; null before the first publication. */
  readonly publishedContent: Program | null;
  readonly locked: readonly LockedSession[];
  /** The earliest date that publishing now may take effect: the client's today, or the program's start when later. */
  readonly earliestEffectiveFrom: PlainDate;
}

/** The answer to build, edit, undo and rebuild. */
export interface DraftSaved {
  readonly programId: string;
  readonly revision: number;
  readonly canUndo: boolean;
  readonly draft: Program;
  readonly findings: readonly Finding[];
  readonly notes: readonly Reason[];
  readonly holds: readonly Reason[];
}

/** What building a draft again would make of it. */
export interface RebuildPreview {
  /** Of the draft it starts from. */
  readonly revision: number;
  readonly before: Program;
  readonly draft: Program;
  readonly findings: readonly Finding[];
  /** What the coach set by hand and what it can no longer keep, with the reasons. */
  readonly lost: readonly LostChange[];
}

/** The answer to publish: the same however often the same version id is sent. */
export interface ProgramPublished {
  readonly programId: string;
  readonly version: VersionSummary;
  /** How many dated sessions the client now has ahead from this program. */
  readonly sessionsAhead: number;
}

export interface ProgramDiscarded {
  readonly programId: string;
  /** A draft that was never published is gone; a published program goes back to its latest version. */
  readonly outcome: 'removed' | 'restored';
}
