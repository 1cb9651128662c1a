import type { choiceCodes, dayNoteCodes, refusalCodes, tierWarningCodes } from './reason.ts';
import {
  type CodeText,
  isPluralRun,
  startSentence,
  type TextData,
  writeCount,
  writeDay,
  writeNumber,
  writeRun,
  writeRunOf,
} from './text-parts.ts';

export type PlacementReasonCode =
  | (typeof refusalCodes)[number]
  | (typeof choiceCodes)[number]
  | (typeof dayNoteCodes)[number]
  | (typeof tierWarningCodes)[number];

const repairHint = 'Moving one run may open a second day: see the repairs';
const moveHint = 'A session can be moved here';

/** The words for where strength lands and where it does not. Tone: what the page would say to a runner who asks. */
export const placementTexts: Readonly<Record<PlacementReasonCode, (data: TextData) => CodeText>> = {
  ON_LONG: (data) => ({
    label: 'long-run day',
    title: 'Long-run day',
    claim: `${sayRun(data)} It is the week’s biggest load; heavy sets beside it would spoil one or the other.`,
  }),
  AFTER_LONG: (data) => ({
    label: 'day after long',
    title: 'Day after the long run',
    claim: `${sayRun(data)} It takes the longest to recover from, and heavy sets now would get in the way.`,
  }),
  ON_SPEED: (data) => ({
    label: 'speed day',
    title: 'Speed day',
    claim: `${sayRun(data)} Speed and heavy sets ask for the same fresh legs.`,
  }),
  BEFORE_SPEED: (data) => ({
    label: 'day before speed',
    title: 'Day before speed',
    claim: `${sayRun(data)} Heavy legs the day before would cost more there than the session gives.`,
  }),
  ON_RACE: (data) => ({
    label: 'race day',
    title: 'Race day',
    claim: `${sayRun(data)} Everything else waits.`,
  }),
  AFTER_RACE: (data) => ({
    label: 'day after race',
    title: 'Day after the race',
    claim: `${sayRun(data)} The legs have earned a day without weights.`,
  }),
  BEFORE_RACE: (data) => ({
    label: 'day before race',
    title: 'Day before the race',
    claim: `${sayRun(data)} Fresh legs are worth more there than one more session.`,
  }),
  UNAVAILABLE: (data) => ({
    label: 'not available',
    title: 'Not available',
    claim: `${writeDay(data.day)} is marked as a day without training.`,
  }),
  TIME_OFF: (data) => ({
    label: data.kind === 'sick' ? 'sick' : 'holiday',
    title: data.kind === 'sick' ? 'Sick' : 'Away',
    claim:
      data.kind === 'sick'
        ? `${writeDay(data.day)} belongs to the sick days. There is nothing to catch up on.`
        : `${writeDay(data.day)} falls in the holiday, which is kept free of strength.`,
  }),

  CHOSEN_FULL: (data) => ({
    label: 'full session',
    title: `${writeDay(data.day)} is a good day`,
    claim: [sayHardDays(data), sayOther(data), sayDecided(data)].filter(Boolean).join(' '),
  }),
  CHOSEN_REDUCED: (data) => ({
    label: 'reduced session',
    title: 'Reduced, next to the other session',
    claim: `${writeDay(data.other)} and ${writeDay(data.day)} ${sayClose(data)}. This session keeps a single heavy lift and gives the rest of its time to other areas.`,
    instead: repairHint,
  }),
  CHOSEN_LIGHT: (data) => ({
    label: 'light session',
    title: 'Light only',
    claim: `${writeDay(data.day)} is closed to heavy work. Mobility, foot and easy core leave no tired legs, so they may stand here.`,
    instead: repairHint,
  }),
  UNUSED_TOO_CLOSE: (data) => ({
    label: 'open, unused',
    title: `${writeDay(data.day)} is open, too close to the others`,
    claim: `With ${writeDay(data.bestWith)} it would ${
      Number(data.bestGap ?? 1) === 1 ? 'make two days in a row' : `be ${writeCount(Number(data.bestGap), 'day')}`
    }; ${sayPair(data)} lie ${writeCount(Number(data.gap), 'day')} apart.`,
    instead: moveHint,
  }),
  UNUSED_FREE_DAY: (data) => ({
    label: data.against === 'partner' ? 'open, unused' : 'open, kept free',
    title: `${writeDay(data.day)} is open, and a day is kept free`,
    claim:
      data.against === 'partner'
        ? `It would go best with ${writeDay(data.bestWith)}, which stays a day with neither a run nor strength.`
        : 'It stays a day with neither a run nor strength.',
    instead: moveHint,
  }),
  UNUSED_BEFORE_LONG: (data) => ({
    label: 'open, unused',
    title: `${writeDay(data.day)} is open, second choice`,
    claim:
      data.against === 'partner'
        ? `It would go best with ${writeDay(data.bestWith)}, right before the long run; ${sayPair(data)} do without.`
        : `The long run is the day after, and ${sayPair(data)} ${data.second === undefined ? 'does' : 'do'} without it.`,
    instead: moveHint,
  }),
  UNUSED_LESS_SPACE: (data) => ({
    label: 'open, unused',
    title: `${writeDay(data.day)} is open, with less space`,
    claim: `${startSentence(sayPair(data))} lie ${writeCount(Number(data.gap), 'day')} apart; with ${writeDay(data.bestWith)} it would be ${writeNumber(Number(data.bestGap))}.`,
    instead: moveHint,
  }),
  UNUSED_LATER: (data) => ({
    label: 'open, unused',
    title: `${writeDay(data.day)} is open, just as good`,
    claim: `Of equal choices the earlier days are taken: ${sayPair(data)}.`,
    instead: moveHint,
  }),

  WITH_EASY_RUN: () => ({
    label: 'easy run too',
    title: 'Run and strength on one day',
    claim: 'The easy run comes first. About six hours between the two cost the least the day after.',
  }),
  ON_RUN_FREE_DAY: (data) => ({
    label: 'no run',
    title: 'A day without a run',
    claim: `There is no run on ${writeDay(data.day)}.`,
  }),
  W_BEFORE_LONG: (data) => ({
    label: 'before the long run',
    title: 'Day before the long run',
    claim: `The long run is on ${writeDay(data.runDay)}. This is allowed; if the long run suffers, move this session first.`,
  }),

  W_CONSECUTIVE: (data) => ({
    label: Number(data.gap ?? 1) === 1 ? 'two days in a row' : 'two days close',
    title: Number(data.gap ?? 1) === 1 ? 'Two days in a row' : 'Two days close together',
    claim: `The open days ${sayClose(data)}. ${writeDay(data.full)} is full; ${writeDay(data.reduced)} is reduced to a single heavy lift.`,
    instead: repairHint,
  }),
  W_BEFORE_SPEED_LIGHT: (data) => ({
    label: 'one full, one light',
    title: 'One full session, one light',
    claim: `Only ${writeDay(data.full)} is open for a full session. The second is light, on ${writeDay(data.light)}, before ${sayCause(data)}.`,
    instead: repairHint,
  }),
  W_AFTER_LONG_LIGHT: (data) => ({
    label: 'one full, one light',
    title: 'One full session, one light',
    claim: `Only ${writeDay(data.full)} is open for a full session. The second is light, on ${writeDay(data.light)}, after ${sayCause(data)}.`,
    instead: repairHint,
  }),
  W_ONE_SESSION: (data) => ({
    label: 'one session',
    title: 'One session this week',
    claim: `Only ${writeDay(data.full)} is open, and no other day has room even for a light session. One good session keeps strength for weeks.`,
    instead: repairHint,
  }),
  W_NO_LEGAL_DAY: (data) => ({
    label: 'no open day',
    title: 'No day is open',
    claim: `Every day is hard, before speed, after a long run or not available. One light session stands on ${writeDay(data.light)}.`,
    instead: repairHint,
  }),
  E_WEEK_FULL: () => ({
    label: 'week full',
    title: 'The week is full',
    claim: 'Every day holds a hard run or is not available, so nothing is placed.',
    instead: 'Making one hard run easy would let light work in: see the repairs',
  }),
};

