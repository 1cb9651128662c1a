import { describe, expect, it } from 'vitest';
import { shareSpots } from './share-spots.ts';

const widthsOf = (counts: Parameters<typeof shareSpots>[0]) =>
  Object.fromEntries(shareSpots(counts).map(({ kind, width }) => [kind, Math.round(width)]));

describe('a practice’s spots in a bar', () => {
  it('show two of 140 as little, and as more than a line', () => {
    expect(widthsOf({ coached: 138, invited: 0, held: 2, free: 0 })).toEqual({ coached: 95, held: 5 });
  });

  it('fill the bar from end to end, one part beginning where the other ends', () => {
    const parts = shareSpots({ coached: 100, invited: 7, held: 3, free: 30 });
    expect(parts.map(({ kind }) => kind)).toEqual(['coached', 'invited', 'held', 'free']);
    let end = 0;
    for (const { from, width } of parts) {
      expect(from).toBeCloseTo(end);
      end = from + width;
    }
    expect(end).toBeCloseTo(100);
  });

  it('never show more spots as less', () => {
    const { coached = 0, held = 0, free = 0 } = widthsOf({ coached: 90, invited: 0, held: 1, free: 40 });
    expect([coached, free, held]).toEqual([coached, free, held].sort((a, b) => b - a));
    expect(held).toBeGreaterThanOrEqual(4);
  });

  it('have no part for what there is none of', () => {
    expect(shareSpots({ coached: 0, invited: 0, held: 0, free: 120 })).toEqual([{ kind: 'free', from: 0, width: 100 }]);
    expect(shareSpots({ coached: 0, invited: 0, held: 0, free: 0 })).toEqual([]);
  });
});
