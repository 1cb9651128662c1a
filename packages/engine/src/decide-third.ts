// A third session, where the coach has set S14 aside for a client. Product decision: a full one only with its own days of rest
// on both sides, else a light one, and beside two that stand well; nothing is crowded for it.
import { type Decision, gapBetween, scoreDays } from './decide-placement.ts';
import type { SessionLoad } from './vocabulary.ts';
import { type DayMask, listDays, type WeekMasks, wholeWeek } from './week-masks.ts';

/** Where the three stand: the first two as ever, or moved so that the third finds room. */
export interface ThirdDecision {
  readonly decision: Decision;
  /** Monday 0. */
  readonly third: number;
  readonly thirdLoad: SessionLoad;
}

/** Null where the week's first two do not stand apart, or no day is left. */
export function decideThird(week: WeekMasks, decision: Decision): ThirdDecision | null {
  if (decision.tier !== 'T0' || decision.second < 0) return null;
  const apart = findThreeApart(week, decision);
  if (apart) return apart;
  const pair = (1 << decision.first) | (1 << decision.second);
  const open = wholeWeek & ~(week.long | week.speed | week.race | week.unavailable | pair);
  const days = [open & decision.legal, open & ~week.afterLong, open].find((mask) => mask !== 0);
  const [third] =
    days === undefined ? [] : [...listDays(days)].sort((one, other) => score(one) - score(other) || one - other);
  return third === undefined ? null : { decision, third, thirdLoad: 'light' };

  function score(day: number): number {
    return scoreDays(week, pair | (1 << day));
  }
}

/** Three full ones with the least gap between each two, those two that were chosen among them where it can be had. */
function findThreeApart(week: WeekMasks, decision: Decision): ThirdDecision | undefined {
  const { first, second, legal } = decision;
  const pair = (1 << first) | (1 << second);
  const isApart = (one: number, other: number) => gapBetween(one, other) >= week.minGapDays;
  const days = listDays(legal);
  let best: { readonly mask: DayMask; readonly score: number } | undefined;
  for (const one of days) {
    for (const two of days) {
      if (two <= one || !isApart(one, two)) continue;
      for (const three of days) {
        if (three <= two || !isApart(one, three) || !isApart(two, three)) continue;
        const mask = (1 << one) | (1 << two) | (1 << three);
        const isMoved = (mask & pair) === pair ? 0 : movedScore;
        const score = isMoved + scoreDays(week, mask);
        if (best === undefined || score < best.score) best = { mask, score };
      }
    }
  }
  if (!best) return undefined;
  const [one, two, three] = listDays(best.mask) as [number, number, number];
  return { decision: { ...decision, first: one, second: two }, third: three, thirdLoad: 'full' };
}

/** Above every score of days. */
const movedScore = 1 << 4;
