import { dateOfDayNumber, dayNumberOf, type PlainDate } from './plain-date.ts';
import type { Profile, TimeOff } from './profile.ts';
import type { RunDay } from './running-week.ts';
import type { RunKind } from './vocabulary.ts';

export const daysPerWeek = 7;
const dayIndices = [0, 1, 2, 3, 4, 5, 6] as const;

/** The runs of one dated week and of the days that touch it. */
export interface DatedWeek {
  /** A Monday. */
  readonly startsOn: PlainDate;
  /** That Monday in days since 1970-01-01. */
  readonly monday: number;
  /** Monday to Sunday, races in their place. */
  readonly runs: readonly RunKind[];
  /** The coach's words for them. */
  readonly notes: readonly (string | undefined)[];
  /** The Sunday before and the Monday after. */
  readonly before: RunKind;
  readonly after: RunKind;
  /** Monday to Sunday: the holiday or illness that a day falls in. */
  readonly off: readonly (TimeOff | null)[];
}

const noneOff: readonly null[] = dayIndices.map(() => null);

/**
 * The real weeks from a Monday on: single weeks that differ, and races on their dates, stand in for the usual week. Sick
 * days have no run; what a runner does on a holiday is as it is written.
 */
export function listDatedWeeks(
  profile: Pick<Profile, 'runningWeek' | 'weekOverrides' | 'races'> & Partial<Pick<Profile, 'timeOff'>>,
  startsOn: PlainDate,
  weeks: number,
): readonly DatedWeek[] {
  const start = dayNumberOf(startsOn);
  // From the week before to the week after.
  const mondays = Array.from({ length: weeks + 2 }, (_, index) => dateOfDayNumber(start + (index - 1) * daysPerWeek));
  const days = mondays.map((monday): readonly RunDay[] => profile.weekOverrides[monday] ?? profile.runningWeek);
  const races = new Set(profile.races.map((race) => dayNumberOf(race.date) - start));
  const spans = (profile.timeOff ?? []).map((span) => ({
    span,
    first: dayNumberOf(span.from) - start,
    last: dayNumberOf(span.to) - start,
  }));
  const offOn = (day: number): TimeOff | null =>
    spans.find(({ first, last }) => first <= day && day <= last)?.span ?? null;
  const runOn = (week: number, day: number): RunKind => {
    const at = week * daysPerWeek + day;
    if (races.has(at)) return 'race';
    if (spans.length > 0 && offOn(at)?.kind === 'sick') return 'rest';
    return days[week + 1]?.[day]?.kind ?? 'rest';
  };
  const notesOf = (week: readonly RunDay[]) => dayIndices.map((day) => week[day]?.note);
  const usualRuns = dayIndices.map((day) => profile.runningWeek[day]?.kind ?? 'rest');
  const usualNotes = notesOf(profile.runningWeek);
  const changed = new Set([...races].map((day) => Math.floor(day / daysPerWeek)));
  const isUsual = (week: number) => days[week + 1] === profile.runningWeek;
  return Array.from({ length: weeks }, (_, week) => ({
    startsOn: mondays[week + 1] as PlainDate,
    monday: start + week * daysPerWeek,
    runs:
      isUsual(week) && spans.length === 0 && !changed.has(week) ? usualRuns : dayIndices.map((day) => runOn(week, day)),
    notes: isUsual(week) ? usualNotes : notesOf(days[week + 1] ?? []),
    before: runOn(week - 1, 6),
    after: runOn(week + 1, 0),
    off: spans.length === 0 ? noneOff : dayIndices.map((day) => offOn(week * daysPerWeek + day)),
  }));
}

/** Whether the runs, their words and the days off of two weeks are the same, and the days around them. */
export function isSameDatedWeek(one: DatedWeek, other: DatedWeek): boolean {
  return (
    one.monday === other.monday &&
    one.before === other.before &&
    one.after === other.after &&
    dayIndices.every(
      (day) =>
        one.runs[day] === other.runs[day] && one.notes[day] === other.notes[day] && one.off[day] === other.off[day],
    )
  );
}
