import { addDays, daysBetween, type PlainDate } from './plain-date.ts';
import type { Profile } from './profile.ts';
import type { RunKind } from './vocabulary.ts';

/** The runs of one dated week and of the days that touch it. */
export interface DatedWeek {
  /** A Monday. */
  readonly startsOn: PlainDate;
  /** Monday to Sunday, races in their place. */
  readonly runs: readonly RunKind[];
  /** The Sunday before and the Monday after. */
  readonly before: RunKind;
  readonly after: RunKind;
}

/** The real weeks from a Monday on: single weeks that differ, and races on their dates, stand in for the usual week. */
export function listDatedWeeks(
  profile: Pick<Profile, 'runningWeek' | 'weekOverrides' | 'races'>,
  startsOn: PlainDate,
  weeks: number,
): readonly DatedWeek[] {
  const usual = profile.runningWeek.map((day) => day.kind);
  const runs: RunKind[][] = [];
  for (let index = -1; index <= weeks; index += 1) {
    const monday = addDays(startsOn, index * 7);
    const override = profile.weekOverrides[monday];
    runs.push(override ? override.map((day) => day.kind) : [...usual]);
  }
  for (const race of profile.races) {
    const day = daysBetween(startsOn, race.date) + 7;
    const week = runs[Math.floor(day / 7)];
    if (day >= 0 && week) week[day % 7] = 'race';
  }
  return Array.from({ length: weeks }, (_, index) => ({
    startsOn: addDays(startsOn, index * 7),
    runs: runs[index + 1] ?? [],
    before: runs[index]?.[6] ?? 'rest',
    after: runs[index + 2]?.[0] ?? 'rest',
  }));
}
