import type { dayCodes } from '../reason.ts';
import { type CodeText, startSentence, type TextData, writeCount, writeDay, writeNumber } from '../text-parts.ts';

/** The words for what a missed session, a gap, a day's readiness and a season do. */
export const dayTexts: Readonly<Record<(typeof dayCodes)[number], (data: TextData) => CodeText>> = {
  MISSED_MOVE: ({ from, to }) => ({
    label: 'moved',
    title: to === undefined ? 'Moved to another day' : `Moved to ${writeDay(to)}`,
    claim: `${from === undefined ? 'The session' : `${writeDay(from)}’s session`} was missed, and ${to === undefined ? 'another day' : writeDay(to)} is open. It moves as it is; nothing is added to another session.`,
  }),
  MISSED_DROP: ({ from, because }) => ({
    label: 'dropped',
    title: 'Let it go',
    claim: `${from === undefined ? 'The session' : `${writeDay(from)}’s session`} was missed, and ${
      because === 'too_close'
        ? 'every open day left stands too close to another session'
        : 'no open day is left this week'
    }. The next one stays as planned.`,
    instead: 'Go on with the next session; one less costs next to nothing',
  }),
  GAP_RESUME: ({ days }) => ({
    label: 'goes on',
    title: 'Training just goes on',
    claim: `${sayDays(days)} without strength change nothing. The plan goes on where it was.`,
  }),
  GAP_EASE: ({ days, percent }) => ({
    label: 'a lighter week',
    title: 'One lighter week',
    claim: `${sayDays(days)} are long enough for soreness to come back. The last week is repeated about ${percent ?? 10} % lighter, with a set fewer.`,
  }),
  GAP_RESTART: ({ days, percent }) => ({
    label: 'block anew',
    title: 'The block starts anew',
    claim: `After ${sayDays(days).toLowerCase()} the block starts again, about ${percent ?? 15} % lighter. It comes back faster than it came.`,
  }),
  GAP_RUNG_DOWN: ({ days }) => ({
    label: 'one rung down',
    title: 'A new block, one rung down',
    claim: `After ${sayDays(days).toLowerCase()} a new block starts one rung down each ladder. The way up is short the second time.`,
  }),
  READY_GREEN: () => ({
    label: 'green',
    title: 'Ready',
    claim: 'Nothing speaks against the session as planned.',
  }),
  FEEDBACK_AUDIT: ({ times, days }) => ({
    label: 'look first',
    title: 'Look at the program first',
    claim: `Very sore on ${times} days of the last ${days}. Look at the program before anything is added to it.`,
    instead: 'Audit the program: too many sessions, or on the wrong days, is the usual cause',
  }),
  READY_DELOAD: ({ days, of }) => ({
    label: 'easy week',
    title: 'An easy week in between',
    claim: `Low on ${writeNumber(Number(days))} of the last ${writeNumber(Number(of))} days. A week with a third of the sets less and a rep more in reserve lets it pass; the plan goes on after it.`,
  }),
  READY_AMBER: ({ because, low }) => ({
    label: 'amber',
    title: 'Less today',
    claim:
      because === 'feeling_and_variability'
        ? 'One low answer, and the week’s heart-rate variability lies under the usual. Today is a little less.'
        : `${low === undefined ? 'Some' : startSentence(writeNumber(Number(low)))} answers are low. Today is a little less, and the plan stays what it was.`,
  }),
  READY_RED: ({ because }) => ({
    label: 'red',
    title: 'No session today',
    claim: `${sayRed(because)} There is nothing to catch up on.`,
  }),
  TODAY_SKIPPED: ({ because }) => ({
    label: 'not today',
    title: 'Skipped today',
    claim: `${sayRed(because)} The session is left out and not made up for.`,
    instead: 'Take the next session when the day is green again',
  }),
  TODAY_FEWER_SETS: ({ from, to }) => ({
    label: 'a set fewer',
    title: 'A set fewer today',
    claim: `${to === undefined ? 'One set less' : `${startSentence(writeCount(Number(to), 'set'))} instead of ${writeNumber(Number(from))}`}, with the same load. Next time it is as planned.`,
  }),
  TODAY_MORE_RESERVE: ({ to }) => ({
    label: 'more in reserve',
    title: 'More left in reserve today',
    claim: `Stop with ${to === undefined ? 'one more' : to} in reserve today. The load stays.`,
  }),
  TODAY_JUMPS_HALVED: ({ from, to }) => ({
    label: 'half the jumps',
    title: 'Half the jumps today',
    claim: `Tired legs land less well${to === undefined ? '' : `, so ${from} become ${to}`}. Next time it is as planned.`,
  }),
  IN_SEASON: ({ sessions, sets }) => ({
    label: 'in season',
    title: 'Kept with less',
    claim: `${sessions === undefined ? 'Few sessions' : startSentence(writeCount(Number(sessions), 'session'))} a week of ${
      sets === undefined ? 'few sets' : writeCount(Number(sets), 'set')
    } each keep what is there, as long as the load stays.`,
  }),
};

function sayDays(days: string | number | undefined): string {
  return days === undefined ? 'Some days' : startSentence(writeCount(Number(days), 'day'));
}

function sayRed(because: string | number | undefined): string {
  switch (because) {
    case 'fever':
      return 'A day with fever is a day off.';
    case 'ill':
      return 'A day of illness is a day off.';
    case 'pain':
      return 'Pain stands on red.';
    default:
      return 'Today stands on red.';
  }
}
