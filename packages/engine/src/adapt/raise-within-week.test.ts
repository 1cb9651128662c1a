import { expect, test } from 'vitest';
import { deadlift, inKg, lifter, logStart } from '../testing/exercise-logs.ts';
import { startExercise } from './exercise-state.ts';
import { raiseWithinWeek } from './raise-within-week.ts';

const context = { ...lifter, loadable: 100 };
const raise = (begun: number | null, basis: number, percent: number, loadable = 100) =>
  raiseWithinWeek(
    { ...startExercise(deadlift), week: begun === null ? null : { monday: logStart, load: inKg(begun) } },
    inKg(basis),
    percent,
    { ...context, loadable },
  );

test.each([
  // Nothing has risen yet this week: as asked, up to 5 %.
  [null, 100, 3, 100, inKg(103)],
  [null, 100, 8, 100, inKg(105)],
  [100, 100, 3, 100, inKg(103)],
  // One smallest step may pass the cap, if it is no more than 10 %.
  [100, 100, 3, 1000, inKg(110)],
  [100, 100, 3, 2000, null],
  // What has risen already leaves less room.
  [100, 103, 3, 100, inKg(105)],
  [100, 103, 1, 100, inKg(104)],
  [100, 104, 3, 100, inKg(105)],
  [100, 105, 3, 100, 'week_cap'],
  [100, 110, 3, 100, 'week_cap'],
  [100, 103, 3, 500, inKg(105)],
  [100, 101, 3, 500, inKg(105)],
  [100, 101, 1, 1000, 'week_cap'],
  // Lighter than the week began with is no rise.
  [100, 90, 4, 100, inKg(94)],
] as const)('began at %s, lifted %i, %i percent in steps of %i', (begun, basis, percent, loadable, expected) => {
  expect(raise(begun, basis, percent, loadable)).toEqual(expected);
});
