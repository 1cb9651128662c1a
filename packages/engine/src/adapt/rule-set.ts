// Which rules hold for a practice and for one of its clients. The article's are the default; "hard days hard" sets S23 aside
// on purpose (override X1). Every number stays within its hard limits, and an override carries its reason.
import {
  defaultParameters,
  type ParameterProblem,
  type ParameterValues,
  parseParameters,
} from '../parse-parameters.ts';
import { fail, type Result, succeed } from '../result.ts';

export const ruleSetNames = ['article', 'hard_days_hard'] as const;
export type RuleSetName = (typeof ruleSetNames)[number];

/**
 * The rules that a coach may set aside for a client: the day after the long run, the day of speed and the day before it, and
 * that two sessions a week are enough. Long-run days, races, pain, stop flags and screening are never up for it.
 */
export const overridableRules = ['S22', 'S23', 'S24', 'S14'] as const;
export type OverridableRule = (typeof overridableRules)[number];

/** One rule that does not hold for one client. */
export interface RuleOverride {
  readonly clientId: string;
  readonly rule: OverridableRule;
  /** In the coach's words; it stays visible wherever the override shows. */
  readonly reason: string;
}

export interface RuleSet {
  readonly name: RuleSetName;
  readonly parameters: ParameterValues;
  readonly overrides: readonly RuleOverride[];
}

export interface RuleSetInput {
  readonly name: string;
  /** Tuned values; the defaults for the rest. */
  readonly parameters?: Readonly<Record<string, number>>;
  readonly overrides?: readonly { readonly clientId: string; readonly rule: string; readonly reason: string }[];
}

export type RuleSetProblem =
  | { readonly code: 'unknown_rule_set'; readonly name: string; readonly allowed: readonly RuleSetName[] }
  | { readonly code: 'parameter'; readonly problem: ParameterProblem }
  | { readonly code: 'not_overridable'; readonly rule: string; readonly allowed: readonly OverridableRule[] }
  /** An override without a reason explains itself to nobody. */
  | { readonly code: 'no_reason' | 'overridden_twice'; readonly rule: string; readonly clientId: string };

/** The default: the article's rules, untouched. */
export const articleRuleSet: RuleSet = { name: 'article', parameters: defaultParameters, overrides: [] };

/** The rules as they hold for one client: what building, checking and comparing go by. */
export interface ClientRules {
  readonly name: RuleSetName;
  readonly parameters: ParameterValues;
  /** Each rule at most once. */
  readonly overrides: readonly Pick<RuleOverride, 'rule' | 'reason'>[];
}

/** The article's rules at their defaults, with nothing set aside. */
export const articleRules: ClientRules = { name: 'article', parameters: defaultParameters, overrides: [] };

/** A practice's rule set with the overrides of one client and of nobody else. */
export function rulesFor({ name, parameters, overrides }: RuleSet, clientId: string): ClientRules {
  return {
    name,
    parameters,
    overrides: overrides
      .filter((override) => override.clientId === clientId)
      .map(({ rule, reason }) => ({ rule, reason })),
  };
}

/** The most sessions a week that may be built under the rules: three where S14 is set aside for the client (rulebook 2). */
export function mostSessions({ overrides }: Pick<ClientRules, 'overrides'>): 2 | 3 {
  return overrides.some(({ rule }) => rule === 'S14') ? 3 : 2;
}

/** A rule that does not hold, and on whose word: the coach's for this client, or the rule set's. */
export interface SetAside {
  readonly rule: OverridableRule;
  readonly by: 'OVERRIDE' | 'HARD_DAYS_HARD';
  /** In the coach's words; null where the whole set says so. */
  readonly reason: string | null;
}

/** What the rules leave out; an override's own reason comes before the set's. */
export function listSetAside({ name, overrides }: ClientRules): readonly SetAside[] {
  const own = overrides.map(({ rule, reason }): SetAside => ({ rule, by: 'OVERRIDE', reason }));
  return name === 'hard_days_hard' ? [...own, { rule: 'S23', by: 'HARD_DAYS_HARD', reason: null }] : own;
}

/** The rule set, or everything that is wrong with it. */
export function parseRuleSet(input: RuleSetInput): Result<RuleSet, RuleSetProblem> {
  const problems: RuleSetProblem[] = [];
  const name = ruleSetNames.find((known) => known === input.name);
  if (name === undefined) problems.push({ code: 'unknown_rule_set', name: input.name, allowed: ruleSetNames });
  const parsed = parseParameters(input.parameters);
  if (!parsed.ok) for (const problem of parsed.problems) problems.push({ code: 'parameter', problem });
  const overrides: RuleOverride[] = [];
  for (const { clientId, rule, reason } of input.overrides ?? []) {
    const known = overridableRules.find((one) => one === rule);
    if (known === undefined) problems.push({ code: 'not_overridable', rule, allowed: overridableRules });
    else if (reason.trim() === '') problems.push({ code: 'no_reason', rule, clientId });
    else if (overrides.some((one) => one.clientId === clientId && one.rule === known)) {
      problems.push({ code: 'overridden_twice', rule, clientId });
    } else overrides.push({ clientId, rule: known, reason: reason.trim() });
  }
  if (problems.length > 0 || name === undefined || !parsed.ok) return fail(...problems);
  return succeed({ name, parameters: parsed.value, overrides });
}
