import { describe, expect, test } from 'vitest';
import { splitBlocks } from './split-blocks.ts';

describe('splitBlocks', () => {
  test.each([
    [4, [4]],
    [6, [6]],
    [8, [4, 4]],
    [9, [5, 4]],
    [10, [5, 5]],
    [11, [6, 5]],
    [12, [6, 6]],
    [13, [5, 4, 4]],
    [14, [5, 5, 4]],
    [16, [6, 5, 5]],
    [19, [5, 5, 5, 4]],
    [24, [6, 6, 6, 6]],
  ])('%i weeks', (weeks, lengths) => {
    expect(splitBlocks(weeks)).toEqual(lengths);
  });

  test.each([1, 3, 7])('%i weeks have no cut into blocks of four to six', (weeks) => {
    expect(splitBlocks(weeks)).toBeUndefined();
  });

  test('every cut from 8 weeks to 52 adds up and stays within four to six', () => {
    for (let weeks = 8; weeks <= 52; weeks += 1) {
      const lengths = splitBlocks(weeks) ?? [];
      expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(weeks);
      expect(lengths.every((length) => length >= 4 && length <= 6)).toBe(true);
    }
  });

  test('a wish for four weeks is met where it divides', () => {
    expect(splitBlocks(12, 4)).toEqual([4, 4, 4]);
  });

  test('a block moves so as not to start in a frozen week', () => {
    expect(splitBlocks(14, 6, (firstWeek) => firstWeek !== 7)).toEqual([6, 4, 4]);
  });

  test('where every cut starts in a frozen week, it is the even one', () => {
    expect(splitBlocks(14, 6, () => true)).toEqual(splitBlocks(14));
  });
});
