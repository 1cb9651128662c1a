import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { joinWaitlist as joinWaitlistInput } from '../inputs/waitlist.ts';
import type { VisitorScope } from '../trpc.ts';
import type { JoinAnswer } from '../views/waitlist.ts';

export async function joinWaitlist(call: {
  readonly scope: VisitorScope;
  readonly now: Date;
  readonly input: z.infer<typeof joinWaitlistInput>;
}): Promise<JoinAnswer> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
