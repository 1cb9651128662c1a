import { bigint, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.ts';
import { practice } from './practice.ts';
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
    /** Its place in the practice's chain, from 1. This and what follows is the database's to write, at commit (`audit-chain.ts`). */
    sequence: bigint({ mode: 'number' }),
    /** Random; goes when the contents are erased, so that nobody can guess them from their hash. */
    salt: bytea(),
    /** SHA-256 of the salt and the contents: stays when they are erased, so that the chain still holds. */
    contentsHash: bytea(),
    /** SHA-256 of the entry before it, the place and the contents' hash. */
    hash: bytea(),
    /** When a client's erasure took the contents. */
    erasedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    uniqueIndex('audit_by_sequence').on(t.practiceId, t.sequence),
    index('audit_by_time').on(t.practiceId, t.at),
    index('audit_of_subject').on(t.practiceId, t.subjectKind, t.subjectId, t.at),
  ],
);

/** The end of each practice's chain: with it, entries missing at the end are found too. Written by the database alone. */
export const auditHead = pgTable('audit_head', {
  practiceId: uuid()
    .primaryKey()
    .references(() => practice.id),
  sequence: bigint({ mode: 'number' }).notNull(),
  hash: bytea().notNull(),
});

/** That somebody was erased, without saying who: a backup from before is made to forget her again. */
export const erasure = pgTable(
  'erasure',
  {
    ...tenantKey(),
    /** SHA-256 of the practice and the client's id. */
    subjectHash: bytea().notNull(),
    erasedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    uniqueIndex('erasure_by_subject').on(t.practiceId, t.subjectHash),
  ],
);
