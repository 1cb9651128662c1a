import { findSessionOwner, type SessionOwner } from '@groundwork/db/identity';
import type { App } from './app.ts';
import { findCookie } from './cookie.ts';
import { hashToken } from './token.ts';

/** Who asks: a person, in one app, with all that she is in any practice. */
export interface Principal {
  readonly userId: string;
  readonly email: string;
  readonly app: App;
  /** The session that she asks with, as `listSessions` names it; signs nobody in. */
  readonly sessionId: string;
  /** When she proved who she is, with this session. */
  readonly signedInAt: Date;
  /** The practices that she works in, oldest first. */
  readonly staff: SessionOwner['staff'];
  /** The practices that coach her, oldest first. */
  readonly clients: SessionOwner['clients'];
}

/** The person behind a request's session cookie, in one round trip; null without one, with one of the other app, or when it has ended. */
export async function findPrincipal(request: {
  readonly app: App;
  readonly cookieHeader: string | null | undefined;
  readonly now: Date;
}): Promise<Principal | null> {
  const { app, cookieHeader, now } = request;
  const token = findCookie(app, 'session', cookieHeader);
  // Shorter or longer than ours is not worth a question to the database.
  if (token === undefined || token.length !== tokenLength) return null;
  const sessionId = hashToken(token);
  const owner = await findSessionOwner(sessionId, app, now);
  if (owner === undefined) return null;
  const { userId, email, createdAt: signedInAt, staff, clients } = owner;
  return { userId, email, app, sessionId, signedInAt, staff, clients };
}

/** 32 bytes in base64url. */
const tokenLength = 43;
