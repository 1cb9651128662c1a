import { writeAudit } from '../../audit.ts';
import type { ClientRecord } from '../../client-record.ts';
import { invalidField } from '../../errors.ts';
import type { WriterScope } from '../../trpc.ts';
import type { ClientInvited } from '../../views/client.ts';
import { sendInvitation } from './send-invitation.ts';

/** Mails a fresh link to somebody who has not taken up the first; the older ones stop working. */
export async function resendInvitation(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
}): Promise<ClientInvited> {
  const { scope, now, client } = call;
  if (client.status !== 'invited') throw invalidField('clientId', 'The invitation was taken up already.');
  const actor = { kind: 'member', id: scope.me.memberId } as const;
  const fact = { actor, action: 'client.invited_again', subjectKind: 'client', subjectId: client.id };
  const [invitation] = await Promise.all([
    sendInvitation({ scope, now, client }),
    writeAudit({ scope, now, facts: [fact] }),
  ]);
  return { clientId: client.id, status: client.status, invitation };
}
