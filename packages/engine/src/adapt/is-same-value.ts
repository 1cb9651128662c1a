import type { ChangeValue } from './proposed-change.ts';

/** Whether two values are the same as they stand; a load in another unit is another value. */
export function isSameValue(one: ChangeValue, other: ChangeValue): boolean {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return one === other;
  return one.hundredths === other.hundredths && one.unit === other.unit;
}
