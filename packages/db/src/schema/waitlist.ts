import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { client } from './client.ts';
import { member } from './practice.ts';
import { instant, tenantKey } from './tenant-key.ts';

export const runningGoal = pgEnum('running_goal', ['first_5k_10k', 'half_marathon', 'marathon', 'keep_running']);
export const entryStatus = pgEnum('waitlist_entry_status', ['unconfirmed', 'waiting', 'offered', 'claimed', 'left']);

/** Somebody who wants a spot. The line is the confirmed ones in the order of `confirmedAt`, then id; nothing else moves it. */
export const waitlistEntry = pgTable(
  'waitlist_entry',
  {
    ...tenantKey(),
    name: text().notNull(),
    /** Normalised: lower case, trimmed. */
    email: text().notNull(),
    goal: runningGoal().notNull(),
    lettersConsent: boolean().notNull().default(false),
    status: entryStatus().notNull().default('unconfirmed'),
    /** Confirms the address, shows the place, leaves the list: hashed, GET never acts. */
    tokenHash: text().notNull(),
    joinedAt: instant().notNull().defaultNow(),
    confirmedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    uniqueIndex('waitlist_entry_by_email').on(t.practiceId, t.email),
    uniqueIndex('waitlist_entry_by_token').on(t.practiceId, t.tokenHash),
    index('waitlist_line').on(t.practiceId, t.status, t.confirmedAt, t.id),
    check(
      'waitlist_entry_confirmed_has_a_time',
      sql`${t.status} in ('unconfirmed', 'left') or ${t.confirmedAt} is not null`,
    ),
  ],
);

export const openingStatus = pgEnum('opening_status', ['open', 'closed']);

/** A coach offers a number of spots to the line. It closes when all are claimed, or by hand. */
export const opening = pgTable(
  'opening',
  {
    ...tenantKey(),
    spots: integer().notNull(),
    /** How long an offer is held, 1 to 336. */
    holdHours: integer().notNull(),
    status: openingStatus().notNull().default('open'),
    openedBy: uuid().notNull(),
    openedAt: instant().notNull().defaultNow(),
    closedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({
      name: 'opening_opened_by',
      columns: [t.practiceId, t.openedBy],
      foreignColumns: [member.practiceId, member.id],
    }),
    check('opening_spots_range', sql`${t.spots} between 1 and 200`),
    check('opening_hold_range', sql`${t.holdHours} between 1 and 336`),
  ],
);

export const offerStatus = pgEnum('offer_status', ['held', 'claimed', 'expired', 'declined', 'withdrawn']);

/** A spot held for one person until a deadline. A held offer takes a spot; a claimed one hands it to the client it made. */
export const offer = pgTable(
  'offer',
  {
    ...tenantKey(),
    openingId: uuid().notNull(),
    entryId: uuid().notNull(),
    status: offerStatus().notNull().default('held'),
    tokenHash: text().notNull(),
    offeredAt: instant().notNull().defaultNow(),
    /** The spot can be claimed up to and including this instant. */
    expiresAt: instant().notNull(),
    settledAt: instant(),
    clientId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({
      name: 'offer_opening',
      columns: [t.practiceId, t.openingId],
      foreignColumns: [opening.practiceId, opening.id],
    }),
    foreignKey({
      name: 'offer_entry',
      columns: [t.practiceId, t.entryId],
      foreignColumns: [waitlistEntry.practiceId, waitlistEntry.id],
    }),
    // Checked at commit (`capacity-rule.ts` makes it deferrable): the offer gives up its spot first, then the client takes it.
    foreignKey({
      name: 'offer_client',
      columns: [t.practiceId, t.clientId],
      foreignColumns: [client.practiceId, client.id],
    }),
    uniqueIndex('offer_by_token').on(t.practiceId, t.tokenHash),
    uniqueIndex('offer_held_once_per_entry').on(t.practiceId, t.entryId).where(sql`${t.status} = 'held'`),
    index('offers_held').on(t.practiceId, t.status, t.expiresAt),
    check('offer_claimed_has_a_client', sql`(${t.status} = 'claimed') = (${t.clientId} is not null)`),
    check('offer_settled_has_a_time', sql`(${t.status} = 'held') = (${t.settledAt} is null)`),
  ],
);
