import { ruleOverride } from '@groundwork/db/schema/rules';
import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import type { ClientRecord } from '../../client-record.ts';
import type { setRuleAside as setRuleAsideInput } from '../../inputs/rules.ts';
import { listOverrideViews } from '../../rule-overrides.ts';
import type { WriterScope } from '../../trpc.ts';
import type { RuleOverrideView } from '../../views/rules.ts';

/** Sets one rule aside for one client, with a reason; said again, the newer reason counts. */
export async function setRuleAside(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly input: z.infer<typeof setRuleAsideInput>;
}): Promise<readonly RuleOverrideView[]> {
  const { scope, now, client, input } = call;
  const { tx, practiceId, me } = scope;
  const { rule, reason } = input;
  const values = { reason, madeBy: me.memberId, madeAt: now };
  await tx
    .insert(ruleOverride)
    .values({ practiceId, id: input.id, clientId: client.id, rule, ...values })
    .onConflictDoUpdate({ target: [ruleOverride.practiceId, ruleOverride.clientId, ruleOverride.rule], set: values });
  const actor = { kind: 'member', id: me.memberId } as const;
  const fact = { actor, action: 'rule.set_aside', subjectKind: 'client', subjectId: client.id, reason, data: { rule } };
  await writeAudit({ scope, now, facts: [fact] });
  return listOverrideViews(scope, client.id);
}
