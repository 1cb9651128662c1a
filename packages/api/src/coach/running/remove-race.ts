import { race } from '@groundwork/db/schema/running';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import { listRaces } from '../../client-facts.ts';
import type { ClientRecord } from '../../client-record.ts';
import { Refusal } from '../../errors.ts';
import type { removeRace as removeRaceInput } from '../../inputs/running.ts';
import type { WriterScope } from '../../trpc.ts';
import type { RacesSaved } from '../../views/running.ts';

/** Takes a race off the calendar. */
export async function removeRace(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly input: z.infer<typeof removeRaceInput>;
}): Promise<RacesSaved> {
  const { scope, now, client, input } = call;
  const removed = await scope.tx
    .delete(race)
    .where(and(eq(race.practiceId, scope.practiceId), eq(race.clientId, client.id), eq(race.id, input.raceId)))
    .returning({ name: race.name, date: race.date });
  if (removed.length === 0) throw new Refusal('NOT_FOUND');
  const actor = { kind: 'member', id: scope.me.memberId } as const;
  const fact = { actor, action: 'race.removed', subjectKind: 'race', subjectId: input.raceId, data: removed[0] };
  const [races] = await Promise.all([
    listRaces({ scope, clientId: client.id }),
    writeAudit({ scope, now, facts: [fact] }),
  ]);
  return { races };
}
