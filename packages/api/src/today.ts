import type { PlainDate } from '@groundwork/engine/plain-date';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar date in a zone at an instant: all that a time zone decides. */
export function findToday(timeZone: string, now: Date): PlainDate {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    // The Canadian form of a date is the ISO one.
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(now);
}

/** Of two dates the later one. */
export function laterOf(one: PlainDate, other: PlainDate): PlainDate {
  if (one > other) return one;
  return other;
}
