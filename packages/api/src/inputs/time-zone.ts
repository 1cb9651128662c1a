import { z } from 'zod';

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** An IANA zone such as "Europe/Berlin". It decides only what "today" is. */
export const timeZone = z
  .string()
  .max(64, 'At most 64 characters.')
  .regex(/^[A-Za-z][A-Za-z0-9_+/-]*$/, { message: 'A time zone such as Europe/Berlin.', abort: true })
  .refine(isTimeZone, 'A time zone such as Europe/Berlin.');
