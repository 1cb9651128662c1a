import { client } from '@groundwork/db/schema/client';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import { invalidField } from '../../errors.ts';
import type { inviteClient as inviteClientInput } from '../../inputs/client.ts';
import { findOwnPractice } from '../../own-practice.ts';
import type { WriterScope } from '../../trpc.ts';
import type { ClientInvited } from '../../views/client.ts';
import { findInvitation } from './get-client.ts';
import { sendInvitation } from './send-invitation.ts';

/**
 * Takes a spot for a runner and mails her the way in. Sent again with the same id it is the same invitation.
 * NO_SPOTS when none is free.
 */
export async function inviteClient(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof inviteClientInput>;
}): Promise<ClientInvited> {
  const { scope, now, input } = call;
  const { tx, practiceId, me } = scope;
  const practice = await findOwnPractice(scope);
  const written = await tx
    .insert(client)
    .values({
      practiceId,
      id: input.id,
      coachId: me.memberId,
      name: input.name,
      email: input.email,
      status: 'invited',
      timeZone: input.timeZone ?? practice.timeZone,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: client.id });
  if (written.length === 0) return findEarlierInvitation(call);
  const actor = { kind: 'member', id: me.memberId } as const;
  const fact = { actor, action: 'client.invited', subjectKind: 'client', subjectId: input.id };
  const [sent] = await Promise.all([
    sendInvitation({ scope, now, client: input }),
    writeAudit({ scope, now, facts: [fact] }),
  ]);
  return { clientId: input.id, status: 'invited', invitation: sent };
}

/** The same id and address is the same call; the address under another id is somebody who is here already. */
async function findEarlierInvitation(call: Parameters<typeof inviteClient>[0]): Promise<ClientInvited> {
  const { scope, input } = call;
  const [known] = await scope.tx
    .select({ status: client.status })
    .from(client)
    .where(
      and(
        eq(client.practiceId, scope.practiceId),
        eq(client.id, input.id),
        eq(client.email, input.email),
        eq(client.coachId, scope.me.memberId),
      ),
    );
  const sent = known && (await findInvitation(scope, input.id));
  if (!sent) throw invalidField('email', 'There is a client with this address already.');
  return { clientId: input.id, status: known.status, invitation: sent };
}
