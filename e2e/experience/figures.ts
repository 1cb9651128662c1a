import type { Figure } from '@groundwork/scripts/bench/figure';
import type { TestInfo } from '@playwright/test';

/** Hands figures to the report, which finds them by the attachment's name. */
export async function reportFigures(info: TestInfo, ...figures: readonly Figure[]): Promise<void> {
  await info.attach('figures', { body: JSON.stringify(figures), contentType: 'application/json' });
}

/** What a share of the values does not exceed, by the nearest of them. */
export function findNear(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const value = sorted[Math.ceil(sorted.length * share) - 1];
  if (value === undefined) throw new RangeError('Nothing was measured.');
  return value;
}

export const findMedian = (values: readonly number[]): number => findNear(values, 0.5);
