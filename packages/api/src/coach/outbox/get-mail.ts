import { mail } from '@groundwork/db/schema/mail';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { Refusal } from '../../errors.ts';
import type { mailKey as mailKeyInput } from '../../inputs/outbox.ts';
import type { StaffScope } from '../../trpc.ts';
import type { MailView } from '../../views/outbox.ts';
import { mailColumns } from './list-mails.ts';

/** One letter. The text of a confidential one is withheld: it would let its reader in as somebody else. */
export async function getMail(call: {
  readonly scope: StaffScope;
  readonly input: z.infer<typeof mailKeyInput>;
}): Promise<MailView> {
  const { scope, input } = call;
  const [found] = await scope.tx
    .select({ ...mailColumns, html: mail.html, text: mail.text, confidential: mail.confidential })
    .from(mail)
    .where(and(eq(mail.practiceId, scope.practiceId), eq(mail.id, input.mailId)));
  if (!found) throw new Refusal('NOT_FOUND');
  const { confidential, html, text, ...row } = found;
  return { ...row, html: confidential ? null : html, text: confidential ? null : text };
}
