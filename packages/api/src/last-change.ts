import { auditEntry } from '@groundwork/db/schema/audit';
import { client } from '@groundwork/db/schema/client';
import { member } from '@groundwork/db/schema/practice';
import type { ReadScope } from '@groundwork/db/scope';
import { and, desc, eq } from 'drizzle-orm';
import { Refusal } from './errors.ts';

/** CONFLICT for a stale revision of a client's profile or running: says who changed it last, and when. */
export async function refuseStaleClient(call: {
  readonly scope: ReadScope;
  readonly clientId: string;
  readonly now: Date;
}): Promise<never> {
  const { scope, clientId, now } = call;
  const ofClient = and(eq(client.practiceId, scope.practiceId), eq(client.id, clientId));
  const [[current], [last]] = await Promise.all([
    scope.tx.select({ revision: client.revision, name: client.name }).from(client).where(ofClient),
    scope.tx
      .select({ kind: auditEntry.actorKind, member: member.name, at: auditEntry.at })
      .from(auditEntry)
      .leftJoin(member, and(eq(member.practiceId, auditEntry.practiceId), eq(member.id, auditEntry.actorId)))
      .where(
        and(
          eq(auditEntry.practiceId, scope.practiceId),
          eq(auditEntry.subjectKind, 'client'),
          eq(auditEntry.subjectId, clientId),
        ),
      )
      .orderBy(desc(auditEntry.at), desc(auditEntry.id))
      .limit(1),
  ]);
  if (!current) throw new Refusal('NOT_FOUND');
  const changedBy = last?.member ?? current.name;
  throw new Refusal('CONFLICT', {
    message: `${changedBy} changed this first. Look at what is there now, then save again.`,
    conflict: { revision: current.revision, changedBy, changedAt: last?.at ?? now },
  });
}
