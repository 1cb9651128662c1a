// HR-LB, "high-resistance lower-body slot": rulebook 3. The article counts such slots (S16) without defining them.
import type { Exercise } from './catalogue/exercise.ts';
import type { Goal, Measure } from './vocabulary.ts';

const maxHeavyReps = 8;

/**
 * Whether a dose of the exercise counts toward the weekly cap on heavy lower-body slots: dosed for strength with at most
 * eight reps, or always heavy, as the Nordic. A set of twenty light squats does not count; jumps are counted in contacts.
 */
export function isHighResistance(
  exercise: Exercise,
  dose: { readonly goal: Goal; readonly measure: Measure; readonly amount: number },
): boolean {
  switch (exercise.highResistance) {
    case 'always':
      return true;
    case 'when_dosed_as_strength':
      return dose.goal === 'strength' && dose.measure === 'reps' && dose.amount <= maxHeavyReps;
    case 'never':
    case 'plyometric_budget':
      return false;
  }
}
