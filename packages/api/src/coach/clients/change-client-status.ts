import { client } from '@groundwork/db/schema/client';
import { and, eq, inArray } from 'drizzle-orm';
import { writeAudit } from '../../audit.ts';
import type { ClientRecord } from '../../client-record.ts';
import { invalidField } from '../../errors.ts';
import type { WriterScope } from '../../trpc.ts';
import type { ClientStatusChanged } from '../../views/client.ts';
import type { ClientStatus } from '../../views/client-row.ts';

/** Moves a client from one of some statuses to another. A client who stands there already stays: the same call twice is one change. */
export async function changeClientStatus(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly from: readonly ClientStatus[];
  readonly to: ClientStatus;
  readonly action: string;
  readonly reason?: string | undefined;
}): Promise<ClientStatusChanged> {
  const { scope, now, from, to, action, reason } = call;
  const { tx, practiceId, me } = scope;
  const clientId = call.client.id;
  if (call.client.status === to) return { clientId, status: to };
  const changed = await tx
    .update(client)
    .set({ status: to, archivedAt: to === 'archived' ? now : null })
    .where(and(eq(client.practiceId, practiceId), eq(client.id, clientId), inArray(client.status, [...from])))
    .returning({ id: client.id });
  if (changed.length === 0) throw invalidField('clientId', `A client who is ${call.client.status} cannot be ${to}.`);
  const actor = { kind: 'member', id: me.memberId } as const;
  await writeAudit({ scope, now, facts: [{ actor, action, subjectKind: 'client', subjectId: clientId, reason }] });
  return { clientId, status: to };
}
