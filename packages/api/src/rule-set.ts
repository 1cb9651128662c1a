import { ruleOverride, ruleSet } from '@groundwork/db/schema/rules';
import type { Reader, ReadScope } from '@groundwork/db/scope';
import { statement } from '@groundwork/db/statement';
import {
  articleRuleSet,
  type ClientRules,
  type RuleOverride,
  type RuleSet,
  rulesFor,
} from '@groundwork/engine/adapt/rule-set';
import { isWithinLimits, type ParameterName, parameters } from '@groundwork/engine/parameters';
import { defaultParameters, type ParameterValues } from '@groundwork/engine/parse-parameters';
import { and, asc, eq, type SQL, sql } from 'drizzle-orm';

/** The rules of a practice as they are stored. */
export interface StoredRuleSet {
  readonly name: RuleSet['name'];
  /** Only what was tuned. */
  readonly tuned: TunedParameters;
  /** 0 before anybody saved them. */
  readonly revision: number;
}

export type TunedParameters = Readonly<Partial<Record<ParameterName, number>>>;

const findRow = statement('rule_set', (tx) =>
  tx
    .select()
    .from(ruleSet)
    .where(eq(ruleSet.practiceId, sql.placeholder('practiceId'))),
);

const overridesOf = (tx: Reader, where: SQL | undefined) =>
  tx
    .select({ clientId: ruleOverride.clientId, rule: ruleOverride.rule, reason: ruleOverride.reason })
    .from(ruleOverride)
    .where(and(eq(ruleOverride.practiceId, sql.placeholder('practiceId')), where))
    .orderBy(asc(ruleOverride.rule));
const allOverrides = statement('rule_overrides', (tx) => overridesOf(tx, undefined));
const overridesOfClient = statement('rule_overrides_of_client', (tx) =>
  overridesOf(tx, eq(ruleOverride.clientId, sql.placeholder('clientId'))),
);

/** The rules of the practice; the article's, untouched, before anybody chose. */
export async function findStoredRuleSet(scope: ReadScope): Promise<StoredRuleSet> {
  const [row] = await findRow(scope).execute({ practiceId: scope.practiceId });
  if (!row) return { name: articleRuleSet.name, tuned: {}, revision: 0 };
  return { name: row.name, tuned: keepValid(row.parameters), revision: row.revision };
}

/** The rules of the practice with all that is set aside for its clients: where every rule that the API applies comes from. */
export async function loadRuleSet(scope: ReadScope): Promise<RuleSet> {
  const [{ name, tuned }, overrides] = await Promise.all([findStoredRuleSet(scope), listOverrides(scope)]);
  return { name, parameters: { ...defaultParameters, ...tuned }, overrides };
}

/** The rules as they hold for one client. */
export async function loadClientRules(scope: ReadScope, clientId: string): Promise<ClientRules> {
  const [{ name, tuned }, overrides] = await Promise.all([findStoredRuleSet(scope), listOverrides(scope, clientId)]);
  return rulesFor({ name, parameters: { ...defaultParameters, ...tuned }, overrides }, clientId);
}

const listOverrides = (scope: ReadScope, clientId?: string): Promise<readonly RuleOverride[]> =>
  clientId === undefined
    ? allOverrides(scope).execute({ practiceId: scope.practiceId })
    : overridesOfClient(scope).execute({ practiceId: scope.practiceId, clientId });

/** What a newer engine no longer knows or allows goes back to its default. */
function keepValid(stored: Readonly<Record<string, number>>): TunedParameters {
  const names = Object.keys(parameters) as ParameterName[];
  const valid = names.filter((name) => stored[name] !== undefined && isWithinLimits(name, stored[name]));
  return Object.fromEntries(valid.map((name) => [name, stored[name]]));
}

/** Only the values that differ from the defaults. */
export function keepTuned(values: ParameterValues): TunedParameters {
  const names = Object.keys(values) as ParameterName[];
  return Object.fromEntries(
    names.filter((name) => values[name] !== defaultParameters[name]).map((name) => [name, values[name]]),
  );
}

/** The rules as a program keeps them, so that it can be explained years later. */
export const toBuiltBy = ({ name, parameters: values, overrides }: ClientRules) => ({
  parameters: keepTuned(values) as Readonly<Record<string, number>>,
  ruleSet: { name, overrides },
});
