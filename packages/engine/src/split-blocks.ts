// Blocks of four to six weeks: S10 of the article. The cut is a product decision: as near to the wished length as it divides.
import { parameters } from './parameters.ts';

/**
 * The lengths of the blocks, none under 4 or over 6 weeks, the longer ones first: 11 is 6 and 5. Undefined where no cut
 * exists: 7 weeks and fewer than 4.
 */
export function splitBlocks(
  weeks: number,
  wishedWeeks: number = parameters.blockWeeks.default,
): readonly number[] | undefined {
  const { min, max } = parameters.blockWeeks;
  let best: number | undefined;
  for (let count = Math.ceil(weeks / max); count * min <= weeks && count > 0; count += 1) {
    if (best === undefined || Math.abs(weeks / count - wishedWeeks) < Math.abs(weeks / best - wishedWeeks))
      best = count;
  }
  if (best === undefined) return undefined;
  const short = Math.floor(weeks / best);
  const longer = weeks - short * best;
  return Array.from({ length: best }, (_, index) => (index < longer ? short + 1 : short));
}
