import { weekdayLabels } from '@groundwork/engine/labels';
import type { Placement } from '@groundwork/engine/placement';
import { type SessionLoad, weekdays } from '@groundwork/engine/vocabulary';
import { capitalise, joinWords } from '@groundwork/ui/count-words';

const listDays = (placement: Placement, load: SessionLoad): readonly string[] =>
  weekdays
    .filter((day) => placement.sessions.some((session) => session.day === day && session.load === load))
    .map((day) => weekdayLabels[day]);

/** "two full sessions", "one full and one light session", "one light session", "nothing". */
function countSessions(placement: Placement): string {
  const full = listDays(placement, 'full').length;
  const lesser = placement.sessions.find((session) => session.load !== 'full');
  if (full === 2) return 'two full sessions';
  if (full === 1 && lesser) return `one full and one ${lesser.load} session`;
  if (full === 1) return 'one full session';
  return lesser ? `one ${lesser.load} session` : 'nothing';
}

/** The page's first sentence: what fits, and on which days. */
export function describePlacement(placement: Placement): string {
  const full = listDays(placement, 'full');
  const reduced = listDays(placement, 'reduced');
  const light = listDays(placement, 'light');
  switch (placement.tier) {
    case 'T0':
      return `${full.length === 2 ? 'Two full sessions fit' : 'One full session fits'}, on ${joinWords(full)}.`;
    case 'T1':
      return `Two sessions fit, but back to back: ${joinWords(full)} full, ${joinWords(reduced)} reduced.`;
    case 'T2':
    case 'T3':
      return `One of two full sessions could not be placed. ${joinWords(full)} takes a full one, ${joinWords(light)} only a light one.`;
    case 'T4':
      return `One of two sessions could not be placed. ${joinWords(full)} takes the other.`;
    case 'T5':
      return `No day takes a full session. ${joinWords(light)} takes a light one.`;
    case 'T6':
      return 'No session could be placed: every day is a hard day, next to one, or not free.';
    default: {
      const unknown: never = placement.tier;
      throw new Error(`Unknown tier ${unknown}`);
    }
  }
}

/** "Two full sessions, Monday and Friday" */
export const describeGain = (placement: Placement): string =>
  `${capitalise(countSessions(placement))}${
    placement.sessions.length > 0
      ? `, ${joinWords(
          weekdays
            .filter((day) => placement.sessions.some((session) => session.day === day))
            .map((day) => weekdayLabels[day]),
        )}`
      : ''
  }`;
