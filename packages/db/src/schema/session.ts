import type { Reason } from '@groundwork/engine/reason';
import { goals, measures, sessionLoads, supersetLetters } from '@groundwork/engine/vocabulary';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytea } from './bytea.ts';
import { client, loadUnit } from './client.ts';
import { program, programVersion } from './program.ts';
import { instant, tenantKey } from './tenant-key.ts';

export const sessionStatus = pgEnum('session_status', ['planned', 'in_progress', 'done', 'skipped']);
export const sessionLoad = pgEnum('session_load', sessionLoads);
export const goal = pgEnum('goal', goals);
export const measure = pgEnum('measure', measures);
export const supersetLetter = pgEnum('superset_letter', supersetLetters);

/** A dated session of a published program. Once it is in progress, its prescriptions are a snapshot that no publication touches. */
export const session = pgTable(
  'session',
  {
    ...tenantKey(),
    clientId: uuid().notNull(),
    programId: uuid().notNull(),
    versionId: uuid().notNull(),
    /** The planned session's key in the program, "w03-A". */
    key: text().notNull(),
    label: text().notNull(),
    week: integer().notNull(),
    date: date({ mode: 'string' }).notNull(),
    load: sessionLoad().notNull(),
    minutes: smallint().notNull(),
    reasons: jsonb().$type<readonly Reason[]>().notNull(),
    status: sessionStatus().notNull().default('planned'),
    startedAt: instant(),
    finishedAt: instant(),
    /** Session RPE, CR-10, in half steps times two: 0 to 20. */
    effortHalves: smallint(),
    /** What was typed before it was sealed; empty once it is (`reseal.ts`). Nothing writes it any more. */
    note: text().notNull().default(''),
    /** How it went in her own words, sealed like health. Null when nothing was said. */
    noteSealed: bytea(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({
      name: 'session_client',
      columns: [t.practiceId, t.clientId],
      foreignColumns: [client.practiceId, client.id],
    }),
    foreignKey({
      name: 'session_program',
      columns: [t.practiceId, t.programId],
      foreignColumns: [program.practiceId, program.id],
    }),
    foreignKey({
      name: 'session_version',
      columns: [t.practiceId, t.versionId],
      foreignColumns: [programVersion.practiceId, programVersion.id],
    }),
    uniqueIndex('session_by_key').on(t.practiceId, t.programId, t.key),
    index('sessions_of_client_by_date').on(t.practiceId, t.clientId, t.date),
    index('sessions_of_practice_by_date').on(t.practiceId, t.date),
    // When did she last train?
    index('started_sessions_of_client')
      .on(t.practiceId, t.clientId, t.startedAt)
      .where(sql`${t.startedAt} is not null`),
    check('session_effort_range', sql`${t.effortHalves} between 0 and 20`),
    check('session_done_has_an_end', sql`(${t.status} = 'done') = (${t.finishedAt} is not null)`),
  ],
);

/** One exercise of one session: the snapshot that the client saw. */
export const prescription = pgTable(
  'prescription',
  {
    ...tenantKey(),
    sessionId: uuid().notNull(),
    /** From 1. */
    position: smallint().notNull(),
    slot: text().notNull(),
    /** Two of a session that share a letter are done by turns; null for one that is done by itself. */
    superset: supersetLetter(),
    exerciseId: text().notNull(),
    goal: goal().notNull(),
    sets: smallint().notNull(),
    measure: measure().notNull(),
    amount: smallint().notNull(),
    rangeLow: smallint().notNull(),
    rangeHigh: smallint().notNull(),
    perSide: boolean().notNull(),
    loadHundredths: integer(),
    loadUnit: loadUnit(),
    /** Reps in reserve times two: 0 to 10. */
    rirHalves: smallint(),
    restSeconds: smallint().notNull(),
    explosive: boolean().notNull(),
    tempo: text(),
    purpose: text().notNull(),
    reasons: jsonb().$type<readonly Reason[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({
      name: 'prescription_session',
      columns: [t.practiceId, t.sessionId],
      foreignColumns: [session.practiceId, session.id],
    }).onDelete('cascade'),
    uniqueIndex('prescription_by_position').on(t.practiceId, t.sessionId, t.position),
    check('prescription_sets_range', sql`${t.sets} between 1 and 6`),
    check('prescription_amount_range', sql`${t.amount} between 1 and 300`),
    check('prescription_rest_range', sql`${t.restSeconds} between 0 and 600`),
    check('prescription_rir_range', sql`${t.rirHalves} between 0 and 10`),
    check('prescription_load_range', sql`${t.loadHundredths} between 0 and 100000`),
    check('prescription_load_has_a_unit', sql`(${t.loadHundredths} is null) = (${t.loadUnit} is null)`),
  ],
);

/**
 * What was done, appended and never changed: a correction is a newer row for the same set. The phone makes the id, so sending it again is
 * the same row. The set's current value is the row with the latest `loggedAt`, then the highest id.
 */
export const setLog = pgTable(
  'set_log',
  {
    ...tenantKey(),
    sessionId: uuid().notNull(),
    prescriptionId: uuid().notNull(),
    clientId: uuid().notNull(),
    exerciseId: text().notNull(),
    /** From 1. */
    setNumber: smallint().notNull(),
    /** Reps or seconds as the prescription measures, each side's where it is per side; 0 means tried and not done. */
    amount: smallint().notNull(),
    /** The other side's where it differed. */
    amountOtherSide: smallint(),
    loadHundredths: integer(),
    loadUnit: loadUnit(),
    rirHalves: smallint(),
    /** When the set was confirmed, by the phone's clock; when it arrived, where that clock ran ahead. */
    loggedAt: instant().notNull(),
    receivedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({
      name: 'set_log_session',
      columns: [t.practiceId, t.sessionId],
      foreignColumns: [session.practiceId, session.id],
    }),
    foreignKey({
      name: 'set_log_prescription',
      columns: [t.practiceId, t.prescriptionId],
      foreignColumns: [prescription.practiceId, prescription.id],
    }),
    foreignKey({
      name: 'set_log_client',
      columns: [t.practiceId, t.clientId],
      foreignColumns: [client.practiceId, client.id],
    }),
    index('set_logs_of_session').on(t.practiceId, t.sessionId, t.prescriptionId, t.setNumber, t.loggedAt),
    index('set_logs_of_exercise').on(t.practiceId, t.clientId, t.exerciseId, t.loggedAt),
    check('set_log_set_number_range', sql`${t.setNumber} between 1 and 12`),
    check('set_log_amount_range', sql`${t.amount} between 0 and 600 and ${t.amountOtherSide} between 0 and 600`),
    check('set_log_load_range', sql`${t.loadHundredths} between 0 and 100000`),
    check('set_log_load_has_a_unit', sql`(${t.loadHundredths} is null) = (${t.loadUnit} is null)`),
    check('set_log_rir_range', sql`${t.rirHalves} between 0 and 10`),
  ],
);
