import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { finishSession as finishSessionInput } from '../inputs/session.ts';
import type { ClientScope } from '../trpc.ts';
import type { SessionProgress } from '../views/session.ts';

export async function finishSession(call: {
  readonly scope: ClientScope;
  readonly now: Date;
  readonly input: z.infer<typeof finishSessionInput>;
}): Promise<SessionProgress> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
