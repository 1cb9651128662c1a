import type { ClientRow } from '@groundwork/api/views/client-row';
import type { SpotsView } from '@groundwork/api/views/coach-today';
import { capitalise, countOf, countWord, joinWords } from '@groundwork/ui/count-words';

/** "Twelve active clients, one invited. Two spots are free." */
export function describeClients(
  rows: readonly Pick<ClientRow, 'status'>[],
  spots: Pick<SpotsView, 'spots' | 'free'>,
): string {
  const count = (status: ClientRow['status']) => rows.filter((row) => row.status === status).length;
  const parts = [count('active') === 0 ? 'nobody active yet' : countOf(count('active'), 'active client')];
  if (count('paused') > 0) parts.push(`${countWord(count('paused'))} paused`);
  if (count('invited') > 0) parts.push(`${countWord(count('invited'))} invited`);
  const room =
    spots.free === 0
      ? `All ${spots.spots} spots are taken.`
      : `${spots.free} of ${spots.spots} spots ${spots.free === 1 ? 'is' : 'are'} free.`;
  return `${capitalise(joinWords(parts))}. ${room}`;
}
