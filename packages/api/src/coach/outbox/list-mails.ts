import { mail } from '@groundwork/db/schema/mail';
import { and, desc, eq, lt } from 'drizzle-orm';
import type { z } from 'zod';
import type { listMails as listMailsInput } from '../../inputs/outbox.ts';
import type { StaffScope } from '../../trpc.ts';
import type { MailList } from '../../views/outbox.ts';

export const mailColumns = {
  mailId: mail.id,
  recipient: mail.recipient,
  subject: mail.subject,
  template: mail.template,
  status: mail.status,
  attempts: mail.attempts,
  lastError: mail.lastError,
  createdAt: mail.createdAt,
  sentAt: mail.sentAt,
};

/** The outbox, newest first. A mail's id tells when it was written, so it is also the place to go on from. */
export async function listMails(call: {
  readonly scope: StaffScope;
  readonly input: z.infer<typeof listMailsInput>;
}): Promise<MailList> {
  const { scope, input } = call;
  const mails = await scope.tx
    .select(mailColumns)
    .from(mail)
    .where(and(eq(mail.practiceId, scope.practiceId), input.before ? lt(mail.id, input.before) : undefined))
    .orderBy(desc(mail.id))
    .limit(input.limit + 1);
  const page = mails.slice(0, input.limit);
  return { mails: page, nextBefore: mails.length > input.limit ? (page.at(-1)?.mailId ?? null) : null };
}
