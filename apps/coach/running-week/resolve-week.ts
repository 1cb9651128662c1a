import type { StoredRunningWeek } from '@groundwork/api/views/running';
import { addDays, type PlainDate, weekdayOf } from '@groundwork/engine/plain-date';
import type { RunningWeek } from '@groundwork/engine/running-week';
import { type RunKind, type Weekday, weekdays } from '@groundwork/engine/vocabulary';

export type WeekScope = StoredRunningWeek['scope'];

type Stored = Pick<StoredRunningWeek, 'scope' | 'startsOn' | 'days'>;

/** What counts in the week of a Monday: that week's own entry, else the latest usual week begun by then. */
export function findRunningWeek(stored: readonly Stored[], monday: PlainDate): RunningWeek | undefined {
  const own = stored.find((week) => week.scope === 'only' && week.startsOn === monday);
  return own?.days ?? findUsualWeek(stored, monday);
}

/** The usual week that counts from a Monday on. */
export function findUsualWeek(stored: readonly Stored[], monday: PlainDate): RunningWeek | undefined {
  return stored
    .filter((week) => week.scope === 'from' && week.startsOn <= monday)
    .reduce<Stored | undefined>(
      (latest, week) => (latest && latest.startsOn > week.startsOn ? latest : week),
      undefined,
    )?.days;
}

export const hasOwnWeek = (stored: readonly Stored[], monday: PlainDate): boolean =>
  stored.some((week) => week.scope === 'only' && week.startsOn === monday);

/** The kinds that the rules see: a race on a date of the week outweighs the run written for its day. */
export function listKinds(
  week: RunningWeek,
  monday: PlainDate,
  races: readonly { readonly date: PlainDate }[],
): readonly RunKind[] {
  const raceDays = new Set<Weekday>(
    races.filter(({ date }) => date >= monday && date <= addDays(monday, 6)).map(({ date }) => weekdayOf(date)),
  );
  return week.map((day, index) => (raceDays.has(weekdays[index] as Weekday) ? 'race' : day.kind));
}
