import { BaseSequencer } from 'vitest/node';

/** One failing test settles a mutant, so what killed the last one comes first, and laws over thousands of weeks come last. */
export class ShortestFirst extends BaseSequencer {
  async sort(specifications) {
    const results = new Map(specifications.map((one) => [one, this.ctx.cache.getTestSpecificationResult(one)]));
    const rank = (one) => (results.get(one)?.failed ? -1 : (results.get(one)?.duration ?? 0));
    return specifications.toSorted((one, other) => rank(one) - rank(other));
  }
}
