import { workingLoad } from '@groundwork/db/schema/client';
import { race } from '@groundwork/db/schema/running';
import type { ReadScope } from '@groundwork/db/scope';
import { statement } from '@groundwork/db/statement';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { WorkingLoadView } from './views/client.ts';
import type { RaceView } from './views/running.ts';

interface OfClient {
  readonly scope: ReadScope;
  readonly clientId: string;
}

const racesOfClient = statement('races_of_client', (tx) =>
  tx
    .select()
    .from(race)
    .where(and(eq(race.practiceId, sql.placeholder('practiceId')), eq(race.clientId, sql.placeholder('clientId'))))
    .orderBy(asc(race.date), asc(race.id)),
);

/** A client's races by date. */
export async function listRaces({ scope, clientId }: OfClient): Promise<readonly RaceView[]> {
  const rows = await racesOfClient(scope).execute({ practiceId: scope.practiceId, clientId });
  return rows.map(({ id, name, date, distance, priority }) => ({ raceId: id, name, date, distance, priority }));
}

/** The weights that a client is known to work with, by exercise. */
export async function listWorkingLoads({ scope, clientId }: OfClient): Promise<readonly WorkingLoadView[]> {
  const rows = await scope.tx
    .select()
    .from(workingLoad)
    .where(and(eq(workingLoad.practiceId, scope.practiceId), eq(workingLoad.clientId, clientId)))
    .orderBy(asc(workingLoad.exerciseId));
  return rows.map(({ exerciseId, hundredths, unit, setOn }) => ({ exerciseId, load: { hundredths, unit }, setOn }));
}
