import type { CoachTodayView } from '@groundwork/api/views/coach-today';
import { capitalise, countOf, countWord } from '@groundwork/ui/count-words';

/** "Five clients need you. Nine people train today; one has finished." */
export function describeToday({ needsYou, trainingToday }: Pick<CoachTodayView, 'needsYou' | 'trainingToday'>): string {
  const need =
    needsYou.length === 0
      ? 'Nobody needs you.'
      : `${capitalise(countOf(needsYou.length, 'client'))} ${needsYou.length === 1 ? 'needs' : 'need'} you.`;
  const done = trainingToday.filter((row) => row.state === 'done').length;
  if (trainingToday.length === 0) return `${need} Nobody trains today.`;
  const train = `${capitalise(countOf(trainingToday.length, 'person', 'people'))} ${trainingToday.length === 1 ? 'trains' : 'train'} today`;
  const finished =
    done === 0 ? 'nobody has finished yet' : `${countWord(done)} ${done === 1 ? 'has' : 'have'} finished`;
  return `${need} ${train}; ${finished}.`;
}
