import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { claimOffer as claimOfferInput } from '../inputs/waitlist.ts';
import type { VisitorScope } from '../trpc.ts';
import type { OfferClaimed } from '../views/waitlist.ts';

export async function acceptInvitation(call: {
  readonly scope: VisitorScope;
  readonly now: Date;
  readonly input: z.infer<typeof claimOfferInput>;
}): Promise<OfferClaimed> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
