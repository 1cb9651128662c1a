import type { PlainDate } from '@groundwork/engine/plain-date';
import type { Reason } from '@groundwork/engine/reason';
import type { RunDay } from '@groundwork/engine/running-week';
import type { LoadUnit, Tier, Weekday } from '@groundwork/engine/vocabulary';
import type { ProfileGap } from './client.ts';
import type { BlockWeek, ClientStatus } from './client-row.ts';
import type { ClientSessionView, SessionSummary } from './session.ts';

/** A day of the client's week. */
export interface ClientWeekDay {
  readonly date: PlainDate;
  readonly day: Weekday;
  /** Null where nobody has typed a running week. */
  readonly run: RunDay | null;
  readonly strength: SessionSummary | null;
  /** Why strength stands here, or why not; empty without a program or a running week. */
  readonly reasons: readonly Reason[];
}

export interface ClientWeekView {
  /** A Monday. */
  readonly startsOn: PlainDate;
  /** Seven, Monday first. */
  readonly days: readonly ClientWeekDay[];
  /** How well the running week takes strength; null without one. */
  readonly tier: Tier | null;
  readonly warnings: readonly Reason[];
}

/** The phone's first screen. */
export interface ClientTodayView {
  /** In the client's zone. */
  readonly date: PlainDate;
  readonly me: {
    readonly clientId: string;
    readonly name: string;
    readonly unit: LoadUnit;
    readonly status: ClientStatus;
    readonly timeZone: string;
  };
  readonly practice: { readonly slug: string; readonly name: string };
  readonly coach: { readonly name: string };
  /** Today's session; done ones stay until midnight. Null on a day without strength. */
  readonly session: ClientSessionView | null;
  /** A session of another day that was started and not finished: offer to resume it. */
  readonly unfinished: SessionSummary | null;
  readonly week: ClientWeekView;
  /** The next planned session after today. */
  readonly next: SessionSummary | null;
  readonly blockWeek: BlockWeek | null;
  /** What the coach still needs to know; empty when the intake is complete. */
  readonly missing: readonly ProfileGap[];
  /** Whether anything was ever published for her. */
  readonly hasProgram: boolean;
  /** The coach's note with the latest version, when there is one. */
  readonly change: { readonly at: Date; readonly note: string; readonly number: number } | null;
}
