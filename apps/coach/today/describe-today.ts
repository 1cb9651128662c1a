import type { CoachTodayView } from '@groundwork/api/views/coach-today';
import { capitalise, countOf, countWord } from '@groundwork/ui/count-words';

/** "Five clients need you. Nine people train today; one has finished." */
export function describeToday({ counts: { needsYou }, training }: Pick<CoachTodayView, 'counts' | 'training'>): string {
  const need =
    needsYou === 0
      ? 'Nobody needs you.'
      : `${capitalise(countOf(needsYou, 'client'))} ${needsYou === 1 ? 'needs' : 'need'} you.`;
  const { count, done } = training;
  if (count === 0) return `${need} Nobody trains today.`;
  const train = `${capitalise(countOf(count, 'person', 'people'))} ${count === 1 ? 'trains' : 'train'} today`;
  const finished =
    done === 0 ? 'nobody has finished yet' : `${countWord(done)} ${done === 1 ? 'has' : 'have'} finished`;
  return `${need} ${train}; ${finished}.`;
}
