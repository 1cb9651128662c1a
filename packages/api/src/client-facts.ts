import { workingLoad } from '@groundwork/db/schema/client';
import { race } from '@groundwork/db/schema/running';
import type { ReadScope } from '@groundwork/db/scope';
import { and, asc, eq } from 'drizzle-orm';
import type { WorkingLoadView } from './views/client.ts';
import type { RaceView } from './views/running.ts';

interface OfClient {
  readonly scope: ReadScope;
  readonly clientId: string;
}

/** A client's races by date. */
export async function listRaces({ scope, clientId }: OfClient): Promise<readonly RaceView[]> {
  const rows = await scope.tx
    .select()
    .from(race)
    .where(and(eq(race.practiceId, scope.practiceId), eq(race.clientId, clientId)))
    .orderBy(asc(race.date), asc(race.id));
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
