import type { SpotsView } from './coach-today.ts';

export type RunningGoal = 'first_5k_10k' | 'half_marathon' | 'marathon' | 'keep_running';
/** `unconfirmed` never gets a spot; `left` is out of the line. */
export type EntryStatus = 'unconfirmed' | 'waiting' | 'offered' | 'claimed' | 'left';
/** Only a held offer takes a spot. */
export type OfferStatus = 'held' | 'claimed' | 'expired' | 'declined' | 'withdrawn';

export interface EntryRow {
  readonly entryId: string;
  readonly name: string;
  readonly email: string;
  readonly goal: RunningGoal;
  readonly status: EntryStatus;
  readonly letters: boolean;
  /** From 1 among those waiting or holding an offer; null for the others. */
  readonly place: number | null;
  readonly joinedAt: Date;
  readonly confirmedAt: Date | null;
  /** Passed over by every opening that is open now: skipped, declined or expired there. */
  readonly passedOver: boolean;
  /** The client that came of it. */
  readonly clientId: string | null;
}

export interface OfferRow {
  readonly offerId: string;
  readonly openingId: string;
  readonly entryId: string;
  readonly name: string;
  readonly email: string;
  readonly status: OfferStatus;
  readonly offeredAt: Date;
  /** The spot can be claimed up to and including this instant. */
  readonly expiresAt: Date;
  readonly settledAt: Date | null;
  readonly clientId: string | null;
}

export interface OpeningView {
  readonly openingId: string;
  readonly spots: number;
  readonly holdHours: number;
  readonly status: 'open' | 'closed';
  readonly openedAt: Date;
  readonly openedBy: string;
  readonly closedAt: Date | null;
  readonly claimed: number;
  readonly held: number;
  /** Not offered yet: nobody left to ask, or no spot free. */
  readonly unfilled: number;
  /** In the order they went out. */
  readonly offers: readonly OfferRow[];
}

export interface WaitlistView {
  readonly spots: SpotsView;
  /** In line order: held and waiting first, then unconfirmed, claimed, left. */
  readonly entries: readonly EntryRow[];
  /** Newest first. */
  readonly openings: readonly OpeningView[];
  /** The public page's address. */
  readonly publicUrl: string;
}

export interface SpotsSaved {
  readonly spots: SpotsView;
}

export interface OpeningSaved {
  readonly opening: OpeningView;
  readonly spots: SpotsView;
}

/** A practice of this installation, for a landing page. */
export interface PublicPracticeRow {
  readonly slug: string;
  readonly name: string;
  readonly about: string;
}

/** The public page. */
export interface PublicPracticeView {
  readonly slug: string;
  readonly name: string;
  readonly about: string;
  /** The coach's own name. */
  readonly coachName: string;
  readonly spots: number;
  readonly free: number;
  readonly waiting: number;
  /** How long the latest opening held an offer, or the default: hours. */
  readonly holdHours: number;
}

/** The same for a new, a known and a refused address. */
export interface JoinAnswer {
  readonly answer: 'check_your_mail';
}

/** Where somebody stands. The rule is one sentence in words. */
export interface PlaceView {
  readonly practice: { readonly slug: string; readonly name: string };
  readonly name: string;
  readonly status: EntryStatus;
  /** From 1; null when not in line. */
  readonly place: number | null;
  /** How many stand in line, this person counted. */
  readonly of: number;
  readonly confirmedAt: Date | null;
  readonly rule: string;
  /** When an offer is held for her: until when. Its own link is in the mail. */
  readonly offerExpiresAt: Date | null;
}

/** `late`: the deadline passed; she keeps her place in line. */
export type OfferState = 'held' | 'claimed' | 'late' | 'declined' | 'withdrawn';

export interface PublicOfferView {
  readonly practice: { readonly slug: string; readonly name: string; readonly about: string };
  readonly coachName: string;
  readonly name: string;
  readonly email: string;
  readonly state: OfferState;
  readonly expiresAt: Date;
}

/** Signed in by it: the session cookie is set with the answer. */
export interface OfferClaimed {
  readonly clientId: string;
  readonly name: string;
}

export interface OfferDeclined {
  readonly state: OfferState;
}

export type InvitationState = 'open' | 'accepted' | 'expired';

export interface InvitationView {
  readonly practice: { readonly slug: string; readonly name: string; readonly about: string };
  readonly coachName: string;
  readonly name: string;
  readonly email: string;
  readonly state: InvitationState;
  readonly expiresAt: Date;
}
