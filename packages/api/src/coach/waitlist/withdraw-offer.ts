import type { z } from 'zod';
import { Refusal } from '../../errors.ts';
import type { withdrawOffer as withdrawOfferInput } from '../../inputs/waitlist.ts';
import type { WriterScope } from '../../trpc.ts';
import type { WaitlistView } from '../../views/waitlist.ts';

export async function withdrawOffer(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof withdrawOfferInput>;
}): Promise<WaitlistView> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
