import { type ProfileProblem, parseProfile } from '@groundwork/engine/parse-profile';
import type { PlainDate } from '@groundwork/engine/plain-date';
import type { Profile } from '@groundwork/engine/profile';
import { fail, type Result } from '@groundwork/engine/result';
import type { ClientRecord } from './client-record.ts';
import { findProgramWeeks } from './running-weeks.ts';
import { goalOf } from './sealed-words.ts';
import type { HealthView, ProfileGap, ProfileView, WorkingLoadView } from './views/client.ts';
import type { RaceView, StoredRunningWeek } from './views/running.ts';

export const toProfileView = (client: ClientRecord): ProfileView => ({
  name: client.name,
  timeZone: client.timeZone,
  unit: client.unit,
  birthYear: client.birthYear,
  experience: client.experience,
  runningMonths: client.runningMonths,
  equipment: client.equipment,
  minutesPerSession: client.minutesPerSession,
  unavailable: client.unavailable,
  goal: goalOf(client),
});

const askedFor = ['birthYear', 'experience', 'runningMonths', 'minutesPerSession'] as const;

/** What building a program still needs to know, in the order of the intake. */
export function listProfileGaps(
  client: Readonly<Record<(typeof askedFor)[number], unknown>>,
  hasRunningWeek: boolean,
): readonly ProfileGap[] {
  const gaps: ProfileGap[] = askedFor.filter((field) => client[field] === null);
  if (!hasRunningWeek) gaps.push('runningWeek');
  return gaps;
}

/** Years reached in the date's calendar year; only the year of birth is known. */
export const findAge = (birthYear: number | null, today: PlainDate): number | null =>
  birthYear === null ? null : Number(today.slice(0, 4)) - birthYear;

/** All that a program from a Monday on is built from, or what is missing or out of range. */
export function readProfile(facts: {
  readonly client: ClientRecord;
  readonly health: HealthView;
  readonly runningWeeks: readonly StoredRunningWeek[];
  readonly races: readonly RaceView[];
  readonly workingLoads: readonly WorkingLoadView[];
  readonly startsOn: PlainDate;
  readonly weeks: number;
  readonly today: PlainDate;
}): Result<Profile, ProfileProblem> {
  const { client, health, races, workingLoads, startsOn, weeks, today } = facts;
  const running = findProgramWeeks(facts.runningWeeks, startsOn, weeks);
  if (!running) return fail({ path: 'runningWeek', code: 'missing', allowed: null });
  return parseProfile({
    age: findAge(client.birthYear, today) ?? undefined,
    experience: client.experience ?? undefined,
    runningMonths: client.runningMonths ?? undefined,
    equipment: client.equipment,
    minutesPerSession: client.minutesPerSession ?? undefined,
    painSites: health.painSites,
    runningWeek: running.runningWeek,
    weekOverrides: running.weekOverrides,
    unavailable: client.unavailable,
    races: listOnePerDay(races).map(({ date, distance, priority }) => ({ date, distance, priority })),
    unit: client.unit,
    workingLoads: Object.fromEntries(
      workingLoads.filter(({ load }) => load.hundredths > 0).map(({ exerciseId, load }) => [exerciseId, load]),
    ),
  });
}

/** The engine plans for one race a day: the A race where two were typed. */
function listOnePerDay(races: readonly RaceView[]): readonly RaceView[] {
  const byDate = new Map<PlainDate, RaceView>();
  for (const race of races) if (byDate.get(race.date)?.priority !== 'A') byDate.set(race.date, race);
  return [...byDate.values()];
}
