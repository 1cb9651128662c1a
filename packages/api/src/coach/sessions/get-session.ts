import { client } from '@groundwork/db/schema/client';
import { prescription, session, setLog } from '@groundwork/db/schema/session';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { visibleTo } from '../../client-record.ts';
import { Refusal } from '../../errors.ts';
import type { sessionKey as sessionKeyInput } from '../../inputs/session.ts';
import { toSessionDetail } from '../../session-rows.ts';
import { findToday } from '../../today.ts';
import type { StaffScope } from '../../trpc.ts';
import type { StaffSessionView } from '../../views/session.ts';

/** A client's session with what was logged, in one round trip. */
export async function getSession(call: {
  readonly scope: StaffScope;
  readonly now: Date;
  readonly input: z.infer<typeof sessionKeyInput>;
}): Promise<StaffSessionView> {
  const { scope, now, input } = call;
  const { tx, practiceId, me } = scope;
  const [[found], lines, logs] = await Promise.all([
    tx
      .select({ session, client: { clientId: client.id, name: client.name, timeZone: client.timeZone } })
      .from(session)
      .innerJoin(client, and(eq(client.practiceId, session.practiceId), eq(client.id, session.clientId)))
      .where(and(eq(session.practiceId, practiceId), eq(session.id, input.sessionId), visibleTo(me))),
    tx
      .select()
      .from(prescription)
      .where(and(eq(prescription.practiceId, practiceId), eq(prescription.sessionId, input.sessionId))),
    tx
      .select()
      .from(setLog)
      .where(and(eq(setLog.practiceId, practiceId), eq(setLog.sessionId, input.sessionId))),
  ]);
  if (!found) throw new Refusal('NOT_FOUND');
  const { timeZone, ...of } = found.client;
  return { ...toSessionDetail(found.session, lines, logs, findToday(timeZone, now)), client: of };
}
