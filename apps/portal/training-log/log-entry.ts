import type { Load } from '@groundwork/engine/load';

/** One set as it was confirmed on this phone. Logging the same set again is a correction: the newest counts. */
export interface SetEntry {
  readonly kind: 'set';
  /** UUIDv7, made here: sending it again is the same row on the server. */
  readonly id: string;
  readonly sessionId: string;
  readonly prescriptionId: string;
  /** From 1. */
  readonly setNumber: number;
  /** Reps or seconds, each side's where the exercise is per side. */
  readonly amount: number;
  readonly amountOtherSide?: number;
  readonly load?: Load;
  /** Reps in reserve, 0 to 5 in half steps. */
  readonly rir?: number;
  /** ISO instant by the phone's clock. */
  readonly at: string;
}

interface StartEntry {
  readonly kind: 'start';
  readonly id: string;
  readonly sessionId: string;
  readonly at: string;
}

interface FinishEntry {
  readonly kind: 'finish';
  readonly id: string;
  readonly sessionId: string;
  readonly at: string;
  /** CR-10, 0 to 10. */
  readonly effort?: number;
  readonly note?: string;
}

export type LogEntry = SetEntry | StartEntry | FinishEntry;

/** What became of an entry once the server has answered. A refusal is kept with its reason and never lost. */
export type LogOutcome =
  | {
      readonly outcome: 'saved';
      /** ISO instant from which the server counts a set: the phone's own, or that of its arrival where the phone's clock runs ahead. */
      readonly loggedAt?: string;
    }
  | { readonly outcome: 'refused'; readonly code: string; readonly reason: string };

/** Where an entry stands: `signed-out` waits too, but needs somebody to sign in. */
export type LogState =
  | { readonly state: 'waiting' }
  | { readonly state: 'signed-out' }
  | { readonly state: 'saved'; readonly loggedAt?: string | undefined }
  | { readonly state: 'refused'; readonly reason: string };

export interface TrackedEntry {
  readonly entry: LogEntry;
  readonly status: LogState;
}
