import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { logSet as logSetInput } from '../inputs/session.ts';
import type { ClientScope } from '../trpc.ts';
import type { LoggedSet } from '../views/session.ts';

export async function logSet(call: {
  readonly scope: ClientScope;
  readonly now: Date;
  readonly input: z.infer<typeof logSetInput>;
}): Promise<LoggedSet> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
