import { convertLoad, type Load } from '../load.ts';

/** Whether one load is lighter than another, in whatever units they were typed. */
export function isLighter(one: Load, other: Load): boolean {
  return one.hundredths < convertLoad(other, one.unit).hundredths;
}
