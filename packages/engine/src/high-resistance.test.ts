import { expect, test } from 'vitest';
import { findExercise } from './catalogue/catalogue.ts';
import { isHighResistance } from './high-resistance.ts';

test.each([
  ['qd_back_squat', 'strength', 'reps', 8, true],
  ['qd_back_squat', 'strength', 'reps', 9, false],
  ['qd_back_squat', 'endurance', 'reps', 8, false],
  ['qd_back_squat', 'strength', 'seconds', 8, false],
  // The Nordic is heavy whatever its dose, a jump or a plank never is.
  ['hs_nordic', 'stability', 'reps', 12, true],
  ['pl_box_jump', 'strength', 'reps', 5, false],
  ['ce_plank', 'strength', 'reps', 5, false],
] as const)('%s for %s, %s %i: %s', (id, goal, measure, amount, isHeavy) => {
  const exercise = findExercise(id);
  if (!exercise) throw new Error(`No ${id}`);
  expect(isHighResistance(exercise, { goal, measure, amount })).toBe(isHeavy);
});
