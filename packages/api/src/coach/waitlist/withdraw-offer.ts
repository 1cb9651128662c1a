import type { z } from 'zod';
import { Refusal } from '../../errors.ts';
import type { withdrawOffer as withdrawOfferInput } from '../../inputs/waitlist.ts';
import type { WriterScope } from '../../trpc.ts';
import { lockLine } from '../../waitlist/lock-line.ts';
import { findOffer, settleOffer } from '../../waitlist/settle-offer.ts';

/** Takes a held offer back, with a reason for the audit: the person keeps her place, the next one is asked. GONE when it is settled. */
export async function withdrawOffer(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof withdrawOfferInput>;
}): Promise<{ offerId: string }> {
  const { scope, now, input } = call;
  await lockLine(scope);
  const held = await findOffer(scope, { offerId: input.offerId });
  if (!held) throw new Refusal('NOT_FOUND');
  if (held.offer.status !== 'held' && held.offer.status !== 'withdrawn') {
    throw new Refusal('GONE', { message: `The offer was ${held.offer.status} already.` });
  }
  if (held.offer.status === 'held') {
    const actor = { kind: 'member', id: scope.me.memberId } as const;
    await settleOffer({ scope, now, held, as: 'withdrawn', actor, reason: input.reason });
  }
  return { offerId: held.offer.id };
}
