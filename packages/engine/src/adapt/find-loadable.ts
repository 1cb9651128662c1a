// What can be loaded with the weights at hand: rulebook 2.4, "Rounding". A bar changes by two plates, one on each side.
import { type Implement, type Loadable, loadStepOf } from '../round-load.ts';
import type { LoadUnit } from '../vocabulary.ts';

/** The weights a client trains with, in hundredths of their unit. What is left out is taken as in a usual gym. */
export interface OwnedWeights {
  readonly unit: LoadUnit;
  /** The smallest plate of which there are two: 125 for 1.25 kg. */
  readonly smallestPlate?: number;
  /** Every dumbbell weight there is, for one hand, lightest first. */
  readonly dumbbells?: readonly number[];
  readonly kettlebells?: readonly number[];
  /** Every weight of the machine's stack, lightest first. */
  readonly stack?: readonly number[];
}

/** What the implement can be loaded to: whole steps, or the list of what is there. */
export function findLoadable(implement: Implement, owned: OwnedWeights): Loadable {
  switch (implement) {
    case 'bar':
      return owned.smallestPlate === undefined ? loadStepOf('bar', owned.unit) : 2 * owned.smallestPlate;
    case 'dumbbell':
      return listOrStep(owned.dumbbells, implement, owned.unit);
    case 'kettlebell':
      return listOrStep(owned.kettlebells, implement, owned.unit);
    case 'stack':
      return listOrStep(owned.stack, implement, owned.unit);
    default: {
      const unknown: never = implement;
      throw new TypeError(`Unknown implement: ${unknown}`);
    }
  }
}

function listOrStep(weights: readonly number[] | undefined, implement: Implement, unit: LoadUnit): Loadable {
  return weights === undefined || weights.length === 0 ? loadStepOf(implement, unit) : weights;
}
