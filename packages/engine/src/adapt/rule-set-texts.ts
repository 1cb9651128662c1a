import type { ruleSetCodes } from '../reason.ts';
import { type CodeText, joinWords, type TextData, writeDay } from '../text-parts.ts';

/** The words for what a rule set or an override changes. */
export const ruleSetTexts: Readonly<Record<(typeof ruleSetCodes)[number], (data: TextData) => CodeText>> = {
  X1_ON_SPEED: ({ day, hours }) => ({
    label: 'hard day kept hard',
    title: 'On the day of speed, on purpose',
    claim: `${sayDay(day)} holds speed work and strength, run first and ${hours ?? 6} hours between, so that easy days stay easy. The coach chose this over the article’s rule.`,
    instead: 'The article’s rules would use another day: switch the rule set back',
  }),
  NO_THIRD_DAY: () => ({
    label: 'no third day',
    title: 'No day for a third session',
    claim: 'The week has two at most: a third would stand next to one of them, or on a hard day.',
  }),
  RULES_BESIDE: ({ day }) => ({
    label: 'under these rules',
    title: 'The better day under these rules',
    claim: `${sayDay(day)} is used because the rule set moves the other session.`,
  }),
  RULES_ELSEWHERE: ({ day, first, second }) => {
    const used = [first, second].filter((one) => one !== undefined).map(writeDay);
    return {
      label: 'used elsewhere',
      title: 'Strength stands elsewhere under these rules',
      claim: `${sayDay(day)} is free now${used.length === 0 ? '' : `: strength stands on ${joinWords(used)}`}.`,
    };
  },
  RULE_OVERRIDDEN: ({ set, because }) => ({
    label: 'set aside',
    title: set === undefined ? 'A rule set aside' : `${set} is set aside`,
    claim: `The coach set this rule aside for this client${because === undefined ? '' : `, and says why: “${because}”`}.`,
  }),
};

function sayDay(day: string | number | undefined): string {
  return day === undefined ? 'The day' : writeDay(day);
}
