import { session } from '@groundwork/db/schema/session';
import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { startSession as startSessionInput } from '../inputs/session.ts';
import type { ClientScope } from '../trpc.ts';
import type { SessionProgress } from '../views/session.ts';
import { earlierOf, findOwnSession, toProgress } from './own-session.ts';

/** Begins a session: from now on no publication touches it. Starting it again changes nothing. */
export async function startSession(call: {
  readonly scope: ClientScope;
  readonly now: Date;
  readonly input: z.infer<typeof startSessionInput>;
}): Promise<SessionProgress> {
  const { scope, now, input } = call;
  const [started] = await scope.tx
    .update(session)
    .set({ status: 'in_progress', startedAt: earlierOf(input.at, now) })
    .where(
      and(
        eq(session.practiceId, scope.practiceId),
        eq(session.id, input.sessionId),
        eq(session.clientId, scope.me.clientId),
        inArray(session.status, ['planned', 'skipped']),
      ),
    )
    .returning();
  if (started) return toProgress(started);
  const known = await findOwnSession(scope, input.sessionId);
  if (!known) throw new Refusal('NOT_FOUND');
  return toProgress(known);
}
