import { workingLoad } from '@groundwork/db/schema/client';
import { findExercise } from '@groundwork/engine/catalogue/catalogue';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import { listWorkingLoads } from '../../client-facts.ts';
import type { ClientRecord } from '../../client-record.ts';
import { invalidField } from '../../errors.ts';
import type { setWorkingLoad as setWorkingLoadInput } from '../../inputs/client.ts';
import { findToday } from '../../today.ts';
import type { WriterScope } from '../../trpc.ts';
import type { WorkingLoadsSaved } from '../../views/client.ts';

/** Writes down, or forgets, the weight a client is known to work with: where load targets come from. */
export async function setWorkingLoad(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly input: z.infer<typeof setWorkingLoadInput>;
}): Promise<WorkingLoadsSaved> {
  const { scope, now, client, input } = call;
  const { tx, practiceId } = scope;
  const { exerciseId, load } = input;
  if (!findExercise(exerciseId)) throw invalidField('exerciseId', 'There is no such exercise.');
  const key = { practiceId, clientId: client.id, exerciseId };
  if (load === null) {
    await tx
      .delete(workingLoad)
      .where(
        and(
          eq(workingLoad.practiceId, practiceId),
          eq(workingLoad.clientId, client.id),
          eq(workingLoad.exerciseId, exerciseId),
        ),
      );
  } else {
    const value = { ...load, setOn: findToday(client.timeZone, now) };
    await tx
      .insert(workingLoad)
      .values({ ...key, ...value })
      .onConflictDoUpdate({
        target: [workingLoad.practiceId, workingLoad.clientId, workingLoad.exerciseId],
        set: value,
      });
  }
  const actor = { kind: 'member', id: scope.me.memberId } as const;
  const data = { exerciseId, load };
  const fact = { actor, action: 'client.working_load_set', subjectKind: 'client', subjectId: client.id, data };
  const [workingLoads] = await Promise.all([
    listWorkingLoads({ scope, clientId: client.id }),
    writeAudit({ scope, now, facts: [fact] }),
  ]);
  return { workingLoads };
}
