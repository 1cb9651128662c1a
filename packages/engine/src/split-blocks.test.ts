import fc from 'fast-check';
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
    expect(splitBlocks(12, { weeks: 4 })).toEqual([4, 4, 4]);
  });

  test('a block moves so as not to start in a frozen week', () => {
    expect(splitBlocks(14, { isFrozen: (firstWeek) => firstWeek !== 7 })).toEqual([6, 4, 4]);
  });

  test('where every cut starts in a frozen week, it is the even one', () => {
    expect(splitBlocks(14, { isFrozen: () => true })).toEqual(splitBlocks(14));
  });

  test('a block begins where a season or a long gap asks for one, if nothing is frozen there', () => {
    expect(splitBlocks(12, { starts: new Set([5]) })).toEqual([4, 4, 4]);
    expect(splitBlocks(16, { starts: new Set([11]) })).toEqual([5, 5, 6]);
    expect(splitBlocks(12, { starts: new Set([5]), isFrozen: (firstWeek) => firstWeek === 5 })).toEqual([6, 6]);
  });

  test('is the best of all cuts, by search (law)', () => {
    const listCuts = (weeks: number): readonly (readonly number[])[] =>
      weeks === 0
        ? [[]]
        : [6, 5, 4].flatMap((length) =>
            length > weeks ? [] : listCuts(weeks - length).map((rest) => [length, ...rest]),
          );
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 30 }),
        fc.integer({ min: 4, max: 6 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }),
        fc.uniqueArray(fc.integer({ min: 2, max: 30 }), { maxLength: 4 }),
        (weeks, wished, frozen, starts) => {
          const firsts = (cut: readonly number[]) =>
            cut.map((_, index) => cut.slice(0, index).reduce((sum, length) => sum + length, 1));
          const measure = (cut: readonly number[]) => [
            firsts(cut).filter((first) => first > 1 && frozen.includes(first)).length,
            -firsts(cut).filter((first) => starts.includes(first)).length,
            cut.reduce((sum, length) => sum + Math.abs(length - wished), 0),
            cut.reduce((sum, length) => sum + length * length, 0),
          ];
          const cuts = listCuts(weeks).map((cut) => ({ cut, measure: measure(cut) }));
          const best = cuts.sort((one, other) => {
            const at = one.measure.findIndex((value, index) => value !== other.measure[index]);
            return at < 0 ? 0 : (one.measure[at] ?? 0) - (other.measure[at] ?? 0);
          })[0]?.cut;
          expect(
            splitBlocks(weeks, {
              weeks: wished,
              isFrozen: (first) => frozen.includes(first),
              starts: new Set(starts),
            }),
          ).toEqual(best);
        },
      ),
    );
  });
});
