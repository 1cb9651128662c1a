import { z } from 'zod';
import { instant, monday } from './date.ts';
import { halfSteps } from './half-steps.ts';
import { id, newId } from './id.ts';
import { load, rir } from './load.ts';
import { prose } from './text.ts';

export const sessionKey = z.strictObject({ sessionId: id });

export const startSession = z.strictObject({ sessionId: id, at: instant });

const amount = z.int('A whole number.').min(0, 'Not below 0.').max(600, 'At most 600.');

export const logSet = z.strictObject({
  id: newId,
  sessionId: id,
  prescriptionId: id,
  /** From 1. More sets than asked for are fine, up to 12. */
  setNumber: z.int('A whole number.').min(1, 'Sets count from 1.').max(12, 'At most 12 sets.'),
  /** Reps or seconds; 0 means tried and not done. */
  amount,
  /** Only where the other side differed. */
  amountOtherSide: amount.nullish(),
  load: load.nullish(),
  rir: rir.nullish(),
  loggedAt: instant,
});

export const finishSession = z.strictObject({
  sessionId: id,
  at: instant,
  /** Session RPE, 0 to 10 in half steps. */
  effort: halfSteps(10).nullish(),
  note: prose(1000).optional(),
});

export const weekKey = z.strictObject({ startsOn: monday });
