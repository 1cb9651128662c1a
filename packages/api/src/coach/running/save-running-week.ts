import { newId } from '@groundwork/db/new-id';
import { runWeek } from '@groundwork/db/schema/running';
import type { z } from 'zod';
import { claimRevision } from '../../claim-revision.ts';
import type { ClientRecord } from '../../client-record.ts';
import type { saveRunningWeek as saveRunningWeekInput } from '../../inputs/running.ts';
import { listRunningWeeks } from '../../running-weeks.ts';
import type { WriterScope } from '../../trpc.ts';
import type { RunningSaved } from '../../views/running.ts';

/** Writes down how a client runs, from a Monday on or for one week. CONFLICT when somebody else saved since. */
export async function saveRunningWeek(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly input: z.infer<typeof saveRunningWeekInput>;
}): Promise<RunningSaved> {
  const { scope, now, client, input } = call;
  const clientId = client.id;
  const actor = { kind: 'member', id: scope.me.memberId } as const;
  const data = { scope: input.scope, startsOn: input.startsOn };
  const revision = await claimRevision({
    scope,
    now,
    clientId,
    seen: input.revision,
    fact: { actor, action: 'client.running_week_saved', subjectKind: 'client', subjectId: clientId, data },
  });
  const value = { days: input.days, updatedAt: now };
  await scope.tx
    .insert(runWeek)
    .values({
      practiceId: scope.practiceId,
      id: newId(),
      clientId,
      scope: input.scope,
      startsOn: input.startsOn,
      ...value,
    })
    .onConflictDoUpdate({
      target: [runWeek.practiceId, runWeek.clientId, runWeek.scope, runWeek.startsOn],
      set: value,
    });
  return { revision, weeks: await listRunningWeeks({ scope, clientId }) };
}
