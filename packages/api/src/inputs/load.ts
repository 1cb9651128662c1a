import { maxLoadHundredths } from '@groundwork/engine/load';
import { loadUnits } from '@groundwork/engine/vocabulary';
import { z } from 'zod';
import { halfSteps } from './half-steps.ts';

/** A weight as it was typed: 62.5 kg is 6250 hundredths. */
export const load = z.strictObject({
  hundredths: z.int('A weight in hundredths.').min(0, 'Not below 0.').max(maxLoadHundredths, 'At most 1000.'),
  unit: z.enum(loadUnits),
});

/** Reps in reserve, 0 to 5 in half steps. */
export const rir = halfSteps(5);
