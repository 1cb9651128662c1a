import { sql } from 'drizzle-orm';
import { check, index, integer, pgSchema, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

/** People and their sign-ins, apart from every practice: only packages/auth connects as the role that may read this schema. */
export const identity = pgSchema('identity');

export const user = identity.table(
  'user',
  {
    id: uuid().primaryKey(),
    /** Lower case, trimmed. */
    email: text().notNull(),
    name: text(),
    emailVerified: timestamp({ withTimezone: true, mode: 'date' }),
    createdAt: timestamp({ withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('user_by_email').on(t.email),
    check(
      'user_email_form',
      sql`${t.email} = lower(${t.email}) and ${t.email} like '%_@_%' and length(${t.email}) <= 254`,
    ),
  ],
);

export const apps = ['coach', 'portal'] as const;
export type App = (typeof apps)[number];

/** A signed-in browser. The token is stored hashed: a copy of the database signs nobody in. */
export const authSession = identity.table(
  'auth_session',
  {
    tokenHash: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    app: text({ enum: apps }).notNull(),
    userAgent: text().notNull().default(''),
    createdAt: timestamp({ withTimezone: true, mode: 'date' }).notNull().defaultNow(),
    lastSeenAt: timestamp({ withTimezone: true, mode: 'date' }).notNull().defaultNow(),
    expires: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
  },
  (t) => [index('auth_session_of_user').on(t.userId)],
);

/**
 * One request to sign in: a mailed link and a six-digit code, both stored hashed, both good once and for ten minutes. The code counts only
 * in the browser that asked (`browserHash`), the link anywhere, by POST.
 */
export const signInRequest = identity.table(
  'sign_in_request',
  {
    id: uuid().primaryKey(),
    email: text().notNull(),
    app: text({ enum: apps }).notNull(),
    linkHash: text().notNull(),
    codeHash: text().notNull(),
    browserHash: text().notNull(),
    codeTries: integer().notNull().default(0),
    createdAt: timestamp({ withTimezone: true, mode: 'date' }).notNull().defaultNow(),
    expires: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    usedAt: timestamp({ withTimezone: true, mode: 'date' }),
  },
  (t) => [
    uniqueIndex('sign_in_request_by_link').on(t.linkHash),
    index('sign_in_request_of_email').on(t.email, t.createdAt),
  ],
);
