import type { z } from 'zod';
import { Refusal } from '../../errors.ts';
import type { mailKey as mailKeyInput } from '../../inputs/outbox.ts';
import type { WriterScope } from '../../trpc.ts';
import type { MailView } from '../../views/outbox.ts';

export async function getMail(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof mailKeyInput>;
}): Promise<MailView> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
