import { member } from '@groundwork/db/schema/practice';
import { ruleOverride } from '@groundwork/db/schema/rules';
import type { ReadScope } from '@groundwork/db/scope';
import { and, asc, eq } from 'drizzle-orm';
import type { RuleOverrideView } from './views/rules.ts';

/** What is set aside for a client, with who said so and why. By rule. */
export async function listOverrideViews(scope: ReadScope, clientId: string): Promise<readonly RuleOverrideView[]> {
  return scope.tx
    .select({
      rule: ruleOverride.rule,
      reason: ruleOverride.reason,
      madeBy: member.name,
      madeAt: ruleOverride.madeAt,
    })
    .from(ruleOverride)
    .innerJoin(member, and(eq(member.practiceId, ruleOverride.practiceId), eq(member.id, ruleOverride.madeBy)))
    .where(and(eq(ruleOverride.practiceId, scope.practiceId), eq(ruleOverride.clientId, clientId)))
    .orderBy(asc(ruleOverride.rule));
}
