import type { ParameterName } from './parameters.ts';

/** How firm the ground under a rule is: the coach's article, published evidence, or a decision of this product. */
export const ruleStrengths = ['article', 'evidence', 'product decision'] as const;
export type RuleStrength = (typeof ruleStrengths)[number];

/** One rule of the engine, as its page shows it. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  /** The rule in one line, without a full stop: it is read after its id. */
  readonly statement: string;
  readonly why: string;
  readonly source: string;
  readonly strength: RuleStrength;
  /** The parameters it leans on. */
  readonly parameters: readonly ParameterName[];
}
