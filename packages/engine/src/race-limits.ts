// Strength around races: rulebook 2.5. The days are product decisions that a coach may change; the taper is Bosquet 2007.
import { lastHeavyDaysBefore, noHeavyDaysAfter } from './parameters.ts';
import type { ParameterValues } from './parse-parameters.ts';
import { dayNumberOf } from './plain-date.ts';
import type { Race } from './profile.ts';
import type { Reason } from './reason.ts';
import type { RaceDistance } from './vocabulary.ts';

/** Days after a race on which nothing is placed at all; easy work comes back before heavy work does. */
const daysOffAfter = { '5k': 1, '10k': 1, half: 2, marathon: 3, ultra: 4 } as const satisfies Record<
  RaceDistance,
  number
>;
/** A B race leaves one session in the days before it. */
const bRaceWindowDays = 6;

export interface DatedRace {
  readonly race: Race;
  /** Days since 1970-01-01. */
  readonly dayNumber: number;
}

/** What races leave of a day's session. */
export interface RaceLimit {
  /** The most that the session may hold. */
  readonly most: 'full' | 'light' | 'none';
  readonly reason: Reason | null;
  /** The A race whose taper the day is in. */
  readonly taper: DatedRace | null;
}

const free: Omit<RaceLimit, 'taper'> = { most: 'full', reason: null };
const severity = { full: 0, light: 1, none: 2 } as const;

/** Earliest first. */
export function listDatedRaces(races: readonly Race[]): readonly DatedRace[] {
  return races
    .map((race) => ({ race, dayNumber: dayNumberOf(race.date) }))
    .sort((one, other) => one.dayNumber - other.dayNumber);
}

/** The strictest limit that any race sets on a day. */
export function findRaceLimit(dayNumber: number, races: readonly DatedRace[], parameters: ParameterValues): RaceLimit {
  let strictest = free;
  let taper: DatedRace | null = null;
  for (const dated of races) {
    const days = dated.dayNumber - dayNumber;
    if (dated.race.priority === 'A' && days > 0 && days <= parameters.taperDays) taper ??= dated;
    const limit = limitOf(dated.race, days, parameters);
    if (limit && severity[limit.most] > severity[strictest.most]) strictest = limit;
  }
  return { ...strictest, taper };
}

function limitOf(
  race: Race,
  days: number,
  parameters: ParameterValues,
): { readonly most: 'light' | 'none'; readonly reason: Reason } | undefined {
  const data = { race: race.date, distance: race.distance, days: Math.abs(days) };
  if (days > 0) {
    if (days === 1 || (race.priority === 'A' && days < parameters.mobilityOnlyDays)) {
      return { most: 'none', reason: { code: 'RACE_DAYS_OFF', rule: 'RACE_WEEK', data } };
    }
    const min = lastHeavyDaysBefore[race.distance];
    if (days < min)
      return { most: 'light', reason: { code: 'RACE_NO_HEAVY', rule: 'RACE_WEEK', data: { ...data, min } } };
  }
  if (days < 0) {
    const max = noHeavyDaysAfter[race.distance];
    if (-days <= daysOffAfter[race.distance]) {
      return { most: 'none', reason: { code: 'AFTER_RACE_DAY_OFF', rule: 'AFTER_RACE', data } };
    }
    if (-days <= max)
      return { most: 'light', reason: { code: 'AFTER_RACE_NO_HEAVY', rule: 'AFTER_RACE', data: { ...data, max } } };
  }
  return undefined;
}

/** The B race in whose last days a day falls: only one session is kept in them. */
export function findBRace(dayNumber: number, races: readonly DatedRace[]): DatedRace | undefined {
  return races.find(
    (dated) =>
      dated.race.priority === 'B' && dated.dayNumber > dayNumber && dated.dayNumber - dayNumber <= bRaceWindowDays,
  );
}

/** The next race after a day, if one is near enough that nothing new may start. */
export function findRaceAgainstNew(
  dayNumber: number,
  races: readonly DatedRace[],
  parameters: ParameterValues,
): DatedRace | undefined {
  return races.find(
    (dated) => dated.dayNumber > dayNumber && dated.dayNumber - dayNumber <= parameters.noNewExerciseDays,
  );
}

/** What a reason says of a race. */
export function describeRace(dated: DatedRace | null | undefined): Record<string, string> {
  return dated ? { race: dated.race.date, distance: dated.race.distance } : {};
}
