import { findStoredRuleSet } from '../../rule-set.ts';
import type { StaffScope } from '../../trpc.ts';
import type { RuleSetView } from '../../views/rules.ts';

/** The rules that the practice works by, for everybody who works there. */
export const getRuleSet = ({ scope }: { readonly scope: StaffScope }): Promise<RuleSetView> => findStoredRuleSet(scope);
