import type { ParameterValues } from '../parse-parameters.ts';
import type { Prescription } from '../program.ts';

/**
 * Reps or seconds that an exercise has come to, as one of its places can ask for them. The same exercise may stand in two
 * sessions of a week with ranges of their own. A lift with no weight near enough above may pass its range (rule ROUNDING).
 */
export function fitAmount(
  amount: number,
  { goal, range: [low, high] }: Pick<Prescription, 'goal' | 'range'>,
  { strengthRepsMax }: ParameterValues,
): number {
  // A range of one number is a group's dose, and nothing passes it (rulebook 2.8).
  const mayPass = goal === 'strength' && low < high;
  const most = mayPass ? Math.max(high, strengthRepsMax) : high;
  return Math.min(Math.max(amount, low), most);
}
