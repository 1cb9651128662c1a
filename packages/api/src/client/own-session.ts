import { session } from '@groundwork/db/schema/session';
import { and, eq } from 'drizzle-orm';
import { noteOf } from '../sealed-words.ts';
import type { SessionRow } from '../session-rows.ts';
import type { ClientReadScope, ClientScope } from '../trpc.ts';
import type { SessionProgress } from '../views/session.ts';

/** The client's own session; another's is as missing as none. */
export async function findOwnSession(
  scope: ClientReadScope | ClientScope,
  sessionId: string,
): Promise<SessionRow | undefined> {
  const [found] = await scope.tx
    .select()
    .from(session)
    .where(
      and(eq(session.practiceId, scope.practiceId), eq(session.id, sessionId), eq(session.clientId, scope.me.clientId)),
    );
  return found;
}

export const toProgress = (row: SessionRow): SessionProgress => ({
  sessionId: row.id,
  state: row.status,
  startedAt: row.startedAt,
  finishedAt: row.finishedAt,
  effort: row.effortHalves === null ? null : row.effortHalves / 2,
  note: noteOf(row),
});

/** A phone's clock may run ahead; nothing happened after the server heard of it. */
export const earlierOf = (phone: Date, now: Date): Date => (phone < now ? phone : now);
