// Blocks of four to six weeks: S10 of the article. The cut is a product decision: even, near the wished length, and with
// new exercises starting away from races where it can be had.
import { parameters } from './parameters.ts';

/**
 * The lengths of the blocks, none under 4 or over 6 weeks: 11 is 6 and 5. Of all cuts it takes the one with the fewest
 * blocks that would start in a week for which `isFrozen` holds (weeks from 1), then the nearest to the wished length, then
 * the evenest, the longer blocks first. Undefined where no cut exists: 7 weeks and fewer than 4.
 */
export function splitBlocks(
  weeks: number,
  wishedWeeks: number = parameters.blockWeeks.default,
  isFrozen: (firstWeek: number) => boolean = () => false,
): readonly number[] | undefined {
  let best: { readonly lengths: readonly number[]; readonly score: number } | undefined;
  for (const lengths of listCuts(weeks)) {
    const score = scoreCut(lengths, wishedWeeks, isFrozen);
    if (best === undefined || score < best.score) best = { lengths, score };
  }
  return best?.lengths;
}

/** Every cut, the longer blocks first. */
function listCuts(weeks: number): readonly (readonly number[])[] {
  const { min, max } = parameters.blockWeeks;
  if (weeks === 0) return [[]];
  const cuts: (readonly number[])[] = [];
  for (let length = Math.min(max, weeks); length >= min; length -= 1) {
    for (const rest of listCuts(weeks - length)) cuts.push([length, ...rest]);
  }
  return cuts;
}

/** Lower is better; each part outweighs all that follow it. */
function scoreCut(lengths: readonly number[], wishedWeeks: number, isFrozen: (firstWeek: number) => boolean): number {
  let frozen = 0;
  let off = 0;
  let squares = 0;
  let first = 1;
  for (const length of lengths) {
    // The first block is new in any case.
    if (first > 1 && isFrozen(first)) frozen += 1;
    off += Math.abs(length - wishedWeeks);
    squares += length * length;
    first += length;
  }
  return (frozen * 1_000 + off) * 10_000 + squares;
}
