import { Refusal } from '../errors.ts';
import type { ClientReadScope } from '../trpc.ts';
import type { ClientTodayView } from '../views/client-today.ts';

export async function getToday(call: {
  readonly scope: ClientReadScope;
  readonly now: Date;
}): Promise<ClientTodayView> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
