import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { tokenKey as tokenKeyInput } from '../inputs/waitlist.ts';
import { hashToken } from '../token.ts';
import type { OfferDeclined } from '../views/waitlist.ts';
import { lockLine } from '../waitlist/lock-line.ts';
import { findOffer, settleOffer } from '../waitlist/settle-offer.ts';
import { stateOfOffer } from './get-offer.ts';
import type { VisitorWrites } from './visitor-call.ts';

/** Says no to an offer: the next person is asked, she keeps her place in line. Saying it again, or too late, changes nothing. */
export async function declineOffer(
  call: VisitorWrites & { readonly input: z.infer<typeof tokenKeyInput> },
): Promise<OfferDeclined> {
  const { scope, now, input } = call;
  await lockLine(scope);
  const held = await findOffer(scope, { tokenHash: hashToken(input.token) });
  if (!held) throw new Refusal('NOT_FOUND', { message: 'This link is not one of ours.' });
  const state = stateOfOffer(held, now);
  if (state === 'claimed') throw new Refusal('GONE', { message: 'You took this spot already.' });
  if (held.offer.status !== 'held') return { state };
  const as = state === 'late' ? 'expired' : 'declined';
  await settleOffer({ scope, now, held, as, actor: { kind: 'visitor' } });
  return { state: as === 'expired' ? 'late' : 'declined' };
}
