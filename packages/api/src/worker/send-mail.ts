import { exclusively } from '@groundwork/db/exclusively';
import { findOutgoingMail, markMailFailed, markMailSent } from '@groundwork/db/mail';
import { readPractice, withPractice } from '@groundwork/db/scope';
import { findTelemetry } from '@groundwork/db/telemetry';

/** What goes over the wire. The Message-ID is the same for every attempt, so that a mail sent twice is one mail to its reader. */
export interface WireMail {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Sends one mail; rejects when the server did not take it. */
export type MailTransport = (mail: WireMail) => Promise<void>;

export interface SendMail {
  readonly practiceId: string;
  readonly mailId: string;
  /** The domain behind the Message-ID's at sign. */
  readonly domain: string;
  readonly transport: MailTransport;
  readonly now: () => Date;
  /** Nobody tries again after this attempt: a failure is final. */
  readonly isLastAttempt: boolean;
}

/**
 * Sends a mail of the outbox and marks it. A mail that was sent before is left alone, one that another worker sends now too. Rejects when
 * the transport does, with the failure noted on the mail, so that the queue tries again. A worker that dies between sending and marking
 * has sent a mail that is sent again, under the same Message-ID.
 */
export async function sendMail(call: SendMail): Promise<'sent' | 'sent_before' | 'unknown'> {
  const outcome = await exclusively(`mail:${call.practiceId}:${call.mailId}`, () => sendOnce(call));
  if (outcome === undefined) throw new Error('Another worker sends this mail now');
  return outcome;
}

async function sendOnce(call: SendMail): Promise<'sent' | 'sent_before' | 'unknown'> {
  const { practiceId, mailId, domain, transport, now, isLastAttempt } = call;
  const mail = await readPractice(practiceId, (scope) => findOutgoingMail(scope, mailId));
  if (!mail) return 'unknown';
  if (mail.status === 'sent') return 'sent_before';
  const { recipient, subject, html, text } = mail;
  try {
    // No transaction is open meanwhile: a slow mail server must hold no rows.
    await transport({ messageId: `<${mailId}@${domain}>`, to: recipient, subject, html, text });
  } catch (error) {
    const failure = { error: error instanceof Error ? error.message : String(error), isLast: isLastAttempt };
    await withPractice(practiceId, (scope) => markMailFailed(scope, mailId, failure));
    findTelemetry()?.count('groundwork.mails', { 'groundwork.outcome': isLastAttempt ? 'given_up' : 'failed' });
    throw error;
  }
  await withPractice(practiceId, (scope) => markMailSent(scope, mailId, now()));
  findTelemetry()?.count('groundwork.mails', { 'groundwork.outcome': 'sent' });
  return 'sent';
}
