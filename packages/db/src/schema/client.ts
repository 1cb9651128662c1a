import { equipment, experiences, loadUnits, weekdays } from '@groundwork/engine/vocabulary';
import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytea } from './bytea.ts';
import { user } from './identity.ts';
import { member } from './practice.ts';
import { instant, tenantKey } from './tenant-key.ts';

export const clientStatus = pgEnum('client_status', ['invited', 'active', 'paused', 'archived']);
export const experience = pgEnum('experience', experiences);
export const equipmentItem = pgEnum('equipment', equipment);
export const weekday = pgEnum('weekday', weekdays);
export const loadUnit = pgEnum('load_unit', loadUnits);

/** A coached runner. Invited, active and paused clients take a spot; archived ones give it back. */
export const client = pgTable(
  'client',
  {
    ...tenantKey(),
    coachId: uuid().notNull(),
    /** Null until the invitation or the offer is taken up. */
    userId: uuid().references(() => user.id),
    name: text().notNull(),
    email: text().notNull(),
    status: clientStatus().notNull(),
    timeZone: text().notNull(),
    unit: loadUnit().notNull().default('kg'),
    /** The profile; null where the client has not said yet. A program needs all of it. */
    birthYear: smallint(),
    experience: experience(),
    runningMonths: smallint(),
    equipment: equipmentItem().array().notNull().default(sql`'{}'`),
    minutesPerSession: smallint(),
    unavailable: weekday().array().notNull().default(sql`'{}'`),
    /** What was typed before it was sealed; empty once it is (`reseal.ts`). Nothing writes it any more. */
    goal: text().notNull().default(''),
    /** The goal in her own words, sealed like health: people write of injuries here. Null when nothing was said. */
    goalSealed: bytea(),
    /** Pain sites and notes, sealed by the application (`seal.ts`): never readable in a dump. Null when nothing was said. */
    healthSealed: bytea(),
    /** Counts edits of the profile and the running week: the second of two editors is told. */
    revision: integer().notNull().default(1),
    createdAt: instant().notNull().defaultNow(),
    activatedAt: instant(),
    archivedAt: instant(),
    /** While it is set she neither signs in to the portal nor sees anything; her spot, program and logs stay. */
    accessClosedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({
      name: 'client_coach',
      columns: [t.practiceId, t.coachId],
      foreignColumns: [member.practiceId, member.id],
    }),
    uniqueIndex('client_by_user').on(t.practiceId, t.userId),
    uniqueIndex('client_by_email').on(t.practiceId, t.email),
    index('clients_of_coach').on(t.practiceId, t.coachId, t.name),
    check('client_birth_year_range', sql`${t.birthYear} between 1900 and 2100`),
    check('client_running_months_range', sql`${t.runningMonths} between 0 and 1200`),
    check('client_minutes_range', sql`${t.minutesPerSession} between 15 and 120`),
  ],
);

/** The way in for somebody a coach invited: a mailed link, stored hashed. GET shows a page, POST takes it up. */
export const invitation = pgTable(
  'invitation',
  {
    ...tenantKey(),
    clientId: uuid().notNull(),
    tokenHash: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({
      name: 'invitation_client',
      columns: [t.practiceId, t.clientId],
      foreignColumns: [client.practiceId, client.id],
    }),
    uniqueIndex('invitation_by_token').on(t.practiceId, t.tokenHash),
  ],
);

/** A weight the client is known to work with, per exercise: where load targets come from. */
export const workingLoad = pgTable(
  'working_load',
  {
    practiceId: uuid().notNull(),
    clientId: uuid().notNull(),
    exerciseId: text().notNull(),
    hundredths: integer().notNull(),
    unit: loadUnit().notNull(),
    setOn: date({ mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.clientId, t.exerciseId] }),
    foreignKey({
      name: 'working_load_client',
      columns: [t.practiceId, t.clientId],
      foreignColumns: [client.practiceId, client.id],
    }),
    check('working_load_range', sql`${t.hundredths} between 0 and 100000`),
  ],
);
