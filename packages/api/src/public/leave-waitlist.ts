import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { tokenKey as tokenKeyInput } from '../inputs/waitlist.ts';
import type { VisitorScope } from '../trpc.ts';
import type { PlaceView } from '../views/waitlist.ts';

export async function leaveWaitlist(call: {
  readonly scope: VisitorScope;
  readonly now: Date;
  readonly input: z.infer<typeof tokenKeyInput>;
}): Promise<PlaceView> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
