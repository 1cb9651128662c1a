import type { stepCodes } from '../reason.ts';
import { type CodeText, type TextData, writeCount, writeExercise, writeLoad, writeNumber } from '../text-parts.ts';

/** The words for what a session changes in the next one. */
export const stepTexts: Readonly<Record<(typeof stepCodes)[number], (data: TextData) => CodeText>> = {
  PROGRESS_TOP_OF_RANGE_TWICE: ({ from, to, unit, high, low }) => ({
    label: 'load up',
    title: 'Top of the range, twice',
    claim: `Every set reached ${high === undefined ? 'the top of the range' : `${writeNumber(Number(high))} reps`} in two sessions running, with the reserve asked for. ${
      to === undefined ? 'The load' : `${writeLoad(from, unit)} becomes ${writeLoad(to, unit)}, and it`
    } starts again at ${low === undefined ? 'the low end' : `${writeNumber(Number(low))}`}.`,
  }),
  REPS_RESTART: ({ low }) => ({
    label: 'reps restart',
    title: 'The range starts again',
    claim: `What got harder goes with fewer: the next session starts at ${low === undefined ? 'the low end' : writeNumber(Number(low))}.`,
  }),
  RISE_REPS_NO_STEP: ({ to, percent }) => ({
    label: 'a rep more',
    title: to === undefined ? 'A rep more' : `Up to ${writeNumber(Number(to))} reps`,
    claim: `The next weight up is more than ${percent ?? 10} % heavier, so a rep is added instead.`,
    instead: 'A smaller plate or a dumbbell in between would let the load rise',
  }),
  RESERVE_TOO_LARGE: (data) => ({
    label: 'more left than asked',
    title: 'More left than asked for',
    claim: `${sayReserve(data)} ${sayMove(data)}`,
  }),
  RESERVE_TOO_SMALL: (data) => ({
    label: 'less left than asked',
    title: 'Less left than asked for',
    claim: `${sayReserve(data)} ${sayMove(data)}`,
  }),
  BACKOFF: ({ short, percent, low }) => ({
    label: 'one step down',
    title: 'One step down',
    claim: `${sayShort(short, low)} The next session is about ${percent ?? 5} % lighter, or a step easier where nothing is loaded.`,
  }),
  BACKOFF_AGAIN: ({ short, percent, low }) => ({
    label: 'down again',
    title: 'A second step down in a row',
    claim: `${sayShort(short, low)} It is the second time running, so the step is larger: about ${percent ?? 10} %.`,
    instead: 'Have a look at sleep, runs and soreness before the next session',
  }),
  BACKOFF_AT_LIGHTEST: ({ short, low }) => ({
    label: 'nothing lighter',
    title: 'There is nothing lighter',
    claim: `${sayShort(short, low)} The load and the reps are at their lowest already.`,
    instead: 'Take the exercise one rung down its ladder',
  }),
  BACKOFF_COACH: ({ times }) => ({
    label: 'for the coach',
    title: 'For the coach to look at',
    claim: `The load came down ${times === undefined ? 'twice' : writeCount(Number(times), 'time')} in a row. A number alone does not say why.`,
    instead: 'Ask how the week went before changing the plan',
  }),
  LOAD_LEARNT: ({ load, unit }) => ({
    label: 'load known',
    title: 'The load is known now',
    claim: `${load === undefined ? 'A load' : writeLoad(load, unit)} was lifted, and the next session goes on from there.`,
  }),
  LOAD_AS_LIFTED: ({ load, unit }) => ({
    label: 'as lifted',
    title: 'On from what was lifted',
    claim: `${load === undefined ? 'Another load' : writeLoad(load, unit)} was lifted instead of what was planned. What was done is what counts.`,
  }),
  START_ONE_LEG: ({ from, to, unit, percent }) => ({
    label: 'one leg',
    title: 'A start on one leg',
    claim: `Two legs lift ${writeLoad(from, unit)}. One leg starts with half of it, about ${percent ?? 10} % less: ${writeLoad(to, unit)}.`,
  }),
  OUTLIER_ASK: ({ last, lifted, unit, percent }) => ({
    label: 'is this right?',
    title: 'Is this load right?',
    claim: `${lifted === undefined ? 'The load' : writeLoad(lifted, unit)} is more than ${percent ?? 25} % away from ${last === undefined ? 'the last one' : writeLoad(last, unit)}. It is not used until somebody confirms it.`,
    instead: 'Confirm it, or correct the log',
  }),
  TOP_OF_EXERCISE: ({ exercise }) => ({
    label: 'ready for more',
    title: 'The exercise has given what it has',
    claim: `${exercise === undefined ? 'It' : writeExercise(exercise)} is at the top of its range and nothing about it can be made harder. A harder exercise waits at the next gate.`,
  }),
  HOLD: ({ amount }) => ({
    label: 'same again',
    title: 'The same again',
    claim: `Nothing changes yet${amount === undefined ? '' : `: ${amount} again`}. A load goes up after two sessions at the top of the range, not after one.`,
  }),
  HOLD_WEEK_CAP: ({ percent }) => ({
    label: 'enough this week',
    title: 'Enough for one week',
    claim: `The load has risen this week already, and ${percent ?? 5} % is the most for a week. It can rise in the next one.`,
  }),
  HOLD_PAIN: ({ pain }) => ({
    label: 'held for pain',
    title: 'Held while it hurts',
    claim: `${pain === undefined ? 'Pain' : `Pain of ${pain}`} was noted, so nothing gets harder. The plan holds until it settles.`,
  }),
  HOLD_EASY_WEEK: () => ({
    label: 'easy week',
    title: 'An easy week moves nothing',
    claim: 'The session was meant to be easier, so it says nothing about the working load.',
  }),
  HOLD_EASED: () => ({
    label: 'eased today',
    title: 'Eased for a day',
    claim: 'The session was made easier for the day. The working load stays what it was.',
  }),
  HOLD_NOT_DONE: () => ({
    label: 'not done',
    title: 'Not done, nothing changed',
    claim: 'No set was logged, so the next session asks for the same.',
  }),
};

function sayReserve({ reserve, target }: TextData): string {
  if (reserve === undefined || target === undefined) return 'The reserve was off its target.';
  const rounded = Math.round(Number(reserve) * 10) / 10;
  return `${rounded} in reserve, where ${target} ${Number(target) === 1 ? 'was' : 'were'} asked for.`;
}

function sayMove({ from, to, unit }: TextData): string {
  return to === undefined ? 'The load follows.' : `${writeLoad(from, unit)} becomes ${writeLoad(to, unit)}.`;
}

function sayShort(short: string | number | undefined, low: string | number | undefined): string {
  if (short === undefined) return 'The session was too hard.';
  if (Number(short) === 0) return 'Nothing was left in reserve in two sessions running.';
  const sets = writeCount(Number(short), 'set');
  return `${sets.charAt(0).toUpperCase()}${sets.slice(1)} stayed below ${low === undefined ? 'the range' : String(low)}.`;
}
