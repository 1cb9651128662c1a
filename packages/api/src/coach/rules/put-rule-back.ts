import { ruleOverride } from '@groundwork/db/schema/rules';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import type { ClientRecord } from '../../client-record.ts';
import type { putRuleBack as putRuleBackInput } from '../../inputs/rules.ts';
import { listOverrideViews } from '../../rule-overrides.ts';
import type { WriterScope } from '../../trpc.ts';
import type { RuleOverrideView } from '../../views/rules.ts';

/** A rule that was set aside for a client holds for her again. Said twice it is the same. */
export async function putRuleBack(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly input: z.infer<typeof putRuleBackInput>;
}): Promise<readonly RuleOverrideView[]> {
  const { scope, now, client, input } = call;
  const { tx, practiceId, me } = scope;
  const gone = await tx
    .delete(ruleOverride)
    .where(
      and(
        eq(ruleOverride.practiceId, practiceId),
        eq(ruleOverride.clientId, client.id),
        eq(ruleOverride.rule, input.rule),
      ),
    )
    .returning({ reason: ruleOverride.reason });
  const actor = { kind: 'member', id: me.memberId } as const;
  const about = { actor, action: 'rule.put_back', subjectKind: 'client', subjectId: client.id };
  const facts = gone.map(({ reason }) => ({ ...about, data: { rule: input.rule, wasBecause: reason } }));
  await writeAudit({ scope, now, facts });
  return listOverrideViews(scope, client.id);
}
