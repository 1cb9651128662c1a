import { maxLoadHundredths } from './load.ts';

/** The bounds of a prescription's fields; forms, the notation and the database repeat them. */
export const prescriptionBounds = {
  sets: { min: 1, max: 6 },
  reps: { min: 1, max: 50 },
  seconds: { min: 5, max: 300 },
  loadHundredths: { min: 0, max: maxLoadHundredths },
  /** In half steps. */
  rir: { min: 0, max: 5 },
  restSeconds: { min: 0, max: 600 },
  slots: { min: 0, max: 9 },
} as const;
