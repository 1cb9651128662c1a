import type { Rule, RuleStrength } from '@groundwork/engine/rule';

const groups: readonly { readonly strength: RuleStrength; readonly title: string; readonly note: string }[] = [
  { strength: 'article', title: 'From the article', note: 'what the coach wrote, and what other sources say to it' },
  { strength: 'evidence', title: 'From studies', note: 'published work, read with its limits' },
  { strength: 'product decision', title: 'Decided here', note: 'where neither says enough; yours to change' },
];

/** By how firm the ground under them is, firmest first. */
export const groupRules = (rules: readonly Rule[]) =>
  groups
    .map((group) => ({ ...group, rules: rules.filter((rule) => rule.strength === group.strength) }))
    .filter((group) => group.rules.length > 0);
