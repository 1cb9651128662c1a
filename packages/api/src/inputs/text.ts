import { z } from 'zod';

// PostgreSQL stores neither NUL nor a lone surrogate; the other control characters have no place in what people type.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const controlInLine = /[\u0000-\u001f\u007f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const controlInProse = /[\u0000-\u0008\u000b-\u001f\u007f]/;

const loneSurrogate = /\p{Cs}/u;

/** One line, trimmed, at most so many characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max} characters.`)
    .refine((text) => !loneSurrogate.test(text) && !controlInLine.test(text), 'Use letters and signs on one line.');

/** One line that says something. */
export const filledLine = (max: number) => line(max).min(1, 'Fill this in.');

/** Several lines, at most so many characters. */
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max} characters.`)
    .refine((text) => !loneSurrogate.test(text) && !controlInProse.test(text), 'Use letters and signs.');

/** Why somebody did it: kept in the audit. */
export const reason = prose(500).min(3, 'Give a reason.');
