import { program, programVersion } from '@groundwork/db/schema/program';
import { checkProgram } from '@groundwork/engine/check-program';
import { and, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import { openHealth } from '../../health.ts';
import type { discardProgram as discardProgramInput } from '../../inputs/program.ts';
import { loadClientRules } from '../../rule-set.ts';
import type { WriterScope } from '../../trpc.ts';
import type { ProgramDiscarded } from '../../views/program.ts';
import { lockProgramOfStaff, refuseStaleProgram } from './program-record.ts';
import { saveDraft } from './save-draft.ts';
import { forgetEdits } from './undo-log.ts';

/** Throws a draft away: gone when it was never published, otherwise back to what the client sees. */
export async function discardProgram(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof discardProgramInput>;
}): Promise<ProgramDiscarded> {
  const { scope, now, input } = call;
  const { tx, practiceId, me } = scope;
  const { programId } = input;
  const record = await lockProgramOfStaff({ scope, programId });
  refuseStaleProgram(record, input.revision);
  const [latest] = await tx
    .select()
    .from(programVersion)
    .where(and(eq(programVersion.practiceId, practiceId), eq(programVersion.programId, programId)))
    .orderBy(desc(programVersion.number))
    .limit(1);
  if (latest) {
    const { painSites } = openHealth(latest.healthSealed, { practiceId, rowId: programId });
    const profile = { ...latest.profile, painSites };
    const rules = await loadClientRules(scope, record.client.id);
    const findings = checkProgram({ program: latest.content, profile, rules });
    const { parameters, ruleSet } = latest;
    const change = { draft: latest.content, profile: latest.profile, painSites, findings, parameters, ruleSet };
    await saveDraft({ scope, now, programId, change, updatedAt: latest.publishedAt });
    await forgetEdits(scope, programId);
  } else {
    await tx.delete(program).where(and(eq(program.practiceId, practiceId), eq(program.id, programId)));
  }
  const actor = { kind: 'member', id: me.memberId } as const;
  const data = { clientId: record.client.id };
  const fact = { actor, action: 'program.discarded', subjectKind: 'program', subjectId: programId, data };
  await writeAudit({ scope, now, facts: [fact] });
  return { programId, outcome: latest ? 'restored' : 'removed' };
}
