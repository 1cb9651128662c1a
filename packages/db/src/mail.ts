import { and, eq, sql } from 'drizzle-orm';
import { enqueueJob } from './job.ts';
import { newId } from './new-id.ts';
import { mail } from './schema/mail.ts';
import type { PracticeScope, ReadScope } from './scope.ts';
import { seal, unseal } from './seal.ts';

export interface NewMail {
  readonly recipient: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Which letter it is: "offer". */
  readonly template: string;
  /** The same key is the same mail, however often it is written. */
  readonly idempotencyKey: string;
  /** True for a letter whose link or code lets its reader in: then only the recipient ever reads it. */
  readonly confidential: boolean;
}

export interface MailBody {
  readonly html: string;
  readonly text: string;
}

export interface OutgoingMail extends MailBody {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly status: (typeof mail.$inferSelect)['status'];
}

/** Puts a letter into the outbox and leaves its sending to the worker, all in the scope's transaction. Returns the mail's id, or undefined when the key was used. */
export async function writeMail(scope: PracticeScope, letter: NewMail): Promise<string | undefined> {
  const id = newId();
  const { practiceId } = scope;
  const { recipient, subject, html, text, template, idempotencyKey, confidential } = letter;
  const body = confidential
    ? { html: '', text: '', bodySealed: sealBody({ html, text }, practiceId, id) }
    : { html, text };
  const written = await scope.tx
    .insert(mail)
    .values({ practiceId, id, recipient, subject, template, idempotencyKey, confidential, ...body })
    .onConflictDoNothing({ target: [mail.practiceId, mail.idempotencyKey] })
    .returning({ id: mail.id });
  if (written.length === 0) return undefined;
  await enqueueJob(scope, { task: 'send_mail', payload: { mailId: id }, key: `mail:${id}` });
  return id;
}

const ofMail = ({ practiceId }: ReadScope, mailId: string) => and(eq(mail.practiceId, practiceId), eq(mail.id, mailId));

/** A mail with its text, for the worker alone: it opens confidential ones. Their text is gone once they are sent. */
export async function findOutgoingMail(scope: ReadScope, mailId: string): Promise<OutgoingMail | undefined> {
  const [row] = await scope.tx.select().from(mail).where(ofMail(scope, mailId));
  if (row === undefined) return undefined;
  const { id, recipient, subject, status, html, text, bodySealed } = row;
  const body = bodySealed === null ? { html, text } : unsealBody(bodySealed, scope.practiceId, id);
  return { id, recipient, subject, status, ...body };
}

/** Counts the attempt, marks the mail and forgets its confidential text. */
export async function markMailSent(scope: PracticeScope, mailId: string, at: Date): Promise<void> {
  await scope.tx
    .update(mail)
    .set({ status: 'sent', sentAt: at, attempts: sql`${mail.attempts} + 1`, lastError: null, bodySealed: null })
    .where(ofMail(scope, mailId));
}

/** Notes an attempt that failed. With `isLast` nobody tries again: the operator finds it in the outbox. */
export async function markMailFailed(
  scope: PracticeScope,
  mailId: string,
  failure: { readonly error: string; readonly isLast: boolean },
): Promise<void> {
  await scope.tx
    .update(mail)
    .set({
      status: failure.isLast ? 'failed' : 'queued',
      attempts: sql`${mail.attempts} + 1`,
      lastError: failure.error.slice(0, 500),
    })
    .where(ofMail(scope, mailId));
}

/** The text of a confidential letter, as `mail.body_sealed` holds it. */
export const sealBody = (body: MailBody, practiceId: string, mailId: string): Buffer =>
  seal({ html: body.html, text: body.text }, { practiceId, rowId: mailId });

function unsealBody(sealed: Buffer, practiceId: string, mailId: string): MailBody {
  const body = unseal(sealed, { practiceId, rowId: mailId });
  if (typeof body !== 'object' || body === null || !('html' in body) || !('text' in body))
    throw new Error('Not a letter');
  return { html: String(body.html), text: String(body.text) };
}
