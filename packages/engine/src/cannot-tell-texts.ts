import type { CannotTellCode } from './audit.ts';

/** The words for a rule that stays silent: what is missing, and what would let it speak. */
export const cannotTellTexts: Readonly<
  Record<CannotTellCode, { readonly title: string; readonly claim: string; readonly instead: string }>
> = {
  GOALS_NOT_STATED: {
    title: 'Cannot tell whether anything trains strength',
    claim: 'Not every exercise says what it is for.',
    instead: 'State a goal for each exercise',
  },
  DOSES_NOT_STATED: {
    title: 'Cannot tell whether the reps are too many',
    claim: 'Some exercises have no reps or seconds.',
    instead: 'Write each dose as sets × reps or seconds',
  },
  RESTS_NOT_STATED: {
    title: 'Cannot tell whether the rest is long enough',
    claim: 'Some strength exercises have no rest.',
    instead: 'Add the rest between sets',
  },
  NOTHING_REPEATS: {
    title: 'Cannot tell whether anything rises',
    claim: 'No exercise comes back often enough to be compared with itself.',
    instead: 'Keep an exercise for at least three weeks',
  },
  LOADS_NOT_STATED: {
    title: 'Cannot tell whether the load rises',
    claim: 'Some loaded exercises have no weight.',
    instead: 'Write the weights, or log them',
  },
  ONE_TEMPLATE: {
    title: 'Cannot tell whether anything rises',
    claim: 'One week was given for all weeks, so a rise from week to week does not show.',
    instead: 'Say how the weeks differ',
  },
  TOO_FEW_WEEKS: {
    title: 'Cannot tell how long exercises stay',
    claim: 'There are fewer than four weeks.',
    instead: 'Look again with four weeks or more',
  },
  SESSIONS_NOT_ALL_KNOWN: {
    title: 'Cannot tell how many sessions there are',
    claim: 'Not every session of the week was given.',
    instead: 'Add the other sessions',
  },
  EXERCISES_NOT_ALL_KNOWN: {
    title: 'Cannot tell how long the sessions are',
    claim: 'Not every exercise was given.',
    instead: 'Add the other exercises',
  },
  AREAS_NOT_KNOWN: {
    title: 'Cannot tell whether an area is missing',
    claim: 'Some exercises were not recognised, and they may train what seems to be missing.',
    instead: 'Choose the nearest exercise of the catalogue for each',
  },
  HEAVINESS_NOT_KNOWN: {
    title: 'Cannot tell how much heavy leg work there is',
    claim: 'For some exercises neither the goal nor the load is known.',
    instead: 'State the goal and the load',
  },
  RUNS_NOT_KNOWN: {
    title: 'Cannot tell whether the days fit the runs',
    claim: 'The running week is not known.',
    instead: 'Write down the runs from Monday to Sunday',
  },
  DAYS_NOT_KNOWN: {
    title: 'Cannot tell whether the days fit the runs',
    claim: 'Some sessions have no day.',
    instead: 'Give each session its day',
  },
};
