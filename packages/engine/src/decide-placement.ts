import type { SessionLoad, Tier } from './vocabulary.ts';
import { type DayMask, type WeekMasks, wholeWeek } from './week-masks.ts';

/** The bare outcome for a week: which days hold what. Days are indices, Monday 0; −1 where there is none. */
export interface Decision {
  readonly tier: Tier;
  /** Days on which a full session breaks no rule. */
  readonly legal: DayMask;
  readonly first: number;
  readonly firstLoad: SessionLoad;
  readonly second: number;
  readonly secondLoad: SessionLoad;
}

/** The order in which pairs of days are compared (rulebook 1, placement): an earlier criterion always outweighs a later one. */
export const placementCriteria = ['gap', 'free_day', 'before_long', 'space'] as const;
export type PlacementCriterion = (typeof placementCriteria)[number];

const bitsPerCriterion = 2;
const worstScore = 1 << (bitsPerCriterion * placementCriteria.length);
const widestGap = 3;

/** All 21 pairs of days, earlier days first, so that the first of equals is the earlier one. */
const pairs: readonly { readonly days: DayMask; readonly first: number; readonly second: number }[] = Array.from(
  { length: 7 },
  (_, first) =>
    Array.from({ length: 6 - first }, (_, step) => {
      const second = first + step + 1;
      return { days: (1 << first) | (1 << second), first, second };
    }),
).flat();

/**
 * Decides where strength goes. Full sessions land only on legal days; what is left over becomes reduced or light, tier by
 * tier, and nothing ever lands on a speed, long-run, race or unavailable day. One wanted session is T0 where a legal day
 * exists: all that was asked for is placed.
 */
export function decidePlacement(week: WeekMasks, sessions: 1 | 2): Decision {
  const taken = week.long | week.speed | week.race | week.unavailable;
  const legal = wholeWeek & ~(taken | week.beforeSpeed | week.afterLong);
  const open = wholeWeek & ~(taken | legal);

  if (legal === 0) {
    const light = pickDay(week, open & ~week.afterLong, open);
    return light < 0
      ? { tier: 'T6', legal, first: -1, firstLoad: 'light', second: -1, secondLoad: 'light' }
      : { tier: 'T5', legal, first: light, firstLoad: 'light', second: -1, secondLoad: 'light' };
  }
  if (sessions === 1) {
    return { tier: 'T0', legal, first: pickDay(week, legal, 0), firstLoad: 'full', second: -1, secondLoad: 'light' };
  }
  if ((legal & (legal - 1)) !== 0) {
    const { first, second } = pickPair(week, legal, 0);
    if (gapBetween(first, second) >= week.minGapDays) {
      return { tier: 'T0', legal, first, firstLoad: 'full', second, secondLoad: 'full' };
    }
    // The day before the long run gets the smaller share, else the later day.
    return week.beforeLong & (1 << first)
      ? { tier: 'T1', legal, first: second, firstLoad: 'full', second: first, secondLoad: 'reduced' }
      : { tier: 'T1', legal, first, firstLoad: 'full', second, secondLoad: 'reduced' };
  }
  const full = 31 - Math.clz32(legal);
  const beforeSpeed = open & week.beforeSpeed & ~week.afterLong;
  const lightDays = beforeSpeed !== 0 ? beforeSpeed : open;
  if (lightDays === 0) return { tier: 'T4', legal, first: full, firstLoad: 'full', second: -1, secondLoad: 'light' };
  const pair = pickPair(week, lightDays | legal, legal);
  return {
    tier: beforeSpeed !== 0 ? 'T2' : 'T3',
    legal,
    first: full,
    firstLoad: 'full',
    second: pair.first === full ? pair.second : pair.first,
    secondLoad: 'light',
  };
}

/** Days between two days round the week, 1 to 3: Sunday and Monday are neighbours. */
export function gapBetween(first: number, second: number): number {
  const apart = Math.abs(first - second);
  return apart <= widestGap ? apart : 7 - apart;
}

/** Lower is better. Each criterion has its own bits, the weightiest highest; equal scores are settled by the earlier days. */
export function scorePair(week: WeekMasks, first: number, second: number): number {
  const gap = gapBetween(first, second);
  const tooClose = gap < week.minGapDays ? 1 : 0;
  return (tooClose << 6) | (scoreDays(week, (1 << first) | (1 << second)) << 2) | (widestGap - gap);
}

/** As `scorePair`, for a session that stands alone. */
export function scoreDay(week: WeekMasks, day: number): number {
  return scoreDays(week, 1 << day) << 2;
}

/** The weightiest criterion on which two scores differ, or undefined when only the earlier days decided. */
export function findDecidingCriterion(score: number, other: number): PlacementCriterion | undefined {
  return placementCriteria.find((_, index) => {
    const shift = bitsPerCriterion * (placementCriteria.length - 1 - index);
    return score >> shift !== other >> shift;
  });
}

/**
 * How well days suit, whatever the gaps: does a free day stay, and how many are before the long run. 0 is best, 6 the worst;
 * where every day has its run, none is free to keep, whichever days are taken.
 */
export function scoreDays(week: WeekMasks, days: DayMask): number {
  const keepsFreeDay = (week.rest & ~days) !== 0;
  const beforeLong = days & week.beforeLong;
  return (keepsFreeDay ? 0 : 4) | (beforeLong === 0 ? 0 : (beforeLong & (beforeLong - 1)) === 0 ? 1 : 2);
}

/** The best pair inside a set of days that takes in all the required ones. */
export function pickPair(week: WeekMasks, days: DayMask, required: DayMask): { first: number; second: number } {
  let best = pairs[0] as (typeof pairs)[number];
  let bestScore = worstScore;
  for (const pair of pairs) {
    if ((pair.days & ~days) !== 0 || (required & ~pair.days) !== 0) continue;
    const score = scorePair(week, pair.first, pair.second);
    if (score < bestScore) {
      best = pair;
      bestScore = score;
    }
  }
  return best;
}

/** The best single day of a set, or of a second set where the first is empty; −1 where both are. */
export function pickDay(week: WeekMasks, days: DayMask, otherwise: DayMask): number {
  const candidates = days !== 0 ? days : otherwise;
  let best = -1;
  let bestScore = worstScore;
  for (let day = 0; day < 7; day += 1) {
    if ((candidates & (1 << day)) === 0) continue;
    const score = scoreDay(week, day);
    if (score < bestScore) {
      best = day;
      bestScore = score;
    }
  }
  return best;
}
