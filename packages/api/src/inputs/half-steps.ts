import { z } from 'zod';

/** A number from 0 to `max` in half steps. Zod's own `multipleOf` takes 5e-324 for a multiple of anything. */
export const halfSteps = (max: number) =>
  z
    .number()
    .min(0, `Between 0 and ${max}.`)
    .max(max, `Between 0 and ${max}.`)
    .refine((value) => Number.isInteger(value * 2), 'In half steps.');
