// What may stand in for an exercise that hurts: rulebook 2.7. The same ladder further down first, then the same area.
import { exercises } from '../catalogue/catalogue.ts';
import type { Exercise } from '../catalogue/exercise.ts';
import { findBar, type Runner } from '../runner-limits.ts';

/**
 * Exercises for the same area that spare every painful site of the runner and that she can do, the nearest first; none
 * harder than the one they stand in for. Empty: leave the exercise out.
 */
export function suggestSubstitutes(exercise: Exercise, runner: Runner): readonly Exercise[] {
  const distance = (other: Exercise) => (other.ladder === exercise.ladder ? 0 : 100) + (exercise.rung - other.rung);
  return exercises
    .filter(
      (other) =>
        other.id !== exercise.id &&
        other.area === exercise.area &&
        other.rung <= exercise.rung &&
        other.impact <= exercise.impact &&
        findBar(other, runner) === null,
    )
    .sort((one, other) => distance(one) - distance(other));
}
