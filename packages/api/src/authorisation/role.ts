/** Everybody who may come to either app, as the authorisation matrix knows them. */
export const roles = [
  /** No cookie. */
  'anonymous',
  'owner',
  /** Coaches the client that the inputs are about. */
  'coach',
  /** Of the same practice; coaches other clients. */
  'other_coach',
  'assistant',
  'owner_elsewhere',
  'coach_elsewhere',
  /** Still has a live session at the coach's app, works nowhere. */
  'former_member',
  /** Works here, signed in again after she was suspended. */
  'suspended_member',
  /** The client herself. */
  'client',
  /** Of the same practice, asking for the client's rows. */
  'other_client',
  /** Of another practice, asking for the client's rows. */
  'client_elsewhere',
  /** Signed in at the portal, invited as a client, has not taken it up. */
  'invited',
  'paused',
  /** Coached no more. */
  'archived',
  /** Coached here, signed in again after her coach closed the portal to her. */
  'shut_out',
  /** On the waitlist: shows the token of her mailed link as if it were a session. */
  'waitlisted',
  /** Her sessions, at both apps, are past their end. */
  'expired',
  /** Owner and client at once, each session shown to the other app under that app's cookie name. */
  'wrong_app',
] as const;
export type Role = (typeof roles)[number];

/** What becomes of a call with valid input: it succeeds, or it is refused with this code. */
export type Verdict = 'allowed' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND';
export type Verdicts = Readonly<Record<Role, Verdict>>;
