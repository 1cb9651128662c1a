// Where blocks begin: S10 of the article for the lengths, rulebook 2.5 for what a race forbids.
import type { ParameterValues } from './parse-parameters.ts';
import { dayNumberOf, type PlainDate } from './plain-date.ts';
import type { Profile } from './profile.ts';
import { type DatedRace, findRaceAgainstNew, listDatedRaces } from './race-limits.ts';
import { daysPerWeek } from './run-calendar.ts';
import { mastersAge } from './runner-limits.ts';
import { splitBlocks } from './split-blocks.ts';
import { type DatedTimeOff, listDatedTimeOff } from './time-off.ts';

export interface Cut {
  readonly lengths: readonly number[];
  /** What moved it away from even blocks. */
  readonly cutBy: 'even' | 'race' | 'time_off';
}

/** From 60 blocks are as long as they may be (rulebook 2.8). */
const mastersBlockWeeks = 6;

/**
 * The blocks of a program, cut so that new exercises start away from races, and where it can be had so that one begins after
 * each A race and after time away that is long enough to start anew; undefined for weeks that have no cut.
 */
export function cutBlocks(
  weeks: number,
  startsOn: PlainDate,
  { age, races, timeOff }: Pick<Profile, 'age' | 'races' | 'timeOff'>,
  parameters: ParameterValues,
): Cut | undefined {
  const wished = age >= mastersAge ? mastersBlockWeeks : parameters.blockWeeks;
  const even = splitBlocks(weeks, { weeks: wished });
  if (even === undefined) return undefined;
  const dated = listDatedRaces(races);
  const monday = dayNumberOf(startsOn);
  const weekAfter = (dayNumber: number) => Math.floor((dayNumber - monday) / daysPerWeek) + 1;
  const returns = listDatedTimeOff(timeOff)
    .filter(isLong(parameters))
    .map(({ last }) => weekAfter(last + 1));
  const seasons = dated.filter(({ race }) => race.priority === 'A').map(({ dayNumber }) => weekAfter(dayNumber) + 1);
  if (dated.length === 0 && returns.length === 0) return { lengths: even, cutBy: 'even' };
  const isFrozen = (firstWeek: number) =>
    findRaceAgainstBlock(monday + (firstWeek - 1) * daysPerWeek, dated, parameters) !== undefined;
  const lengths = splitBlocks(weeks, { weeks: wished, isFrozen, starts: new Set([...returns, ...seasons]) }) ?? even;
  const isMoved = lengths.some((length, index) => length !== even[index]);
  return { lengths, cutBy: !isMoved ? 'even' : dated.length > 0 ? 'race' : 'time_off' };
}

/** The block starts anew after so many days (rule GAP). */
function isLong({ missedEaseDays }: ParameterValues): (off: DatedTimeOff) => boolean {
  return ({ first, last }) => last - first + 1 >= missedEaseDays;
}

/** A block may start something new only if even the end of its first week is far enough from a race. */
export function findRaceAgainstBlock(
  monday: number,
  races: readonly DatedRace[],
  parameters: ParameterValues,
): DatedRace | undefined {
  return (
    findRaceAgainstNew(monday, races, parameters) ?? findRaceAgainstNew(monday + daysPerWeek - 1, races, parameters)
  );
}
