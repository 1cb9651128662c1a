import { runWeek } from '@groundwork/db/schema/running';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { claimRevision } from '../../claim-revision.ts';
import type { ClientRecord } from '../../client-record.ts';
import type { resetRunningWeek as resetRunningWeekInput } from '../../inputs/running.ts';
import { listRunningWeeks } from '../../running-weeks.ts';
import type { WriterScope } from '../../trpc.ts';
import type { RunningSaved } from '../../views/running.ts';

/** Forgets what one single week said: the usual week counts again. */
export async function resetRunningWeek(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly input: z.infer<typeof resetRunningWeekInput>;
}): Promise<RunningSaved> {
  const { scope, now, client, input } = call;
  const clientId = client.id;
  const actor = { kind: 'member', id: scope.me.memberId } as const;
  const data = { startsOn: input.startsOn };
  const revision = await claimRevision({
    scope,
    now,
    clientId,
    seen: input.revision,
    fact: { actor, action: 'client.running_week_reset', subjectKind: 'client', subjectId: clientId, data },
  });
  await scope.tx
    .delete(runWeek)
    .where(
      and(
        eq(runWeek.practiceId, scope.practiceId),
        eq(runWeek.clientId, clientId),
        eq(runWeek.scope, 'only'),
        eq(runWeek.startsOn, input.startsOn),
      ),
    );
  return { revision, weeks: await listRunningWeeks({ scope, clientId }) };
}
