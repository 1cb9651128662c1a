import type { RuleExamples, WorkedExample } from './rule-example.ts';
import { adaptExamples } from './rule-examples/adapt-examples.ts';
import { articleExamples } from './rule-examples/article-examples.ts';
import { programExamples } from './rule-examples/program-examples.ts';
import { weekExamples } from './rule-examples/week-examples.ts';
import { workExample } from './rule-examples/work-example.ts';

const examples: ReadonlyMap<string, RuleExamples> = new Map(
  Object.entries({ ...articleExamples, ...weekExamples, ...programExamples, ...adaptExamples }),
);

/** The examples of the rule with this id; undefined for an id that no rule has. */
export const findRuleExamples = (ruleId: string): RuleExamples | undefined => examples.get(ruleId);

/** An example of a rule's page, worked by the engine, with what it is one of. */
export interface ShownExample extends WorkedExample {
  readonly outcome: 'passes' | 'fails' | 'shows';
}

/** Every example of the rule as the engine works it, the one that passes first. Empty for an id that no rule has. */
export function workRuleExamples(ruleId: string): readonly ShownExample[] {
  const found = findRuleExamples(ruleId);
  if (!found) return [];
  const voice = found.saidBy ?? ruleId;
  switch (found.kind) {
    case 'check':
    case 'decision':
      return [
        { outcome: 'passes', ...workExample(voice, found.passes) },
        { outcome: 'fails', ...workExample(voice, found.fails) },
        ...(found.also ?? []).map((example): ShownExample => ({ outcome: 'shows', ...workExample(voice, example) })),
      ];
    case 'worked':
      return found.shows.map((example) => ({ outcome: 'shows', ...workExample(voice, example) }));
    default: {
      const unknown: never = found;
      throw new TypeError(`Unknown kind of examples: ${JSON.stringify(unknown)}`);
    }
  }
}

/** Ids that have examples, for the test that every one of them is a rule. */
export const exampleRuleIds: readonly string[] = [...examples.keys()];
