import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { saveIntake as saveIntakeInput } from '../inputs/profile.ts';
import type { ClientScope } from '../trpc.ts';
import type { ProfileSaved } from '../views/client.ts';

export async function saveIntake(call: {
  readonly scope: ClientScope;
  readonly now: Date;
  readonly input: z.infer<typeof saveIntakeInput>;
}): Promise<ProfileSaved> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
