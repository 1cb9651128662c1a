import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { tokenKey as tokenKeyInput } from '../inputs/waitlist.ts';
import { hashToken } from '../token.ts';
import type { OfferState, PublicOfferView } from '../views/waitlist.ts';
import { findOffer, type HeldOffer, isPastDeadline } from '../waitlist/settle-offer.ts';
import { findOwnerName } from './get-practice.ts';
import type { VisitorReads } from './visitor-call.ts';

/** What is offered, and whether it still is. Opening the link changes nothing. */
export async function getOffer(
  call: VisitorReads & { readonly input: z.infer<typeof tokenKeyInput> },
): Promise<PublicOfferView> {
  const { scope, practice, now, input } = call;
  const [found, coachName] = await Promise.all([
    findOffer(scope, { tokenHash: hashToken(input.token) }),
    findOwnerName(scope),
  ]);
  if (!found) throw new Refusal('NOT_FOUND', { message: 'This link is not one of ours.' });
  return {
    practice: { slug: practice.slug, name: practice.name, about: practice.about },
    coachName,
    name: found.entry.name,
    email: found.entry.email,
    state: stateOfOffer(found, now),
    expiresAt: found.offer.expiresAt,
  };
}

/** As the person sees it: an offer past its deadline is late, whether or not anybody has settled it yet. */
export function stateOfOffer({ offer: { status, expiresAt } }: HeldOffer, now: Date): OfferState {
  switch (status) {
    case 'held':
      return isPastDeadline(expiresAt, now) ? 'late' : 'held';
    case 'expired':
      return 'late';
    case 'claimed':
    case 'declined':
    case 'withdrawn':
      return status;
    default: {
      const unknown: never = status;
      throw new TypeError(`Unknown offer: ${unknown}`);
    }
  }
}
