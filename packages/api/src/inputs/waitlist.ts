import { z } from 'zod';
import { email } from './email.ts';
import { id, newId } from './id.ts';
import { filledLine, line, reason } from './text.ts';
import { timeZone } from './time-zone.ts';

/** In the public addresses: lower case letters, digits and hyphens. */
export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/, 'That is not a practice.');

/** From a mailed link. */
export const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'That link is not complete.');

export const runningGoals = ['first_5k_10k', 'half_marathon', 'marathon', 'keep_running'] as const;

export const practiceKey = z.strictObject({ slug });
export const tokenKey = z.strictObject({ slug, token });

export const joinWaitlist = z.strictObject({
  id: newId,
  slug,
  email,
  name: filledLine(80),
  goal: z.enum(runningGoals),
  /** Consent to the coach's letters: apart from the consent to be offered a spot, which joining is. */
  letters: z.boolean(),
  /** A field that people do not see and form fillers fill in: anything in it and nothing happens. */
  website: line(200).optional(),
});

export const claimOffer = tokenKey.extend({
  /** The browser's zone; the practice's own when left out. */
  timeZone: timeZone.optional(),
});

export const setSpots = z.strictObject({
  spots: z.int('A whole number.').min(0, 'Between 0 and 100,000.').max(100_000, 'Between 0 and 100,000.'),
});

export const openOpening = z.strictObject({
  id: newId,
  spots: z.int('A whole number.').min(1, 'Between 1 and 200.').max(200, 'Between 1 and 200.'),
  holdHours: z.int('Whole hours.').min(1, 'Between 1 and 336 hours.').max(336, 'Between 1 and 336 hours.').default(48),
});

export const closeOpening = z.strictObject({ openingId: id });
export const withdrawOffer = z.strictObject({ offerId: id, reason });
export const skipEntry = z.strictObject({ entryId: id, reason });
