import type { z } from 'zod';
import { Refusal } from '../../errors.ts';
import type { setSpots as setSpotsInput } from '../../inputs/waitlist.ts';
import type { WriterScope } from '../../trpc.ts';
import type { SpotsSaved } from '../../views/waitlist.ts';

export async function setSpots(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof setSpotsInput>;
}): Promise<SpotsSaved> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
