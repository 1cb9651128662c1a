import { timestamp, uuid } from 'drizzle-orm/pg-core';
import { practice } from './practice.ts';

/** The first two columns of every tenant table; the table adds `primaryKey({ columns: [t.practiceId, t.id] })`. Ids are UUIDv7, made by whoever creates the row. */
export const tenantKey = () => ({
  practiceId: uuid()
    .notNull()
    .references(() => practice.id),
  id: uuid().notNull(),
});

/** When something happened: an instant, never a training date. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' });
