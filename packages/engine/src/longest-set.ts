import { slowTempo } from './plan-doses.ts';
import type { Prescription } from './program.ts';
import type { SlotPlan } from './slot-plan.ts';

/** The set that takes longest in any week of the block. */
export function longestSet({
  exercise,
  dose,
}: Pick<SlotPlan, 'exercise' | 'dose'>): Pick<Prescription, 'measure' | 'amount' | 'perSide' | 'explosive' | 'tempo'> {
  return {
    measure: exercise.measure,
    amount: Math.max(...dose.doses.map(({ amount }) => amount)),
    perSide: exercise.perSide,
    explosive: dose.explosive,
    tempo: dose.doses.some(({ tempo }) => tempo !== null) ? slowTempo : null,
  };
}
