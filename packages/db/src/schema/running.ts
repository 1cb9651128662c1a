import type { RunDay } from '@groundwork/engine/running-week';
import { raceDistances, racePriorities } from '@groundwork/engine/vocabulary';
import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { client } from './client.ts';
import { instant, tenantKey } from './tenant-key.ts';

export const runWeekScope = pgEnum('run_week_scope', ['from', 'only']);

/** How a client runs: the usual week from a Monday on (`from`), or one Monday's week alone (`only`). The latest `from` counts. */
export const runWeek = pgTable(
  'run_week',
  {
    ...tenantKey(),
    clientId: uuid().notNull(),
    scope: runWeekScope().notNull(),
    /** A Monday. */
    startsOn: date({ mode: 'string' }).notNull(),
    /** Seven days, Monday first. */
    days: jsonb().$type<readonly RunDay[]>().notNull(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({
      name: 'run_week_client',
      columns: [t.practiceId, t.clientId],
      foreignColumns: [client.practiceId, client.id],
    }),
    uniqueIndex('run_week_by_monday').on(t.practiceId, t.clientId, t.scope, t.startsOn),
    check('run_week_starts_on_monday', sql`extract(isodow from ${t.startsOn}) = 1`),
    check('run_week_has_seven_days', sql`jsonb_typeof(${t.days}) = 'array' and jsonb_array_length(${t.days}) = 7`),
  ],
);

export const raceDistance = pgEnum('race_distance', raceDistances);
export const racePriority = pgEnum('race_priority', racePriorities);

export const race = pgTable(
  'race',
  {
    ...tenantKey(),
    clientId: uuid().notNull(),
    name: text().notNull(),
    date: date({ mode: 'string' }).notNull(),
    distance: raceDistance().notNull(),
    priority: racePriority().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({
      name: 'race_client',
      columns: [t.practiceId, t.clientId],
      foreignColumns: [client.practiceId, client.id],
    }),
    index('races_of_client').on(t.practiceId, t.clientId, t.date),
  ],
);
