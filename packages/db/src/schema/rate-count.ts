import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { practice } from './practice.ts';
import { instant } from './tenant-key.ts';

/** How often an address did something in the window under way: rate limits that every process of the installation shares. */
export const rateCount = pgTable(
  'rate_count',
  {
    practiceId: uuid()
      .notNull()
      .references(() => practice.id),
    /** What is limited: "waitlist.join". */
    action: text().notNull(),
    /** A keyed hash: addresses are not kept. */
    addressHash: text().notNull(),
    windowStart: instant().notNull(),
    count: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.action, t.addressHash] }),
    check('rate_count_range', sql`${t.count} >= 1`),
  ],
);
