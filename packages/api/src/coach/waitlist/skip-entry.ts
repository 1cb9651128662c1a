import type { z } from 'zod';
import { Refusal } from '../../errors.ts';
import type { skipEntry as skipEntryInput } from '../../inputs/waitlist.ts';
import type { WriterScope } from '../../trpc.ts';
import type { WaitlistView } from '../../views/waitlist.ts';

export async function skipEntry(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof skipEntryInput>;
}): Promise<WaitlistView> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
