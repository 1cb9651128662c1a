import { race } from '@groundwork/db/schema/running';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import { listRaces } from '../../client-facts.ts';
import type { ClientRecord } from '../../client-record.ts';
import { invalidField, Refusal } from '../../errors.ts';
import type { saveRace as saveRaceInput } from '../../inputs/running.ts';
import type { WriterScope } from '../../trpc.ts';
import type { RacesSaved } from '../../views/running.ts';

/** As many as the engine plans for. */
export const maxRaces = 50;

/** Adds a race, or changes the one with this id. */
export async function saveRace(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly input: z.infer<typeof saveRaceInput>;
}): Promise<RacesSaved> {
  const { scope, now, client, input } = call;
  const { tx, practiceId } = scope;
  const { id, clientId: _, ...value } = input;
  const written = await tx
    .insert(race)
    .values({ practiceId, id, clientId: client.id, ...value })
    .onConflictDoUpdate({
      target: [race.practiceId, race.id],
      set: value,
      setWhere: and(eq(race.clientId, client.id)),
    })
    .returning({ id: race.id });
  // The id is another client's race.
  if (written.length === 0) throw new Refusal('NOT_FOUND');
  const actor = { kind: 'member', id: scope.me.memberId } as const;
  const fact = { actor, action: 'race.saved', subjectKind: 'race', subjectId: id, data: value };
  const [races] = await Promise.all([
    listRaces({ scope, clientId: client.id }),
    writeAudit({ scope, now, facts: [fact] }),
  ]);
  if (races.length > maxRaces) throw invalidField('id', `At most ${maxRaces} races.`);
  return { races };
}
