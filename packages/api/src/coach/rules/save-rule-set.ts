import { member } from '@groundwork/db/schema/practice';
import { ruleSet } from '@groundwork/db/schema/rules';
import { defaultParameters } from '@groundwork/engine/parse-parameters';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import { invalidField, Refusal } from '../../errors.ts';
import type { saveRuleSet as saveRuleSetInput } from '../../inputs/rules.ts';
import { findStoredRuleSet, keepTuned } from '../../rule-set.ts';
import type { WriterScope } from '../../trpc.ts';
import type { RuleSetView } from '../../views/rules.ts';

/** The rules that the practice works by from now on. Programs that stand keep their sessions until they are built again. */
export async function saveRuleSet(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof saveRuleSetInput>;
}): Promise<RuleSetView> {
  const { scope, now, input } = call;
  const { tx, practiceId, me } = scope;
  const tuned = keepTuned({ ...defaultParameters, ...input.tuned });
  const { slotsMin, slotsMax } = { ...defaultParameters, ...tuned };
  if (slotsMin > slotsMax) {
    throw invalidField('tuned.slotsMin', `At most ${slotsMax}, the most exercises in a session.`);
  }
  const before = await findStoredRuleSet(scope);
  const values = { name: input.name, parameters: tuned, updatedBy: me.memberId, updatedAt: now };
  const revision = input.revision + 1;
  const [saved] =
    input.revision === 0
      ? await tx
          .insert(ruleSet)
          .values({ practiceId, revision, ...values })
          .onConflictDoNothing()
          .returning()
      : await tx
          .update(ruleSet)
          .set({ revision, ...values })
          .where(and(eq(ruleSet.practiceId, practiceId), eq(ruleSet.revision, input.revision)))
          .returning();
  if (!saved) throw await tellStale(scope);
  const data = {
    before: { name: before.name, tuned: before.tuned },
    after: { name: input.name, tuned },
  };
  const actor = { kind: 'member', id: me.memberId } as const;
  const fact = { actor, action: 'rules.changed', subjectKind: 'practice', subjectId: practiceId, data };
  await writeAudit({ scope, now, facts: [fact] });
  return { name: saved.name, tuned, revision: saved.revision };
}

async function tellStale({ tx, practiceId }: WriterScope): Promise<Refusal> {
  const [now] = await tx
    .select({ revision: ruleSet.revision, changedBy: member.name, changedAt: ruleSet.updatedAt })
    .from(ruleSet)
    .innerJoin(member, and(eq(member.practiceId, ruleSet.practiceId), eq(member.id, ruleSet.updatedBy)))
    .where(eq(ruleSet.practiceId, practiceId));
  if (!now) return new Refusal('CONFLICT', { message: 'The rules were not saved before. Load them again.' });
  return new Refusal('CONFLICT', { message: `${now.changedBy} changed the rules first.`, conflict: now });
}
