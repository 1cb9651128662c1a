import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatLoad, type Load } from '../load.ts';
import { type Loadable, lowerLoad, raiseLoad, roundLoad } from '../round-load.ts';
import type { LoadUnit } from '../vocabulary.ts';
import { findLoadable } from './find-loadable.ts';

const load = (amount: number, unit: LoadUnit = 'kg'): Load => ({ hundredths: amount * 100, unit });
const small = findLoadable('bar', { unit: 'kg', smallestPlate: 125 });
const large = findLoadable('bar', { unit: 'kg', smallestPlate: 250 });
const pounds = findLoadable('bar', { unit: 'lb', smallestPlate: 250 });
const rack = findLoadable('dumbbell', { unit: 'kg', dumbbells: [400, 600, 800, 1000, 1250, 1500, 2000] });
const stack = findLoadable('stack', { unit: 'lb', stack: [1000, 2500, 4000, 5500, 7000] });
const maxPercent = 10;

interface LoadCase {
  readonly name: string;
  readonly source: string;
  readonly changed: Load | null;
  readonly expected: Load | null;
}

const cases: readonly LoadCase[] = [
  {
    name: 'L01 60 kg and 4 % with plates of 1.25 kg',
    source: 'rulebook 2.4, rounding',
    changed: raiseLoad(load(60), 4, small, maxPercent),
    expected: load(62.5),
  },
  {
    name: 'L02 42.5 kg and 2.5 % rounds to no change, so it takes one step of 5.9 %',
    source: 'rulebook 2.4, rounding',
    changed: raiseLoad(load(42.5), 2.5, small, maxPercent),
    expected: load(45),
  },
  {
    name: '60 kg and 4 % with nothing smaller than plates of 2.5 kg takes a step of 5 kg',
    source: 'rulebook 2.4: 2.5 kg plates make a step of 5 kg',
    changed: raiseLoad(load(60), 4, large, maxPercent),
    expected: load(65),
  },
  {
    name: '40 kg with plates of 2.5 kg has no step within 10 %, so a rep is added',
    source: 'rulebook 2.4, rounding',
    changed: raiseLoad(load(40), 4, large, maxPercent),
    expected: null,
  },
  {
    name: 'L04 135 lb and 5 % with plates of 2.5 lb',
    source: 'rulebook 2.4, rounding',
    changed: raiseLoad(load(135, 'lb'), 5, pounds, maxPercent),
    expected: load(140, 'lb'),
  },
  {
    name: 'L06 62.5 kg typed is 140 lb where pounds are loaded',
    source: 'rulebook 2.4, units',
    changed: roundLoad(load(62.5), pounds, 'lb'),
    expected: load(140, 'lb'),
  },
  {
    name: 'L10 20 kg less 5 % has to change the bar',
    source: 'rulebook 2.4, rounding',
    changed: lowerLoad(load(20), 5, small),
    expected: load(17.5),
  },
  {
    name: 'from dumbbells of 12.5 kg the next on the rack is a fifth heavier, so a rep is added',
    source: 'rulebook 2.4: dumbbells',
    changed: raiseLoad(load(12.5), 4, rack, maxPercent),
    expected: null,
  },
  {
    name: 'dumbbells of 20 kg less 5 % go to the next on the rack, however far',
    source: 'rulebook 2.4: a decrease that rounds to no change takes one step',
    changed: lowerLoad(load(20), 5, rack),
    expected: load(15),
  },
  {
    name: 'a stack of its own list has no 62 lb',
    source: 'rulebook 2.4: machine stack own list',
    changed: roundLoad(load(62, 'lb'), stack),
    expected: load(55, 'lb'),
  },
  {
    name: 'a tie on the list goes down',
    source: 'rulebook 2.4, ties down',
    changed: roundLoad(load(62.5, 'lb'), stack),
    expected: load(55, 'lb'),
  },
  {
    name: 'the lightest of the list stays',
    source: 'rulebook 2.4',
    changed: lowerLoad(load(10, 'lb'), 10, stack),
    expected: load(10, 'lb'),
  },
  {
    name: 'the heaviest of the list has nothing above it',
    source: 'rulebook 2.4',
    changed: raiseLoad(load(70, 'lb'), 4, stack, maxPercent),
    expected: null,
  },
];

describe('what can be loaded, golden cases', () => {
  test.each(cases)('$name ($source)', ({ changed, expected }) => {
    expect(changed).toEqual(expected);
  });

  test('L06 the stored load stays as it was typed and shows as 137.8 lb', () => {
    const stored = load(62.5);
    expect(formatLoad(stored, 'lb')).toBe('137.8 lb');
    expect(stored).toEqual(load(62.5));
  });

  test('without a list the usual steps hold', () => {
    expect(findLoadable('stack', { unit: 'kg', stack: [] })).toBe(500);
    expect(findLoadable('kettlebell', { unit: 'kg' })).toBe(400);
    expect(findLoadable('bar', { unit: 'lb' })).toBe(500);
  });

  test('what is owned is what there is, each implement its own', () => {
    const owned = { unit: 'kg', dumbbells: [500], kettlebells: [800, 1200], stack: [1500] } as const;
    expect(findLoadable('dumbbell', owned)).toEqual([500]);
    expect(findLoadable('kettlebell', owned)).toEqual([800, 1200]);
    expect(findLoadable('stack', owned)).toEqual([1500]);
  });
});

describe('laws', () => {
  const arbitraryLoad = fc.integer({ min: 100, max: 40_000 }).map((hundredths): Load => ({ hundredths, unit: 'kg' }));
  const arbitraryList: fc.Arbitrary<Loadable> = fc
    .uniqueArray(fc.integer({ min: 1, max: 160 }), { minLength: 1, maxLength: 12 })
    .map((weights) => weights.sort((one, other) => one - other).map((weight) => weight * 250));
  const arbitraryPercent = fc.integer({ min: 1, max: 1000 }).map((hundredths) => hundredths / 100);
  const isThere = (loadable: Loadable, { hundredths }: Load) =>
    typeof loadable !== 'number' && loadable.includes(hundredths);

  test('every changed load is on the list, and a change is a change', () => {
    fc.assert(
      fc.property(arbitraryLoad, arbitraryList, arbitraryPercent, (from, list, percent) => {
        const raised = raiseLoad(from, percent, list, maxPercent);
        if (raised) {
          expect(isThere(list, raised)).toBe(true);
          expect(raised.hundredths).toBeGreaterThan(from.hundredths);
          expect(raised.hundredths * 10).toBeLessThanOrEqual(from.hundredths * 11);
        }
        const lowered = lowerLoad(from, percent, list);
        if (lowered.hundredths !== from.hundredths) {
          expect(isThere(list, lowered)).toBe(true);
          expect(lowered.hundredths).toBeLessThan(from.hundredths);
        }
        expect(isThere(list, roundLoad(from, list))).toBe(true);
      }),
    );
  });

  test('a list of even steps loads as the step does', () => {
    fc.assert(
      fc.property(arbitraryLoad, arbitraryPercent, fc.constantFrom(200, 250, 500), (from, percent, step) => {
        const list = Array.from({ length: Math.floor(100_000 / step) }, (_, index) => (index + 1) * step);
        expect(raiseLoad(from, percent, list, maxPercent)).toEqual(raiseLoad(from, percent, step, maxPercent));
        expect(lowerLoad(from, percent, list)).toEqual(lowerLoad(from, percent, step));
        expect(roundLoad(from, list)).toEqual(roundLoad(from, step));
      }),
      { numRuns: 40 },
    );
  });
});
