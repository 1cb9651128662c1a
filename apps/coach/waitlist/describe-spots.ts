import type { SpotsView } from '@groundwork/api/views/coach-today';
import { capitalise, countOf, countWord } from '@groundwork/ui/count-words';
import { formatInstant } from '@groundwork/ui/format-date';

/** "22 coached, 2 offered and held until Fri 20 March, 18:00." */
export function describeTaken(spots: SpotsView, timeZone: string): string {
  const parts = [`${spots.coached} coached`];
  if (spots.invited > 0) parts.push(`${spots.invited} invited`);
  if (spots.held > 0) {
    const until = spots.nextDeadline ? `, the first until ${formatInstant(spots.nextDeadline, timeZone)}` : '';
    parts.push(`${spots.held} offered and held${until}`);
  }
  return `${parts.join(', ')}.`;
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
