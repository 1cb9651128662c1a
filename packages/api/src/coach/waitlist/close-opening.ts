import type { z } from 'zod';
import { Refusal } from '../../errors.ts';
import type { closeOpening as closeOpeningInput } from '../../inputs/waitlist.ts';
import type { WriterScope } from '../../trpc.ts';
import type { OpeningSaved } from '../../views/waitlist.ts';

export async function closeOpening(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof closeOpeningInput>;
}): Promise<OpeningSaved> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
