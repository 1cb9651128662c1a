import { index, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.ts';
import { instant, tenantKey } from './tenant-key.ts';

/**
 * Changes that were asked for under an id, written in their own transaction: sent again, they are answered again and not done again. A day
 * later nobody asks any more and the row goes.
 */
export const mutation = pgTable(
  'mutation',
  {
    /** The id is made of who asked, for what, and the id that the asker gave. */
    ...tenantKey(),
    /** The answer, packed and sealed: it may tell of health. Null until the transaction's end. */
    answerSealed: bytea(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ name: 'mutation_once', columns: [t.practiceId, t.id] }),
    index('mutations_by_time').on(t.practiceId, t.at),
  ],
);
