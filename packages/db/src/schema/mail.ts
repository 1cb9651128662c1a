import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgEnum, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.ts';
import { instant, tenantKey } from './tenant-key.ts';

export const mailStatus = pgEnum('mail_status', ['queued', 'sent', 'failed']);

/** The outbox. A mail is written in the transaction of the change that causes it; the worker sends it and marks it. */
export const mail = pgTable(
  'mail',
  {
    ...tenantKey(),
    recipient: text().notNull(),
    subject: text().notNull(),
    /** Empty where the letter is confidential. */
    html: text().notNull(),
    text: text().notNull(),
    /** The text of a letter that lets its reader in (a sign-in, an invitation, an offer), sealed, and erased once it is sent. */
    bodySealed: bytea(),
    /** Nobody but the recipient reads it: not the coach in her outbox, not whoever copies the database. */
    confidential: boolean().notNull().default(false),
    /** Which letter it is: "offer", "sign-in". */
    template: text().notNull(),
    /** The same key is the same mail, however often it is enqueued. */
    idempotencyKey: text().notNull(),
    status: mailStatus().notNull().default('queued'),
    attempts: integer().notNull().default(0),
    lastError: text(),
    createdAt: instant().notNull().defaultNow(),
    sentAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    uniqueIndex('mail_once_per_key').on(t.practiceId, t.idempotencyKey),
    index('mail_by_time').on(t.practiceId, t.createdAt),
    check('mail_confidential_is_sealed', sql`not ${t.confidential} or (${t.html} = '' and ${t.text} = '')`),
    check('mail_sent_has_a_time', sql`(${t.status} = 'sent') = (${t.sentAt} is not null)`),
  ],
);
