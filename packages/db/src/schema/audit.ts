import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, tenantKey } from './tenant-key.ts';

/** Who did what and why, written in the same transaction. Append-only for the apps. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    ...tenantKey(),
    /** A member, a client, "visitor" or "worker". */
    actorKind: text({ enum: ['member', 'client', 'visitor', 'worker'] }).notNull(),
    actorId: uuid(),
    /** A verb in the past: "program.published", "offer.expired". */
    action: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: uuid().notNull(),
    reason: text().notNull().default(''),
    data: jsonb().$type<Readonly<Record<string, unknown>>>().notNull().default({}),
    at: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    index('audit_by_time').on(t.practiceId, t.at),
    index('audit_of_subject').on(t.practiceId, t.subjectKind, t.subjectId, t.at),
  ],
);
