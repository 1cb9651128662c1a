import { session } from '@groundwork/db/schema/session';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { finishSession as finishSessionInput } from '../inputs/session.ts';
import { sealedNote } from '../sealed-words.ts';
import type { ClientScope } from '../trpc.ts';
import type { SessionProgress } from '../views/session.ts';
import { earlierOf, findOwnSession, toProgress } from './own-session.ts';

/** Ends a session. Ending it again changes nothing: the first effort and note stay. */
export async function finishSession(call: {
  readonly scope: ClientScope;
  readonly now: Date;
  readonly input: z.infer<typeof finishSessionInput>;
}): Promise<SessionProgress> {
  const { scope, input } = call;
  const [[finished]] = await Promise.all([endSession(call), rememberLoads(scope, input.sessionId)]);
  if (finished) return toProgress(finished);
  const known = await findOwnSession(scope, input.sessionId);
  if (!known) throw new Refusal('NOT_FOUND');
  return toProgress(known);
}

function endSession({ scope, now, input }: Parameters<typeof finishSession>[0]) {
  const at = earlierOf(input.at, now);
  return scope.tx
    .update(session)
    .set({
      status: 'done',
      startedAt: sql`coalesce(${session.startedAt}, ${at.toISOString()}::timestamptz)`,
      finishedAt: sql`greatest(${session.startedAt}, ${at.toISOString()}::timestamptz)`,
      effortHalves: input.effort === null || input.effort === undefined ? null : input.effort * 2,
      ...sealedNote(input.note ?? '', { practiceId: scope.practiceId, sessionId: input.sessionId }),
    })
    .where(
      and(
        eq(session.practiceId, scope.practiceId),
        eq(session.id, input.sessionId),
        eq(session.clientId, scope.me.clientId),
        ne(session.status, 'done'),
      ),
    )
    .returning();
}

/**
 * The heaviest weight that she moved in each exercise is what she is known to work with, until a later session says otherwise. Of a session that is not hers,
 * this is taken back with the rest of the transaction.
 */
async function rememberLoads(scope: ClientScope, sessionId: string): Promise<void> {
  await scope.tx.execute(sql`
    insert into working_load (practice_id, client_id, exercise_id, hundredths, unit, set_on)
    select distinct on (l.exercise_id) l.practice_id, l.client_id, l.exercise_id, l.load_hundredths, l.load_unit, s.date
    from (
      select distinct on (prescription_id, set_number) * from set_log
      where practice_id = ${scope.practiceId} and session_id = ${sessionId}
      order by prescription_id, set_number, logged_at desc, id desc
    ) l
    join session s on s.practice_id = l.practice_id and s.id = l.session_id
    where l.amount > 0 and l.load_hundredths > 0
    order by l.exercise_id, l.load_hundredths desc
    on conflict (practice_id, client_id, exercise_id) do update
      set hundredths = excluded.hundredths, unit = excluded.unit, set_on = excluded.set_on
      where working_load.set_on <= excluded.set_on`);
}
