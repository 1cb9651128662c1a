import { client } from '@groundwork/db/schema/client';
import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../../audit.ts';
import type { ClientRecord } from '../../client-record.ts';
import type { WriterScope } from '../../trpc.ts';
import type { AccessChanged } from '../../views/client.ts';

/**
 * Closes the portal to a client, or opens it again. Her sessions end in the statement that closes it (the database sees to it), and no letter and no passkey lets
 * her in; spot, program and logs stay. As it is already: nothing changes.
 */
export async function changeAccess(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly isOpen: boolean;
  readonly reason?: string | undefined;
}): Promise<AccessChanged> {
  const { scope, now, isOpen, reason } = call;
  const { id: clientId, accessClosedAt } = call.client;
  if ((accessClosedAt === null) === isOpen) return { clientId, accessClosedAt };
  const changed = { accessClosedAt: isOpen ? null : now };
  await scope.tx
    .update(client)
    .set(changed)
    .where(and(eq(client.practiceId, scope.practiceId), eq(client.id, clientId)));
  const actor = { kind: 'member', id: scope.me.memberId } as const;
  const action = isOpen ? 'client.access_opened' : 'client.access_closed';
  await writeAudit({ scope, now, facts: [{ actor, action, subjectKind: 'client', subjectId: clientId, reason }] });
  return { clientId, ...changed };
}
