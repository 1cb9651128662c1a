import { parsePlainDate, weekdayOf } from '@groundwork/engine/plain-date';
import { z } from 'zod';

/** A calendar date that exists, from 2000 to 2099. */
export const plainDate = z
  .string()
  .refine((text) => parsePlainDate(text) !== undefined, { message: 'There is no such date.', abort: true })
  .refine((date) => date >= '2000-01-01' && date <= '2099-12-31', 'A date between 2000 and 2099.');

/** The Monday that a week starts on. */
export const monday = plainDate.refine(
  (date) => parsePlainDate(date) === undefined || weekdayOf(date) === 'mon',
  'A week starts on a Monday.',
);

/** When something happened, from 2000 to 2099. */
export const instant = z
  .date('That is not a time.')
  .min(new Date('2000-01-01T00:00:00Z'), 'A time between 2000 and 2099.')
  .max(new Date('2099-12-31T00:00:00Z'), 'A time between 2000 and 2099.');
