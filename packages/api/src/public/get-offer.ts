import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { tokenKey as tokenKeyInput } from '../inputs/waitlist.ts';
import type { VisitorReadScope } from '../trpc.ts';
import type { PublicOfferView } from '../views/waitlist.ts';

export async function getOffer(call: {
  readonly scope: VisitorReadScope;
  readonly now: Date;
  readonly input: z.infer<typeof tokenKeyInput>;
}): Promise<PublicOfferView> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
