import type { ReadScope } from '@groundwork/db/scope';
import { Refusal } from '../../errors.ts';
import type { OpeningSaved } from '../../views/waitlist.ts';
import { countSpots } from '../../waitlist/count-spots.ts';
import { listOpenings } from './get-waitlist.ts';

/** An opening as it stands, with the spots. */
export async function showOpening(scope: ReadScope, openingId: string): Promise<OpeningSaved> {
  const [[opening], spots] = await Promise.all([listOpenings(scope, openingId), countSpots(scope)]);
  if (!opening) throw new Refusal('NOT_FOUND');
  return { opening, spots };
}
