import { z } from 'zod';

const findOwnName = (name: string): string | undefined => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
};

/**
 * An IANA zone such as "Europe/Berlin", under the one name that it is known by here: "europe/berlin" is no zone of its own, and each zone
 * costs a formatter that is kept. It decides only what "today" is.
 */
export const timeZone = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_+/-]*$/, { message: 'A time zone such as Europe/Berlin.', abort: true })
  .refine((name) => findOwnName(name) !== undefined, { message: 'A time zone such as Europe/Berlin.', abort: true })
  .overwrite((name) => findOwnName(name) ?? name);
