import { Refusal } from '../../errors.ts';
import type { StaffScope } from '../../trpc.ts';
import type { WaitlistView } from '../../views/waitlist.ts';

export async function getWaitlist(call: { readonly scope: StaffScope; readonly now: Date }): Promise<WaitlistView> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
