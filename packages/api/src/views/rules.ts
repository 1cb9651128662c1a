import type { SessionCounts } from '@groundwork/engine/adapt/compare-programs';
import type { ChangedDay } from '@groundwork/engine/adapt/compare-rule-sets';
import type { OverridableRule, RuleSetName } from '@groundwork/engine/adapt/rule-set';
import type { ParameterName } from '@groundwork/engine/parameters';

/** The rules that a practice works by. */
export interface RuleSetView {
  readonly name: RuleSetName;
  /** Only what differs from the defaults. */
  readonly tuned: Readonly<Partial<Record<ParameterName, number>>>;
  /** Name it when saving; 0 before anybody saved. */
  readonly revision: number;
}

/** What other rules would change for one client who has a program. */
export interface RuleSetEffect {
  readonly clientId: string;
  readonly name: string;
  /** The days of her current week that change, and why; empty without a running week. */
  readonly days: readonly ChangedDay[];
  /** Her program, built from the facts that it stands on. */
  readonly program: SessionCounts & { readonly programId: string };
}

/** Some of the clients, by name: a call looks at no more than it can in a moment. */
export interface RuleSetEffects {
  readonly effects: readonly RuleSetEffect[];
  /** Ask with it for those that follow; null after the last. */
  readonly next: number | null;
}

/** A rule set aside for one client. */
export interface RuleOverrideView {
  readonly rule: OverridableRule;
  readonly reason: string;
  readonly madeBy: string;
  readonly madeAt: Date;
}
