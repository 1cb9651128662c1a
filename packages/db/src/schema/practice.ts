import { sql } from 'drizzle-orm';
import { check, integer, pgEnum, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { user } from './identity.ts';

/** The tenant. Everything else hangs off its id. */
export const practice = pgTable(
  'practice',
  {
    id: uuid().primaryKey(),
    /** In the public addresses: lower case letters, digits and hyphens. */
    slug: text().notNull(),
    name: text().notNull(),
    /** One or two sentences for the public page. */
    about: text().notNull().default(''),
    /** IANA zone: when "today" begins for the coach. */
    timeZone: text().notNull(),
    createdAt: timestamp({ withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('practice_by_slug').on(t.slug),
    check('practice_slug_form', sql`${t.slug} ~ '^[a-z0-9][a-z0-9-]{1,39}$'`),
  ],
);

export const staffRole = pgEnum('staff_role', ['owner', 'coach', 'assistant']);

/** Who works in a practice. Named `member` in the code of the rules: a person can be a member here and a client elsewhere. */
export const member = pgTable(
  'member',
  {
    practiceId: uuid()
      .notNull()
      .references(() => practice.id),
    id: uuid().notNull(),
    userId: uuid()
      .notNull()
      .references(() => user.id),
    role: staffRole().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    createdAt: timestamp({ withTimezone: true, mode: 'date' }).notNull().defaultNow(),
    /** While it is set she neither signs in nor sees anything; her rows stay. */
    suspendedAt: timestamp({ withTimezone: true, mode: 'date' }),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.id] }), uniqueIndex('member_by_user').on(t.practiceId, t.userId)],
);

/**
 * How many runners the practice coaches at a time. `taken` counts active and invited clients plus held offers and is kept by triggers on
 * those tables (`capacity-rule.ts`), so no path around the use cases can oversell: `taken` above `ceiling` fails the check. The ceiling is
 * `spots`, or what was taken when `spots` was lowered below it: nobody is thrown out, nobody new gets in until enough have left.
 */
export const capacity = pgTable(
  'capacity',
  {
    practiceId: uuid()
      .primaryKey()
      .references(() => practice.id),
    spots: integer().notNull(),
    taken: integer().notNull().default(0),
    ceiling: integer().notNull(),
  },
  (t) => [
    check('capacity_spots_range', sql`${t.spots} between 0 and 100000`),
    check('capacity_never_oversold', sql`${t.taken} between 0 and ${t.ceiling}`),
    check('capacity_ceiling_covers_spots', sql`${t.ceiling} >= ${t.spots}`),
  ],
);
