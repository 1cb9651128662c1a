// A season: from general to specific toward an A race, and less between races that are close (rulebook 2.5; Beattie 2017,
// Spiering 2021). How the blocks of a season are shared out is a product decision.
import type { ParameterValues } from './parse-parameters.ts';
import type { BlockFocus } from './program.ts';
import type { DatedRace } from './race-limits.ts';
import { daysPerWeek } from './run-calendar.ts';

/** A block's days, both ends included, counted from 1970-01-01. */
export interface BlockDays {
  readonly first: number;
  readonly last: number;
}

export interface PlannedFocus {
  readonly focus: BlockFocus;
  /** The A race that it leads to, if there is one. */
  readonly race: DatedRace | null;
}

/**
 * What each block is for. Toward an A race the last block is for power, of the blocks before it the later half for strength
 * and the earlier half, the longer one, general. Without a race ahead, and in the first block of all, training is general.
 */
export function planFocuses(
  blocks: readonly BlockDays[],
  races: readonly DatedRace[],
  parameters: ParameterValues,
): readonly PlannedFocus[] {
  const aims = blocks.map(({ first }) =>
    races.find(({ race, dayNumber }) => race.priority === 'A' && dayNumber >= first),
  );
  return blocks.map(({ first }, index): PlannedFocus => {
    const race = aims[index] ?? null;
    if (findSeasonRaces(first, races, parameters)) return { focus: 'maintain', race };
    if (race === null || index === 0) return { focus: 'general', race };
    const begin = aims.indexOf(race);
    // An aim that lies past the program's end leaves blocks to come after it.
    const weeksPast = Math.max(0, Math.ceil((race.dayNumber - (blocks[blocks.length - 1]?.last ?? 0)) / daysPerWeek));
    const past = Math.ceil(weeksPast / parameters.blockWeeks);
    const count = aims.lastIndexOf(race) - begin + 1 + past;
    const place = index - begin;
    if (place === count - 1) return { focus: 'power', race };
    return { focus: place < Math.ceil((count - 1) / 2) ? 'general' : 'strength', race };
  });
}

/**
 * The races that a day lies between when they are so close that nothing is built between them: two A races no further apart
 * than a season's weeks, or any two half as far.
 */
export function findSeasonRaces(
  dayNumber: number,
  races: readonly DatedRace[],
  { inSeasonWeeks }: ParameterValues,
): { readonly last: DatedRace; readonly next: DatedRace } | undefined {
  const days = inSeasonWeeks * daysPerWeek;
  return findPair(dayNumber, races, 'B', days / 2) ?? findPair(dayNumber, races, 'A', days);
}

function findPair(dayNumber: number, races: readonly DatedRace[], least: 'A' | 'B', days: number) {
  let last: DatedRace | undefined;
  for (const dated of races) {
    if (least === 'A' && dated.race.priority === 'B') continue;
    if (dated.dayNumber < dayNumber) last = dated;
    else return last && dated.dayNumber - last.dayNumber <= days ? { last, next: dated } : undefined;
  }
  return undefined;
}
