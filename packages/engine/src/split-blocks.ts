// Blocks of four to six weeks: S10 of the article. The cut is a product decision: near the wished length, even, with new
// exercises starting away from races and where a season or a long gap starts something anew.
import { parameters } from './parameters.ts';

/** What a cut is measured by, the weightiest first; weeks count from 1. */
export interface CutWish {
  /** 4 to 6. */
  readonly weeks?: number;
  /** A week in which nothing new should begin. */
  readonly isFrozen?: (firstWeek: number) => boolean;
  /** Weeks in which a block should begin, such as the first one after a race. */
  readonly starts?: ReadonlySet<number>;
}

interface Tail {
  readonly length: number;
  readonly score: number;
}

// Each part outweighs all that follow it: a program has at most 13 blocks, 52 weeks, and squares of 36 each.
const squaresMost = 512;
const offMost = 64;
const startsMost = 64;

/**
 * The lengths of the blocks, none under 4 or over 6 weeks: 11 is 6 and 5. Of all cuts it takes the one with the fewest
 * blocks that would begin in a frozen week, then the most that begin where one should, then the nearest to the wished
 * length, then the evenest, the longer blocks first. Undefined where no cut exists: 7 weeks and fewer than 4.
 */
export function splitBlocks(weeks: number, wish: CutWish = {}): readonly number[] | undefined {
  const { min, max, default: usual } = parameters.blockWeeks;
  const { weeks: wished = usual, isFrozen, starts } = wish;
  // From the last week back: the best cut of what is left depends only on where it begins.
  const tails: (Tail | undefined)[] = [];
  tails[weeks] = { length: 0, score: 0 };
  for (let done = weeks - min; done >= 0; done -= 1) {
    // Every cut begins in the first week, so whatever that one counts settles nothing.
    const frozen = isFrozen?.(done + 1) ? 1 : 0;
    const met = starts?.has(done + 1) ? 1 : 0;
    for (let length = max; length >= min; length -= 1) {
      const rest = tails[done + length];
      if (rest === undefined) continue;
      const parts = ((frozen * startsMost - met) * offMost + Math.abs(length - wished)) * squaresMost + length * length;
      const score = parts + rest.score;
      const best = tails[done];
      if (best === undefined || score < best.score) tails[done] = { length, score };
    }
  }
  if (tails[0] === undefined) return undefined;
  const lengths: number[] = [];
  for (let done = 0; done < weeks; ) {
    const { length } = tails[done] as Tail;
    lengths.push(length);
    done += length;
  }
  return lengths;
}
