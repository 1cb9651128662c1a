import type { ParameterName } from '../parameters.ts';
import type { Reason } from '../reason.ts';
import type { SessionLoad, Weekday } from '../vocabulary.ts';
import { placeUnder, type WishedWeek } from './place-under.ts';
import type { ClientRules } from './rule-set.ts';

/** One day that changes, and why it is now as it is. */
export interface ChangedDay {
  readonly day: Weekday;
  readonly before: SessionLoad | null;
  readonly after: SessionLoad | null;
  /** The weightiest first; never empty. */
  readonly why: readonly Reason[];
}

export interface RuleSetComparison {
  readonly days: readonly ChangedDay[];
  readonly parameters: readonly { readonly name: ParameterName; readonly before: number; readonly after: number }[];
}

/** What switching from one rule set to another changes in a client's week, day by day and number by number. */
export function compareRuleSets(input: WishedWeek, before: ClientRules, after: ClientRules): RuleSetComparison {
  const old = placeUnder(before, input).days;
  const days = placeUnder(after, input).days.flatMap(({ day, placed, reasons }, index): readonly ChangedDay[] => {
    const was = old[index]?.placed ?? null;
    if (was === placed) return [];
    return [{ day, before: was, after: placed, why: reasons }];
  });
  return { days, parameters: listChangedParameters(before, after) };
}

/** Every number that is another under the new rules. */
export function listChangedParameters(before: ClientRules, after: ClientRules): RuleSetComparison['parameters'] {
  const names = Object.keys(before.parameters) as ParameterName[];
  return names
    .filter((name) => before.parameters[name] !== after.parameters[name])
    .map((name) => ({ name, before: before.parameters[name], after: after.parameters[name] }));
}
