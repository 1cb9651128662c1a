import { Refusal } from '../errors.ts';
import type { ClientReadScope } from '../trpc.ts';
import type { IntakeView } from '../views/client.ts';

export async function getIntake(call: { readonly scope: ClientReadScope; readonly now: Date }): Promise<IntakeView> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
