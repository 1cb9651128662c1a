import type { SpotsView } from '@groundwork/api/views/coach-today';
import { capitalise, countOf, countWord } from '@groundwork/ui/count-words';
import { formatInstant } from '@groundwork/ui/format-date';

/** "The first offer is held until Fri 20 March, 18:00. "; empty while none is. */
export function describeHeld({ held, nextDeadline }: SpotsView, timeZone: string): string {
  if (held === 0 || nextDeadline === null) return '';
  return `${held === 1 ? 'The offer' : 'The first offer'} is held until ${formatInstant(nextDeadline, timeZone)}. `;
}

/** "No spot is free, so nothing more can be offered. 31 people wait." */
export function describeRoom(spots: SpotsView): string {
  const over = spots.taken - spots.spots;
  const room =
    over > 0
      ? `${capitalise(countOf(over, 'client'))} more than spots: nothing is offered until ${over === 1 ? 'one leaves' : `${countWord(over)} leave`}.`
      : spots.free === 0
        ? 'No spot is free, so nothing more can be offered.'
        : `${capitalise(countOf(spots.free, 'spot'))} ${spots.free === 1 ? 'is' : 'are'} free.`;
  const line =
    spots.waiting === 0
      ? 'Nobody waits.'
      : `${capitalise(countOf(spots.waiting, 'person', 'people'))} ${spots.waiting === 1 ? 'waits' : 'wait'}.`;
  return `${room} ${line}`;
}
