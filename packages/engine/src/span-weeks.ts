import type { Finding } from './finding.ts';

/** Where a finding on the whole of these weeks stands: from their first number to their last. There is at least one. */
export function spanWeeks(weeks: readonly { readonly number: number }[]): Pick<Finding['at'], 'week' | 'throughWeek'> {
  const numbers = weeks.map(({ number }) => number);
  return { week: Math.min(...numbers), throughWeek: Math.max(...numbers) };
}
