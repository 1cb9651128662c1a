import { client } from '@groundwork/db/schema/client';
import type { PracticeScope } from '@groundwork/db/scope';
import { and, eq, sql } from 'drizzle-orm';
import { type AuditFact, writeAudit } from './audit.ts';
import { refuseStaleClient } from './last-change.ts';

/** Raises a client's revision from the one that was seen, and writes down what for. CONFLICT when it has moved on. */
export async function claimRevision(call: {
  readonly scope: PracticeScope;
  readonly now: Date;
  readonly clientId: string;
  readonly seen: number;
  readonly fact: AuditFact;
}): Promise<number> {
  const { scope, now, clientId, seen, fact } = call;
  const [claimed] = await scope.tx
    .update(client)
    .set({ revision: sql`${client.revision} + 1` })
    .where(and(eq(client.practiceId, scope.practiceId), eq(client.id, clientId), eq(client.revision, seen)))
    .returning({ revision: client.revision });
  if (!claimed) return refuseStaleClient({ scope, clientId, now });
  await writeAudit({ scope, now, facts: [fact] });
  return claimed.revision;
}
