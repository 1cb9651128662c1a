import type { z } from 'zod';
import { Refusal } from '../../errors.ts';
import type { listMails as listMailsInput } from '../../inputs/outbox.ts';
import type { WriterScope } from '../../trpc.ts';
import type { MailList } from '../../views/outbox.ts';

export async function listMails(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof listMailsInput>;
}): Promise<MailList> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
