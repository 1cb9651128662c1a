import { overridableRules, ruleSetNames } from '@groundwork/engine/adapt/rule-set';
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { client } from './client.ts';
import { member, practice } from './practice.ts';
import { instant, tenantKey } from './tenant-key.ts';

export const ruleSetName = pgEnum('rule_set_name', ruleSetNames);
export const overridableRule = pgEnum('overridable_rule', overridableRules);

/** The rules that a practice works by. Without a row they are the article's, untouched. */
export const ruleSet = pgTable(
  'rule_set',
  {
    practiceId: uuid()
      .primaryKey()
      .references(() => practice.id),
    name: ruleSetName().notNull(),
    /** Only what was tuned, by the parameter's name. */
    parameters: jsonb().$type<Readonly<Record<string, number>>>().notNull().default({}),
    /** Counts saves: a stale one is refused. */
    revision: integer().notNull().default(1),
    updatedBy: uuid().notNull(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      name: 'rule_set_updated_by',
      columns: [t.practiceId, t.updatedBy],
      foreignColumns: [member.practiceId, member.id],
    }),
    check('rule_set_parameters_are_an_object', sql`jsonb_typeof(${t.parameters}) = 'object'`),
  ],
);

/** A rule that a coach set aside for one client, with her reason. */
export const ruleOverride = pgTable(
  'rule_override',
  {
    ...tenantKey(),
    clientId: uuid().notNull(),
    rule: overridableRule().notNull(),
    reason: text().notNull(),
    madeBy: uuid().notNull(),
    madeAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({
      name: 'rule_override_client',
      columns: [t.practiceId, t.clientId],
      foreignColumns: [client.practiceId, client.id],
    }),
    foreignKey({
      name: 'rule_override_made_by',
      columns: [t.practiceId, t.madeBy],
      foreignColumns: [member.practiceId, member.id],
    }),
    uniqueIndex('rule_override_of_client').on(t.practiceId, t.clientId, t.rule),
    check('rule_override_has_a_reason', sql`length(trim(${t.reason})) > 0`),
  ],
);
