import type { OverridableRule, RuleSetName } from '@groundwork/engine/adapt/rule-set';
import type { Finding } from '@groundwork/engine/finding';
import type { Profile } from '@groundwork/engine/profile';
import type { Program, ProgramWeek } from '@groundwork/engine/program';
import type { Reason } from '@groundwork/engine/reason';
import { sql } from 'drizzle-orm';
import {
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
import { client } from './client.ts';
import { member } from './practice.ts';
import { instant, tenantKey } from './tenant-key.ts';

/** The rules that a program was built by, beside the tuned parameters: what explains it years later. */
interface BuiltBy {
  readonly name: RuleSetName;
  /** What was set aside for its client. */
  readonly overrides: readonly { readonly rule: OverridableRule; readonly reason: string }[];
}
const builtByArticle: BuiltBy = { name: 'article', overrides: [] };

export const programStatus = pgEnum('program_status', ['draft', 'published', 'ended']);

/** A client's program: the draft the coach works on. What the client sees are its published versions. */
export const program = pgTable(
  'program',
  {
    ...tenantKey(),
    clientId: uuid().notNull(),
    title: text().notNull(),
    status: programStatus().notNull().default('draft'),
    /** A Monday. */
    startsOn: date({ mode: 'string' }).notNull(),
    weeks: integer().notNull(),
    draft: jsonb().$type<Program>().notNull(),
    /** What the draft was built from, so that it can be built again and explained. */
    profile: jsonb().$type<Omit<Profile, 'painSites'>>().notNull(),
    /** The profile's pain sites, sealed. */
    healthSealed: bytea(),
    /** Only what was tuned, by the parameter's name. */
    parameters: jsonb().$type<Readonly<Record<string, number>>>().notNull().default({}),
    ruleSet: jsonb().$type<BuiltBy>().notNull().default(builtByArticle),
    /** One or two; with the profile and the parameters it is all that the draft was built from. */
    sessionsPerWeek: smallint().notNull().default(2),
    findings: jsonb().$type<readonly Finding[]>().notNull().default([]),
    /** What the build had to do without, and why. */
    notes: jsonb().$type<readonly Reason[]>().notNull().default([]),
    /** Why the coach has to look before it is published: a runner under age. */
    holds: jsonb().$type<readonly Reason[]>().notNull().default([]),
    /** Counts edits: a save names the revision it saw, and a stale one is refused, not lost. */
    revision: integer().notNull().default(1),
    updatedBy: uuid().notNull(),
    updatedAt: instant().notNull().defaultNow(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({
      name: 'program_client',
      columns: [t.practiceId, t.clientId],
      foreignColumns: [client.practiceId, client.id],
    }),
    foreignKey({
      name: 'program_updated_by',
      columns: [t.practiceId, t.updatedBy],
      foreignColumns: [member.practiceId, member.id],
    }),
    index('programs_of_client').on(t.practiceId, t.clientId, t.startsOn),
    check('program_sessions_range', sql`${t.sessionsPerWeek} between 1 and 3`),
    check('program_weeks_range', sql`${t.weeks} between 1 and 52`),
    check('program_starts_on_monday', sql`extract(isodow from ${t.startsOn}) = 1`),
  ],
);

/** A published program: never changed, never deleted. Profile, parameters, catalogue and engine are stored so that every why can be reproduced. */
export const programVersion = pgTable(
  'program_version',
  {
    ...tenantKey(),
    programId: uuid().notNull(),
    number: integer().notNull(),
    /** Sessions before this date keep the version they had. */
    effectiveFrom: date({ mode: 'string' }).notNull(),
    content: jsonb().$type<Program>().notNull(),
    /** The content's blocks beside it: lists say "week 3 of 6" without unpacking whole programs. */
    blocks: jsonb().$type<Program['blocks']>().generatedAlwaysAs(sql`content -> 'blocks'`),
    /** What the content's weeks say of their days, beside it for the same reason: one entry a week, in order. */
    weekDays: jsonb()
      .$type<readonly ProgramWeek['days'][]>()
      .generatedAlwaysAs(sql`jsonb_path_query_array(content, '$.weeks[*].days')`),
    weekTiers: jsonb()
      .$type<readonly ProgramWeek['tier'][]>()
      .generatedAlwaysAs(sql`jsonb_path_query_array(content, '$.weeks[*].tier')`),
    weekWarnings: jsonb()
      .$type<readonly ProgramWeek['warnings'][]>()
      .generatedAlwaysAs(sql`jsonb_path_query_array(content, '$.weeks[*].warnings')`),
    /** SHA-256 of the content's JSON, hex. */
    contentHash: text().notNull(),
    profile: jsonb().$type<Omit<Profile, 'painSites'>>().notNull(),
    /** The profile's pain sites, sealed. */
    healthSealed: bytea(),
    parameters: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
    ruleSet: jsonb().$type<BuiltBy>().notNull().default(builtByArticle),
    sessionsPerWeek: smallint().notNull().default(2),
    engineVersion: text().notNull(),
    catalogueVersion: text().notNull(),
    /** What changed, in the coach's words. */
    note: text().notNull().default(''),
    publishedBy: uuid().notNull(),
    publishedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({
      name: 'program_version_program',
      columns: [t.practiceId, t.programId],
      foreignColumns: [program.practiceId, program.id],
    }),
    foreignKey({
      name: 'program_version_published_by',
      columns: [t.practiceId, t.publishedBy],
      foreignColumns: [member.practiceId, member.id],
    }),
    uniqueIndex('program_version_by_number').on(t.practiceId, t.programId, t.number),
  ],
);

/** What it takes to undo an edit of a draft: the weeks that it changed, as they were. Gone with the draft, or when it is built again. */
export const programUndo = pgTable(
  'program_undo',
  {
    practiceId: uuid().notNull(),
    programId: uuid().notNull(),
    /** The revision that the edit made. */
    revision: integer().notNull(),
    weeks: jsonb().$type<readonly ProgramWeek[]>().notNull(),
    madeBy: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.programId, t.revision] }),
    foreignKey({
      name: 'program_undo_program',
      columns: [t.practiceId, t.programId],
      foreignColumns: [program.practiceId, program.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'program_undo_made_by',
      columns: [t.practiceId, t.madeBy],
      foreignColumns: [member.practiceId, member.id],
    }),
  ],
);
