import { writeMail } from '@groundwork/db/mail';
import { newId } from '@groundwork/db/new-id';
import { invitation } from '@groundwork/db/schema/client';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { links } from '../../links.ts';
import { renderInvitationLetter } from '../../mail/invitation-letter.tsx';
import { findOwnPractice } from '../../own-practice.ts';
import { hashToken, makeToken } from '../../token.ts';
import type { WriterScope } from '../../trpc.ts';
import type { InvitationStatus } from '../../views/client.ts';

/** How long an invitation is good [P]. */
const invitationDays = 14;

/** Makes a client's way in and mails it. Older links of hers that were not taken up stop working. */
export async function sendInvitation(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: { readonly id: string; readonly name: string; readonly email: string };
}): Promise<InvitationStatus> {
  const { scope, now, client } = call;
  const { tx, practiceId } = scope;
  const practice = await findOwnPractice(scope);
  const id = newId();
  const token = makeToken('invitation', { practiceId, id });
  const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000);
  const letter = await renderInvitationLetter({
    name: client.name,
    coachName: scope.me.name,
    practiceName: practice.name,
    link: links.invitation(practice.slug, token),
    expiresAt,
    timeZone: practice.timeZone,
  });
  await tx
    .update(invitation)
    .set({ expiresAt: sql`least(${invitation.expiresAt}, ${now.toISOString()}::timestamptz)` })
    .where(
      and(eq(invitation.practiceId, practiceId), eq(invitation.clientId, client.id), isNull(invitation.acceptedAt)),
    );
  await Promise.all([
    tx
      .insert(invitation)
      .values({ practiceId, id, clientId: client.id, tokenHash: hashToken(token), createdAt: now, expiresAt }),
    writeMail(scope, {
      ...letter,
      recipient: client.email,
      template: 'invitation',
      idempotencyKey: `invitation:${id}`,
      confidential: true,
    }),
  ]);
  return { sentAt: now, expiresAt, acceptedAt: null };
}
