import type { Principal } from '@groundwork/auth/principal';
import type { SharedReads } from './shared-reads.ts';

/** What every call is made with, over HTTP or from a server component. */
export interface ApiContext {
  readonly app: 'coach' | 'portal';
  /** Who asks; looked up when a procedure first needs to know, once per request. */
  readonly findPrincipal: () => Promise<Principal | null>;
  /** The instant of the request: nothing below reads a clock. */
  readonly now: Date;
  /** The asking machine's address, for rate limits. */
  readonly address: string;
  readonly userAgent: string;
  /** What the asker's program made up for one change (the `Idempotency-Key` header): under it the change happens once, however often it is sent. */
  readonly mutationKey?: string | undefined;
  /** What this request has read so far. */
  readonly sharedReads: SharedReads;
  /** Adds a Set-Cookie header to the answer. */
  readonly setCookie: (header: string) => void;
}
