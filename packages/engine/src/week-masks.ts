import { parameters } from './parameters.ts';
import { classifyRun } from './run-class.ts';
import { type RunKind, type TimeOffKind, type Weekday, weekdays } from './vocabulary.ts';

/** A set of days as seven bits, Monday the lowest. */
export type DayMask = number;

export const wholeWeek: DayMask = 0b111_1111;

/** What the rules need to know of a running week. */
export interface WeekInput {
  /** Seven kinds, Monday first. */
  readonly week: readonly RunKind[];
  /** Last day of the real week before. Left out, the week wraps onto itself (S31). */
  readonly before?: RunKind;
  /** First day of the real week after. Left out, the week wraps onto itself (S31). */
  readonly after?: RunKind;
  /** Days on which no strength may land. */
  readonly unavailable?: readonly Weekday[];
  /** Monday to Sunday: days away on which nothing may land, and why. */
  readonly off?: readonly (TimeOffKind | null)[];
  /** Days between two full sessions, 1 to 4; the parameter's default when left out. */
  readonly minGapDays?: number;
}

/** A running week as the rules see it: which days are what, as sets. */
export interface WeekMasks {
  readonly long: DayMask;
  readonly speed: DayMask;
  readonly race: DayMask;
  /** Without a run. */
  readonly rest: DayMask;
  /** The day before speed or a race (S24). */
  readonly beforeSpeed: DayMask;
  /** The day after a long run or a race (S22). */
  readonly afterLong: DayMask;
  /** The day before a long run: legal, but second choice (S28). */
  readonly beforeLong: DayMask;
  readonly unavailable: DayMask;
  /** Days between two full sessions: two are too close below it. */
  readonly minGapDays: number;
}

/** Reads a week with its real neighbours where they are known, else wrapped onto itself (S31). */
export function readWeekMasks({ week, before, after, unavailable, off, minGapDays }: WeekInput): WeekMasks {
  if (week.length !== 7) throw new RangeError(`A week has 7 days, not ${week.length}`);
  let long = 0;
  let speed = 0;
  let race = 0;
  let rest = 0;
  for (let day = 0; day < 7; day += 1) {
    const bit = 1 << day;
    switch (classifyRun(week[day] as RunKind)) {
      case 'long':
        long |= bit;
        break;
      case 'speed':
        speed |= bit;
        break;
      case 'race':
        race |= bit;
        break;
      case 'rest':
        rest |= bit;
        break;
      case 'easy':
        break;
    }
  }
  // A race tires like a long run the day after and asks for fresh legs like speed the day before (rulebook 2.5).
  const previous = before ?? (week[6] as RunKind);
  const next = after ?? (week[0] as RunKind);
  const previousClass = classifyRun(previous);
  const nextClass = classifyRun(next);
  const longBefore = previousClass === 'long' || previousClass === 'race' ? 1 : 0;
  const speedAfter = nextClass === 'speed' || nextClass === 'race' ? 1 << 6 : 0;
  let unavailableDays = 0;
  if (unavailable) for (const day of unavailable) unavailableDays |= 1 << weekdays.indexOf(day);
  if (off) for (let day = 0; day < 7; day += 1) if (off[day]) unavailableDays |= 1 << day;
  return {
    long,
    speed,
    race,
    rest,
    beforeSpeed: ((speed | race) >> 1) | speedAfter,
    afterLong: (((long | race) << 1) & wholeWeek) | longBefore,
    beforeLong: (long >> 1) | (nextClass === 'long' ? 1 << 6 : 0),
    unavailable: unavailableDays,
    minGapDays: minGapDays ?? parameters.minGapDays.default,
  };
}

/** The days of a set, Monday first, as indices from 0. */
export function listDays(days: DayMask): readonly number[] {
  const list: number[] = [];
  for (let day = 0; day < 7; day += 1) if (days & (1 << day)) list.push(day);
  return list;
}
