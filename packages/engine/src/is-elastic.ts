// S4, note: what is counted in contacts or seconds instead of three to six single efforts.
import type { Exercise } from './catalogue/exercise.ts';

const effortsMax = 6;

/** Pogos and rope skipping: many quick contacts. */
export function isElastic({ ladder, measure, prescription }: Exercise): boolean {
  return ladder === 'plyo' && (measure === 'seconds' || prescription.max > effortsMax);
}
