// Where blocks begin: S10 of the article for the lengths, rulebook 2.5 for what a race forbids.
import type { ParameterValues } from './parse-parameters.ts';
import { dayNumberOf, type PlainDate } from './plain-date.ts';
import type { Race } from './profile.ts';
import { type DatedRace, findRaceAgainstNew, listDatedRaces } from './race-limits.ts';
import { daysPerWeek } from './run-calendar.ts';
import { splitBlocks } from './split-blocks.ts';

export interface Cut {
  readonly lengths: readonly number[];
  /** Whether a race moved it. */
  readonly byRace: boolean;
}

/** The blocks of a program, cut so that new exercises start away from races; undefined for weeks that have no cut. */
export function cutBlocks(
  weeks: number,
  startsOn: PlainDate,
  races: readonly Race[],
  parameters: ParameterValues,
): Cut | undefined {
  const even = splitBlocks(weeks, { weeks: parameters.blockWeeks });
  if (even === undefined || races.length === 0) return even && { lengths: even, byRace: false };
  const dated = listDatedRaces(races);
  const monday = dayNumberOf(startsOn);
  const isFrozen = (firstWeek: number) =>
    findRaceAgainstBlock(monday + (firstWeek - 1) * daysPerWeek, dated, parameters) !== undefined;
  const lengths = splitBlocks(weeks, { weeks: parameters.blockWeeks, isFrozen }) ?? even;
  return { lengths, byRace: lengths.join() !== even.join() };
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
