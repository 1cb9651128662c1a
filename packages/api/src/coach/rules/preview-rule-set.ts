import { client } from '@groundwork/db/schema/client';
import { program } from '@groundwork/db/schema/program';
import { comparePrograms, type SessionCounts } from '@groundwork/engine/adapt/compare-programs';
import { compareRuleSets } from '@groundwork/engine/adapt/compare-rule-sets';
import { type RuleSet, rulesFor } from '@groundwork/engine/adapt/rule-set';
import { defaultParameters } from '@groundwork/engine/parse-parameters';
import { and, desc, eq, ne } from 'drizzle-orm';
import type { z } from 'zod';
import { openHealth } from '../../health.ts';
import type { ruleSetChoice } from '../../inputs/rules.ts';
import { loadRuleSet } from '../../rule-set.ts';
import type { SharedReads } from '../../shared-reads.ts';
import type { StaffScope } from '../../trpc.ts';
import type { RuleSetEffect } from '../../views/rules.ts';
import { weekAround } from '../needs-you.ts';
import { toSessionsPerWeek } from '../programs/draft-saved.ts';
import { findPracticeDay, listRoster } from '../roster.ts';

/** Of a program that can't be built from its facts any more. */
const unchanged: SessionCounts = { sessions: 0, added: 0, gone: 0, moved: 0, redosed: 0 };

/** What other rules would change for each client who has a program, by name. Saves nothing: programs change when they are built again. */
export async function previewRuleSet(call: {
  readonly scope: StaffScope;
  readonly now: Date;
  readonly sharedReads: SharedReads;
  readonly input: z.infer<typeof ruleSetChoice>;
}): Promise<readonly RuleSetEffect[]> {
  const { scope, now, sharedReads, input } = call;
  const day = await findPracticeDay({ scope, now, sharedReads });
  const [before, roster, programs] = await Promise.all([
    loadRuleSet(scope),
    listRoster({ scope, day, sharedReads }),
    listLatestPrograms(scope),
  ]);
  const after: RuleSet = { ...before, name: input.name, parameters: { ...defaultParameters, ...input.tuned } };
  return roster.flatMap((entry): readonly RuleSetEffect[] => {
    const { clientId, name } = entry;
    const row = programs.find((one) => one.clientId === clientId);
    if (!row) return [];
    const rules = [rulesFor(before, clientId), rulesFor(after, clientId)] as const;
    const week = weekAround(entry);
    const { painSites } = openHealth(row.healthSealed, { practiceId: scope.practiceId, rowId: row.programId });
    const built = {
      profile: { ...row.profile, painSites },
      startsOn: row.startsOn,
      weeks: row.weeks,
      sessionsPerWeek: toSessionsPerWeek(row.sessionsPerWeek),
    };
    const compared = comparePrograms(built, ...rules);
    return [
      {
        clientId,
        name,
        days: week ? compareRuleSets(week, ...rules).days : [],
        program: { programId: row.programId, ...(compared.ok ? compared.value.counts : unchanged) },
      },
    ];
  });
}

/** The newest program of each client that has not ended. */
async function listLatestPrograms({ tx, practiceId }: StaffScope) {
  return tx
    .selectDistinctOn([program.clientId], {
      programId: program.id,
      clientId: program.clientId,
      startsOn: program.startsOn,
      weeks: program.weeks,
      sessionsPerWeek: program.sessionsPerWeek,
      profile: program.profile,
      healthSealed: program.healthSealed,
    })
    .from(program)
    .innerJoin(client, and(eq(client.practiceId, program.practiceId), eq(client.id, program.clientId)))
    .where(and(eq(program.practiceId, practiceId), ne(program.status, 'ended'), ne(client.status, 'archived')))
    .orderBy(program.clientId, desc(program.startsOn), desc(program.id));
}
