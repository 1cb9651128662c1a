import type { z } from 'zod';
import type { tokenKey as tokenKeyInput } from '../inputs/waitlist.ts';
import type { InvitationView } from '../views/waitlist.ts';
import { findInvited, stateOfInvitation } from './find-invited.ts';
import type { VisitorReads } from './visitor-call.ts';

/** Who invites whom, and whether the link is still good. Opening it changes nothing. */
export async function getInvitation(
  call: VisitorReads & { readonly input: z.infer<typeof tokenKeyInput> },
): Promise<InvitationView> {
  const { scope, practice, now, input } = call;
  const invited = await findInvited(scope, input.token);
  return {
    practice: { slug: practice.slug, name: practice.name, about: practice.about },
    coachName: invited.coachName,
    name: invited.client.name,
    email: invited.client.email,
    state: stateOfInvitation(invited, now),
    expiresAt: invited.invitation.expiresAt,
  };
}
