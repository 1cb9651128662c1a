import { sql } from 'drizzle-orm';
import { newId } from './new-id.ts';
import type { PracticeScope } from './scope.ts';

/** The id of the person with an address, made when missing: for the transaction that takes up an invitation or an offer. */
export async function ensureUser(scope: PracticeScope, email: string, name: string): Promise<string> {
  const { rows } = await scope.tx.execute<{ id: string }>(
    sql`select public.ensure_user(${newId()}, ${email}, ${name}) as id`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('The user was not stored');
  return row.id;
}

export interface NewClientSession {
  readonly userId: string;
  /** SHA-256 of the cookie's token: `@groundwork/auth/token` makes both. */
  readonly tokenHash: string;
  readonly userAgent: string;
  readonly at: Date;
  readonly expires: Date;
}

/**
 * Signs a client of the scope's practice in to the portal, in the transaction that made her one.
 * @throws when the user is no client of the practice.
 */
export async function startClientSession(scope: PracticeScope, session: NewClientSession): Promise<void> {
  const { userId, tokenHash, userAgent, at, expires } = session;
  await scope.tx.execute(
    sql`select public.start_session(${userId}, ${tokenHash}, ${userAgent}, ${at.toISOString()}::timestamptz, ${expires.toISOString()}::timestamptz)`,
  );
}
