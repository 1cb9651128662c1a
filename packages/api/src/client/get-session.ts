import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { sessionKey as sessionKeyInput } from '../inputs/session.ts';
import type { ClientReadScope } from '../trpc.ts';
import type { ClientSessionView } from '../views/session.ts';

export async function getSession(call: {
  readonly scope: ClientReadScope;
  readonly now: Date;
  readonly input: z.infer<typeof sessionKeyInput>;
}): Promise<ClientSessionView> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
