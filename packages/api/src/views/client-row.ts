import type { PlainDate } from '@groundwork/engine/plain-date';
import type { SessionLoad } from '@groundwork/engine/vocabulary';
import type { SpotsView } from './coach-today.ts';

/** `invited` has not taken up the invitation; `archived` gave the spot back. */
export type ClientStatus = 'invited' | 'active' | 'paused' | 'archived';

/** Where a client stands in the published program: "week 3 of 6" of block 2. */
export interface BlockWeek {
  /** From 1. */
  readonly block: number;
  /** From 1, within the block. */
  readonly week: number;
  readonly of: number;
}

/** Sessions done of sessions that were due in the days before today, today's own not counted until done. Skipped ones count as due. */
export interface DoneCount {
  readonly days: 7 | 30;
  readonly done: number;
  readonly due: number;
}

export interface WorthKnowing {
  readonly text: string;
  /** Stands in the colour that asks for attention. */
  readonly urgent: boolean;
}

export interface NextSession {
  readonly sessionId: string;
  readonly date: PlainDate;
  /** "A" or "B". */
  readonly label: string;
  readonly load: SessionLoad;
}

/** One line of the coach's list. */
export interface ClientRow {
  readonly clientId: string;
  readonly name: string;
  readonly email: string;
  readonly status: ClientStatus;
  readonly coach: { readonly memberId: string; readonly name: string };
  /** Null without a published program around today. */
  readonly blockWeek: BlockWeek | null;
  readonly nextSession: NextSession | null;
  readonly done30: DoneCount;
  readonly worthKnowing: WorthKnowing | null;
  readonly lastLoggedAt: Date | null;
  readonly nextRace: { readonly name: string; readonly date: PlainDate } | null;
  /** A draft with changes that the client does not see yet. */
  readonly hasUnpublished: boolean;
}

export interface ClientList {
  /** The practice's date. */
  readonly date: PlainDate;
  readonly spots: SpotsView;
  /** By name; archived ones last. */
  readonly clients: readonly ClientRow[];
}
