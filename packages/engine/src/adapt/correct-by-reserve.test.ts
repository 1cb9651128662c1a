import { expect, test } from 'vitest';
import { inKg, lifter } from '../testing/exercise-logs.ts';
import { correctDown, correctionOf } from './correct-by-reserve.ts';

const date = '2026-03-02';

test.each([
  // 2.5 % a rep, from −10 to +5.
  [2, 2, 0],
  [2, 3, 2.5],
  [2, 2.5, 1.25],
  [2, 4, 5],
  [2, 5, 5],
  [2, 1, -2.5],
  [4, 0, -10],
  [5, 0, -10],
  // Above five nobody can tell.
  [4, 9, 2.5],
  [null, 3, 0],
  [2, null, 0],
])('a reserve of %s asked for and %s left is %f percent', (target, reserve, percent) => {
  expect(correctionOf(target, reserve, date, lifter)).toBe(percent);
});

test('half of it for two weeks from the first report', () => {
  const on = (reservesSince: string | null) => correctionOf(2, 4, date, { ...lifter, reservesSince });
  expect(on('2026-02-16')).toBe(5);
  expect(on('2026-02-17')).toBe(2.5);
  expect(on(null)).toBe(2.5);
});

test('a whole rep short is a step at least; less only where it rounds to one', () => {
  expect(correctDown(inKg(20), 2.5, lifter)).toEqual(inKg(17.5));
  expect(correctDown(inKg(20), 2.4, lifter)).toEqual(inKg(20));
  expect(correctDown(inKg(100), 1.25, lifter)).toEqual(inKg(97.5));
  expect(correctDown(inKg(100), 1.24, lifter)).toEqual(inKg(100));
  expect(correctDown(inKg(102), 1.25, lifter)).toEqual(inKg(100));
  // Rounding alone never raises it.
  expect(correctDown(inKg(99), 0.1, lifter)).toEqual(inKg(99));
});
