import type { Exercise } from './catalogue/exercise.ts';
import { type SlotDose, slowTempo } from './plan-doses.ts';
import type { Prescription } from './program.ts';

/** What a session has to have time for. */
export type LongestSet = Pick<Prescription, 'measure' | 'amount' | 'perSide' | 'explosive' | 'tempo' | 'sets'>;

/** The set that takes longest in any week of the block, and the most sets of any week. */
export function findLongestSet({ measure, perSide }: Exercise, { doses, explosive }: SlotDose): LongestSet {
  return {
    measure,
    amount: Math.max(...doses.map(({ amount }) => amount)),
    perSide,
    explosive,
    tempo: doses.some(({ tempo }) => tempo !== null) ? slowTempo : null,
    sets: Math.max(...doses.map(({ sets }) => sets)),
  };
}
