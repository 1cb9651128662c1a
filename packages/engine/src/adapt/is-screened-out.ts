import type { Exercise } from '../catalogue/exercise.ts';
import type { Screening } from './screen.ts';

/** Whether a screening leaves the exercise out. */
export function isScreenedOut(exercise: Exercise, screening: Screening): boolean {
  const { impactMax, excludeFlags, excludeLadders } = screening;
  return (
    exercise.impact > impactMax ||
    excludeLadders.includes(exercise.ladder) ||
    exercise.flags.some((flag) => excludeFlags.includes(flag))
  );
}
