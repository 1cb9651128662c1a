import { withIdentity } from '@groundwork/db/identity';
import { authSession, user } from '@groundwork/db/schema/identity';
import { and, eq, gt } from 'drizzle-orm';
import type { Adapter } from 'next-auth/adapters';
import type { App } from './app.ts';
import { idleSince } from './session.ts';
import { hashToken } from './token.ts';

/**
 * next-auth's view of `identity`: it reads and ends sessions of one app. Sessions are started by `session.ts` in the transaction that proves who
 * it is, and people are made by practices, so the adapter offers neither; nor does it stretch a session beyond its last day.
 */
export const makeAdapter = (app: App): Adapter => ({
  getSessionAndUser: async (sessionToken) => {
    const [found] = await withIdentity(({ tx }) =>
      tx
        .select()
        .from(authSession)
        .innerJoin(user, eq(user.id, authSession.userId))
        // next-auth knows a last day only: whoever stayed away is a stranger to it as to us.
        .where(and(ofToken(app, sessionToken), gt(authSession.lastSeenAt, idleSince(new Date())))),
    );
    if (found === undefined) return null;
    const { auth_session: session, user: owner } = found;
    return {
      session: { sessionToken, userId: session.userId, expires: session.expires },
      user: { id: owner.id, email: owner.email, name: owner.name, emailVerified: owner.emailVerified },
    };
  },
  updateSession: async () => null,
  deleteSession: async (sessionToken) => {
    await withIdentity(async ({ tx }) => {
      await tx.delete(authSession).where(ofToken(app, sessionToken));
    });
  },
});

const ofToken = (app: App, token: string) => and(eq(authSession.tokenHash, hashToken(token)), eq(authSession.app, app));
