import { client, invitation } from '@groundwork/db/schema/client';
import { member } from '@groundwork/db/schema/practice';
import type { ReadScope } from '@groundwork/db/scope';
import { and, eq } from 'drizzle-orm';
import { Refusal } from '../errors.ts';
import { hashToken } from '../token.ts';
import type { InvitationState } from '../views/waitlist.ts';

export interface Invited {
  readonly invitation: typeof invitation.$inferSelect;
  readonly client: typeof client.$inferSelect;
  readonly coachName: string;
}

/** The invitation that a mailed link belongs to, with whom it invites. */
export async function findInvited(scope: ReadScope, token: string): Promise<Invited> {
  const [found] = await scope.tx
    .select({ invitation, client, coachName: member.name })
    .from(invitation)
    .innerJoin(client, and(eq(client.practiceId, invitation.practiceId), eq(client.id, invitation.clientId)))
    .innerJoin(member, and(eq(member.practiceId, client.practiceId), eq(member.id, client.coachId)))
    .where(and(eq(invitation.practiceId, scope.practiceId), eq(invitation.tokenHash, hashToken(token))));
  if (!found) throw new Refusal('NOT_FOUND', { message: 'This link is not one of ours.' });
  return found;
}

/** Open until its last instant; an archived client's invitation is over. */
export function stateOfInvitation({ invitation: row, client: { status } }: Invited, now: Date): InvitationState {
  if (row.acceptedAt !== null) return 'accepted';
  return now > row.expiresAt || status !== 'invited' ? 'expired' : 'open';
}
