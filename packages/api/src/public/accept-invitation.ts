import { rememberBrowser } from '@groundwork/auth/known-browser';
import { startPortalSession } from '@groundwork/auth/session';
import { ensureUser } from '@groundwork/db/account';
import { client, invitation } from '@groundwork/db/schema/client';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../audit.ts';
import { Refusal } from '../errors.ts';
import type { claimOffer as claimOfferInput } from '../inputs/waitlist.ts';
import type { InvitationState, OfferClaimed } from '../views/waitlist.ts';
import type { VisitorSignsIn } from './claim-offer.ts';
import { findInvited, stateOfInvitation } from './find-invited.ts';

const goneMessages: Readonly<Record<Exclude<InvitationState, 'open'>, string>> = {
  accepted: 'You took up this invitation already. Sign in to go on.',
  expired: 'This invitation is too old. Ask your coach for a new one.',
};

/** Takes up a coach's invitation: account, active client and sign-in in one transaction, once. */
export async function acceptInvitation(
  call: VisitorSignsIn & { readonly input: z.infer<typeof claimOfferInput> },
): Promise<OfferClaimed> {
  const { scope, now, input } = call;
  const { tx, practiceId } = scope;
  const invited = await findInvited(scope, input.token);
  const state = stateOfInvitation(invited, now);
  if (state !== 'open') throw new Refusal('GONE', { message: goneMessages[state] });
  const { id: clientId, name, email, timeZone } = invited.client;
  // Of two presses one finds it untaken; the other waits for its end and finds it taken.
  const taken = await tx
    .update(invitation)
    .set({ acceptedAt: now })
    .where(
      and(
        eq(invitation.practiceId, practiceId),
        eq(invitation.id, invited.invitation.id),
        isNull(invitation.acceptedAt),
      ),
    )
    .returning({ id: invitation.id });
  if (taken.length === 0) throw new Refusal('GONE', { message: goneMessages.accepted });
  const userId = await ensureUser(scope, email, name);
  await tx
    .update(client)
    .set({ status: 'active', userId, activatedAt: now, accessClosedAt: null, timeZone: input.timeZone ?? timeZone })
    .where(and(eq(client.practiceId, practiceId), eq(client.id, clientId)));
  const actor = { kind: 'client', id: clientId } as const;
  const fact = { actor, action: 'invitation.accepted', subjectKind: 'client', subjectId: clientId };
  const [session] = await Promise.all([
    startPortalSession(scope, { userId, userAgent: call.userAgent, token: call.sessionToken, now }),
    writeAudit({ scope, now, facts: [fact] }),
  ]);
  call.keepCookies(session.setCookie, rememberBrowser('portal', email, now));
  return { clientId, name };
}
