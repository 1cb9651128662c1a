import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytea } from './bytea.ts';

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

/** A passkey: a key pair whose private half never leaves the person's device. Of one app, because browsers tie it to the app's host. */
export const passkey = identity.table(
  'passkey',
  {
    /** The authenticator's own name for it, base64url. */
    credentialId: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    app: text({ enum: apps }).notNull(),
    publicKey: bytea().notNull(),
    /** Uses that the authenticator has counted; 0 for ever where it counts none. */
    counter: bigint({ mode: 'number' }).notNull(),
    transports: text().array().notNull().default(sql`'{}'`),
    /** Kept by a password manager, so that it survives the device. */
    isBackedUp: boolean().notNull(),
    name: text().notNull(),
    createdAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    lastUsedAt: timestamp({ withTimezone: true, mode: 'date' }),
  },
  (t) => [index('passkeys_of_user').on(t.userId, t.app)],
);

export const passkeyPurposes = ['register', 'sign-in'] as const;

/** A question that a passkey has to sign: once, within minutes, in the browser that was asked. */
export const passkeyChallenge = identity.table(
  'passkey_challenge',
  {
    id: uuid().primaryKey(),
    app: text({ enum: apps }).notNull(),
    purpose: text({ enum: passkeyPurposes }).notNull(),
    /** Whose new passkey it is for; null where the passkey is to say who it is. */
    userId: uuid().references(() => user.id, { onDelete: 'cascade' }),
    challenge: text().notNull(),
    browserHash: text().notNull(),
    expires: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
  },
  (t) => [index('passkey_challenges_by_expiry').on(t.expires)],
);

/** How often somebody did something in the window under way, over all processes and all practices. */
export const deedCount = identity.table(
  'deed_count',
  {
    /** What is limited: "sign-in.request". */
    action: text().notNull(),
    /** Whose deeds: a keyed hash of an address or an account, or "" for everybody's. */
    keyHash: text().notNull(),
    windowStart: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    count: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.action, t.keyHash] }),
    index('deed_counts_by_age').on(t.windowStart),
    check('deed_count_range', sql`${t.count} >= 1`),
  ],
);