/** "touch", or how far apart two days are that a coach wants further from each other. */
function sayClose({ gap }: TextData): string {
  return Number(gap ?? 1) === 1 ? 'touch' : `lie only ${writeCount(Number(gap), 'day')} apart`;
}

/** "Wednesday is speed work, 6 × 800 m." */
function sayRun({ runDay, run, week, note }: TextData): string {
  const day =
    week === 'next'
      ? `The ${writeDay(runDay)} after`
      : week === 'previous'
        ? `The ${writeDay(runDay)} before`
        : writeDay(runDay);
  const isPast = week === 'previous';
  const tense = isPluralRun(run) ? (isPast ? 'had' : 'has') : isPast ? 'was' : 'is';
  return `${day} ${tense} ${writeRun(run)}${note === undefined ? '' : `, ${note}`}.`;
}

/** "Tuesday’s speed work" */
function sayCause({ runDay, run }: TextData): string {
  return writeRunOf(runDay, run);
}

/** "Monday and Thursday", or the one day that was chosen. */
function sayPair({ first, second }: TextData): string {
  return second === undefined ? writeDay(first) : `${writeDay(first)} and ${writeDay(second)}`;
}

/** What stands behind and ahead: "Wednesday’s speed work is one day behind and Saturday’s long run two days off." */
function sayHardDays(data: TextData): string {
  const behind =
    data.lastHardDay === undefined
      ? ''
      : `${writeRunOf(data.lastHardDay, data.lastHardRun)} ${isPluralRun(data.lastHardRun) ? 'are' : 'is'} ${writeCount(Number(data.daysSinceHard), 'day')} behind`;
  const isSameRun = data.nextHardDay === data.lastHardDay && data.nextHardRun === data.lastHardRun;
  const next = isSameRun ? 'the next' : writeRunOf(data.nextHardDay, data.nextHardRun);
  const ahead =
    data.nextHardDay === undefined
      ? ''
      : `${next} ${behind ? '' : isPluralRun(data.nextHardRun) ? 'are ' : 'is '}${writeCount(Number(data.daysToHard), 'day')} off`;
  if (!behind && !ahead) return 'No hard run stands close.';
  return `${[behind, ahead].filter(Boolean).join(' and ')}.`;
}

function sayOther({ day, other, gap }: TextData): string {
  if (other === undefined || gap === undefined) return '';
  return `${writeDay(day)} and ${writeDay(other)} lie ${writeCount(Number(gap), 'day')} apart.`;
}

function sayDecided({ day, decidedBy, other }: TextData): string {
  switch (decidedBy) {
    case 'only':
      return 'No other day is open to a full session.';
    case 'only_pair':
      return other === undefined ? '' : 'No other two days are open.';
    case 'gap':
      return `Without ${writeDay(day)} the two sessions would stand too close together.`;
    case 'free_day':
      return 'Another choice would have taken the last free day.';
    case 'before_long':
      return 'Another choice would have stood right before the long run.';
    case 'space':
      return 'No other days lie further apart.';
    case 'earlier':
      return 'Of equal choices, the earlier one is taken.';
    default:
      return '';
  }
}
