import { shortWeekdayLabels, weekdayLabels } from '@groundwork/engine/labels';
import { addDays, type PlainDate, weekdayOf } from '@groundwork/engine/plain-date';

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const dayOfMonth = (date: PlainDate): number => Number(date.slice(8));
const monthOf = (date: PlainDate): string => monthNames[Number(date.slice(5, 7)) - 1] ?? '';

/** "Mon 23" */
export const formatDay = (date: PlainDate): string => `${shortWeekdayLabels[weekdayOf(date)]} ${dayOfMonth(date)}`;

/** "23 March" */
export const formatDate = (date: PlainDate): string => `${dayOfMonth(date)} ${monthOf(date)}`;

/** "Mon 23 Mar" */
export const formatShortDate = (date: PlainDate): string => `${formatDay(date)} ${monthOf(date).slice(0, 3)}`;

/** "Thursday 19 March" */
export const formatLongDate = (date: PlainDate): string => `${weekdayLabels[weekdayOf(date)]} ${formatDate(date)}`;

/** "16 to 22 March", "30 March to 5 April" */
export function formatWeek(monday: PlainDate): string {
  const sunday = addDays(monday, 6);
  return monthOf(monday) === monthOf(sunday)
    ? `${dayOfMonth(monday)} to ${formatDate(sunday)}`
    : `${formatDate(monday)} to ${formatDate(sunday)}`;
}

/** "Fri 20 March, 18:00" on the clocks of the zone. */
export function formatInstant(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')}, ${part('hour')}:${part('minute')}`;
}

/** "18:00" on the clocks of the zone. */
export const formatClock = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);

/** The zone as people name it: "Berlin time". */
export const nameZone = (timeZone: string): string =>
  timeZone === 'UTC' ? 'UTC' : `${(timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')} time`;
