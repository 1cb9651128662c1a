import { sql } from 'drizzle-orm';
import { check, index, integer, pgEnum, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant, tenantKey } from './tenant-key.ts';

export const mailStatus = pgEnum('mail_status', ['queued', 'sent', 'failed']);

/** The outbox. A mail is written in the transaction of the change that causes it; the worker sends it and marks it. */
export const mail = pgTable(
  'mail',
  {
    ...tenantKey(),
    recipient: text().notNull(),
    subject: text().notNull(),
    html: text().notNull(),
    text: text().notNull(),
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
    check('mail_sent_has_a_time', sql`(${t.status} = 'sent') = (${t.sentAt} is not null)`),
  ],
);
