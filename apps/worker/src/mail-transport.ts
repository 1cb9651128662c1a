import type { MailTransport } from '@groundwork/api/worker/send-mail';
import { createTransport } from 'nodemailer';

export interface OpenTransport {
  transport: MailTransport;
  close: () => void;
}

/** A server that does not answer must not hold a job for the ten minutes that nodemailer would wait. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as const;

/**
 * Hands letters to an SMTP server over connections that stay open between them.
 *
 * @param url `smtp://` or `smtps://`, with user and password where the server wants them.
 * @param from The sender, as in `Groundwork <groundwork@example.org>`.
 */
export function openMailTransport(url: string, from: string): OpenTransport {
  const smtp = createTransport({ url, pool: true, ...timeouts });
  return {
    transport: async ({ messageId, to, subject, html, text }) => {
      // The header tells other machines not to answer with "out of office".
      await smtp.sendMail({
        from,
        messageId,
        to,
        subject,
        html,
        text,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => smtp.close(),
  };
}

/** The domain of a sender's address. */
export function domainOf(from: string): string {
  return /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
}
