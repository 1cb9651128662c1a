import { startClientSession } from '@groundwork/db/account';
import { type IdentityScope, noteOfAccount, withIdentity } from '@groundwork/db/identity';
import { authSession } from '@groundwork/db/schema/identity';
import type { PracticeScope } from '@groundwork/db/scope';
import { and, desc, eq, gt, lt, ne, type SQL, sql } from 'drizzle-orm';
import type { App } from './app.ts';
import { findCookie, formatCookie, formatExpiredCookie } from './cookie.ts';
import type { Principal } from './principal.ts';
import { hashToken, makeToken } from './token.ts';

/** A sign-in lasts this long whatever happens; `find_principals` ends it after 14 days without a visit. */
export const sessionDays = 30;
/** As `find_principals` has it. */
const idleDays = 14;

const dayMs = 24 * 60 * 60 * 1000;

/** Who was seen last before then is signed out. */
export const idleSince = (now: Date): Date => new Date(now.getTime() - idleDays * dayMs);

const expiryOf = (now: Date) => new Date(now.getTime() + sessionDays * dayMs);

export interface StartedSession {
  /** The Set-Cookie header that signs the browser in. */
  readonly setCookie: string;
  readonly expires: Date;
}

/** The browser that is signed in. */
export interface Browser {
  readonly userAgent: string;
  /** Where it asks from: what it may try is counted by network. */
  readonly address: string;
  /** Its Cookie header: a session that it has already is ended, so that a token planted before the sign-in is worth nothing after it. */
  readonly cookieHeader?: string | null | undefined;
}

/** Signs a browser in, in the transaction that proved who sits before it. Callers: the sign-in of this package. */
export async function startSession(
  scope: IdentityScope,
  session: {
    readonly userId: string;
    readonly app: App;
    readonly browser: Omit<Browser, 'address'>;
    readonly now: Date;
  },
): Promise<StartedSession> {
  const { userId, app, browser, now } = session;
  const token = makeToken();
  const expires = expiryOf(now);
  await Promise.all([
    deletePresented(scope, app, browser.cookieHeader),
    deleteOver(scope, userId, now),
    scope.tx.insert(authSession).values({
      tokenHash: hashToken(token),
      userId,
      app,
      userAgent: browser.userAgent.slice(0, 300),
      createdAt: now,
      lastSeenAt: now,
      expires,
    }),
  ]);
  return { setCookie: formatCookie(app, 'session', token, expires), expires };
}

/**
 * Signs a client in to the portal in the transaction that made her one: the claim of an offer, the taking up of an invitation.
 * @throws when the user is no client of the scope's practice.
 */
export async function startPortalSession(
  scope: PracticeScope,
  session: {
    readonly userId: string;
    readonly userAgent: string;
    /** `makeToken`'s, or `deriveToken`'s where the change may be sent again. */
    readonly token: string;
    readonly now: Date;
  },
): Promise<StartedSession> {
  const { token } = session;
  const expires = expiryOf(session.now);
  await startClientSession(scope, {
    userId: session.userId,
    tokenHash: hashToken(token),
    userAgent: session.userAgent.slice(0, 300),
    at: session.now,
    expires,
  });
  return { setCookie: formatPortalSession(token, session.now), expires };
}

/** The Set-Cookie header of a session that `startPortalSession` started: said again when the first answer was lost. */
export const formatPortalSession = (token: string, now: Date): string =>
  formatCookie('portal', 'session', token, expiryOf(now));

/** Signs the browser out. Returns the Set-Cookie header that makes it forget. */
export async function endSession(app: App, cookieHeader: string | null | undefined): Promise<string> {
  await withIdentity((scope) => deletePresented(scope, app, cookieHeader));
  return formatExpiredCookie(app, 'session');
}

export interface SessionRow {
  /** Names the session to `revokeSession`; signs nobody in. */
  readonly id: string;
  readonly app: App;
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly isThisBrowser: boolean;
}

/** A person's live sessions in both apps, latest visit first. @param ownId the one that asks. */
export async function listSessions(userId: string, ownId: string, now: Date): Promise<SessionRow[]> {
  const rows = await withIdentity(({ tx }) =>
    tx
      .select()
      .from(authSession)
      .where(
        and(eq(authSession.userId, userId), gt(authSession.expires, now), gt(authSession.lastSeenAt, idleSince(now))),
      )
      .orderBy(desc(authSession.lastSeenAt)),
  );
  return rows.map(({ tokenHash, app, userAgent, createdAt, lastSeenAt }) => ({
    id: tokenHash,
    app,
    userAgent,
    createdAt,
    lastSeenAt,
    isThisBrowser: tokenHash === ownId,
  }));
}

/** Who signs browsers of hers out, and when. */
export interface Revocation {
  readonly principal: Pick<Principal, 'userId' | 'app' | 'sessionId'>;
  readonly now: Date;
}

/** Signs one of a person's browsers out, at once; said again, it is so already. False when the session was never hers. */
export async function revokeSession({ principal, now }: Revocation, id: string): Promise<boolean> {
  return withIdentity(async (scope) => {
    const ended = await endLive(scope, { principal, now }, eq(authSession.tokenHash, id));
    if (ended > 0) return true;
    const known = await scope.tx
      .select({ app: authSession.app })
      .from(authSession)
      .where(and(eq(authSession.userId, principal.userId), eq(authSession.tokenHash, id)));
    return known.length > 0;
  });
}

/** Signs a person's browsers out in both apps, at once, all but the one that asks; said again, it is so already. Returns how many it ended. */
export async function revokeOtherSessions({ principal, now }: Revocation): Promise<number> {
  return withIdentity((scope) => endLive(scope, { principal, now }, ne(authSession.tokenHash, principal.sessionId)));
}

/** Ends those of a person's sessions that a condition picks and that still hold. Writes it in her practices' logs, unless there were none. */
async function endLive(scope: IdentityScope, { principal, now }: Revocation, meant: SQL): Promise<number> {
  const { userId, app } = principal;
  const ended = await scope.tx
    .update(authSession)
    // Its own beginning is before every clock's now. The row stays a while, so that the same request sent again finds it.
    .set({ expires: sql`${authSession.createdAt}`, userAgent: '' })
    .where(
      and(
        eq(authSession.userId, userId),
        meant,
        gt(authSession.expires, now),
        gt(authSession.expires, authSession.createdAt),
      ),
    )
    .returning({ app: authSession.app });
  if (ended.length > 0) await noteOfAccount(scope, { userId, app, action: 'browser.signed_out', at: now });
  return ended.length;
}

/** Forgets a person's sessions whose last day is over, ended early or not. */
async function deleteOver(scope: IdentityScope, userId: string, now: Date): Promise<void> {
  const firstDay = new Date(now.getTime() - sessionDays * dayMs);
  await scope.tx.delete(authSession).where(and(eq(authSession.userId, userId), lt(authSession.createdAt, firstDay)));
}

async function deletePresented(scope: IdentityScope, app: App, cookieHeader: string | null | undefined): Promise<void> {
  const token = findCookie(app, 'session', cookieHeader);
  if (token === undefined) return;
  await scope.tx.delete(authSession).where(and(eq(authSession.tokenHash, hashToken(token)), eq(authSession.app, app)));
}
