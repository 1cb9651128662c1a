import { z } from 'zod';

/** Normalised as it is stored: trimmed and in lower case. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'At most 254 characters.')
  .pipe(z.email('An address such as jo@example.org.'));
