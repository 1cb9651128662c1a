import { Refusal } from '../errors.ts';
import type { VisitorReadScope } from '../trpc.ts';
import type { PublicPracticeView } from '../views/waitlist.ts';

export async function getPractice(call: {
  readonly scope: VisitorReadScope;
  readonly now: Date;
}): Promise<PublicPracticeView> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
