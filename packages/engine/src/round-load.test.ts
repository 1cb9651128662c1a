import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxLoadHundredths } from './load.ts';
import { findImplement, loadStepOf, lowerLoad, raiseLoad, roundLoad } from './round-load.ts';

const arbitraryStep = fc.constantFrom(200, 250, 400, 500, 1000);
const arbitraryLoad = fc
  .integer({ min: 1, max: maxLoadHundredths })
  .map((hundredths) => ({ hundredths, unit: 'kg' as const }));
const arbitraryPercent = fc.integer({ min: 1, max: 1000 }).map((hundredths) => hundredths / 100);

describe('laws', () => {
  test('a rise rises by whole steps and by no more than the most allowed', () => {
    fc.assert(
      fc.property(arbitraryLoad, arbitraryPercent, arbitraryStep, (load, percent, step) => {
        const raised = raiseLoad(load, percent, step, 10);
        if (raised === null) return;
        expect(raised.hundredths).toBeGreaterThan(load.hundredths);
        expect(raised.hundredths % step).toBe(0);
        expect(raised.hundredths * 10).toBeLessThanOrEqual(load.hundredths * 11);
      }),
    );
  });

  test('no rise means that even one step is more than is allowed, or past the heaviest load', () => {
    fc.assert(
      fc.property(arbitraryLoad, arbitraryPercent, arbitraryStep, (load, percent, step) => {
        fc.pre(raiseLoad(load, percent, step, 10) === null);
        const next = (Math.floor(load.hundredths / step) + 1) * step;
        expect(next * 10 > load.hundredths * 11 || next > maxLoadHundredths).toBe(true);
      }),
    );
  });

  test('a cut cuts by whole steps, down to one step', () => {
    fc.assert(
      fc.property(arbitraryLoad, arbitraryPercent, arbitraryStep, (load, percent, step) => {
        const lowered = lowerLoad(load, percent, step);
        if (load.hundredths <= step) expect(lowered).toEqual(load);
        else {
          expect(lowered.hundredths).toBeLessThan(load.hundredths);
          expect(lowered.hundredths).toBeGreaterThanOrEqual(step);
          expect(lowered.hundredths % step).toBe(0);
        }
      }),
    );
  });

  test('rounding is at most half a step away and rounds to itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 90_000 }), arbitraryStep, (hundredths, step) => {
        const rounded = roundLoad({ hundredths, unit: 'kg' }, step);
        expect(Math.abs(rounded.hundredths - hundredths) * 2).toBeLessThanOrEqual(step);
        expect(roundLoad(rounded, step)).toEqual(rounded);
      }),
    );
  });
});

test('a load typed in kilograms is rounded to pounds where the client lifts pounds', () => {
  expect(roundLoad({ hundredths: 6000, unit: 'kg' }, 500, 'lb')).toEqual({ hundredths: 13_000, unit: 'lb' });
});

test('the implement is the first item that carries a load', () => {
  expect(findImplement(['bench', 'dumbbells'])).toBe('dumbbell');
  expect(findImplement(['smith'])).toBe('bar');
  expect(findImplement(['mat', 'band'])).toBeUndefined();
});

test.each([
  ['bar', 'kg', 250],
  ['bar', 'lb', 500],
  ['dumbbell', 'kg', 200],
  ['dumbbell', 'lb', 500],
  ['kettlebell', 'kg', 400],
  ['kettlebell', 'lb', 1000],
  ['stack', 'kg', 500],
  ['stack', 'lb', 1000],
] as const)('a %s in %s changes by %i hundredths', (implement, unit, step) => {
  expect(loadStepOf(implement, unit)).toBe(step);
});

test.each([
  ['barbell', 'bar'],
  ['trap_bar', 'bar'],
  ['smith', 'bar'],
  ['dumbbells', 'dumbbell'],
  ['kettlebell', 'kettlebell'],
  ['leg_curl_machine', 'stack'],
  ['calf_machine', 'stack'],
  ['cable', 'stack'],
] as const)('%s is a %s', (item, implement) => {
  expect(findImplement([item])).toBe(implement);
});

const kilos = (hundredths: number) => ({ hundredths, unit: 'kg' as const });
/** A rack of dumbbells with a gap. */
const rack = [500, 1000, 1500, 2500];

describe('what a load is rounded to', () => {
  test.each([
    // Ties go down; never below the lightest.
    [1100, 200, 1000],
    [1101, 200, 1200],
    [1099, 200, 1000],
    [50, 200, 200],
    [0, 200, 200],
    [maxLoadHundredths, 300, 99_900],
    [maxLoadHundredths, 700, 99_400],
    [1250, rack, 1000],
    [1251, rack, 1500],
    [2000, rack, 1500],
    [2001, rack, 2500],
    [9000, rack, 2500],
    [100, rack, 500],
  ] as const)('%i by %j is %i', (from, loadable, to) => {
    expect(roundLoad(kilos(from), loadable)).toEqual(kilos(to));
  });

  test('an empty rack is a bug', () => {
    expect(() => roundLoad(kilos(1000), [])).toThrow(new RangeError('Nothing to load'));
  });
});

describe('a rise', () => {
  test.each([
    // load, percent, loadable, most percent, the new load
    [4000, 5, 200, 10, 4200],
    [4000, 7.5, 200, 10, 4200],
    [4000, 7.6, 200, 10, 4400],
    // Rounds to no change: one step, if it is no more than the most.
    [4000, 1, 200, 10, 4200],
    [2000, 1, 200, 10, 2200],
    [1999, 1, 200, 10, 2000],
    [1800, 1, 200, 10, null],
    // Rounds past the most: one step.
    [2100, 10, 400, 10, null],
    [4000, 12, 200, 10, 4400],
    [4000, 13, 200, 10, 4200],
    [1000, 5, rack, 50, 1500],
    [1000, 5, rack, 49, null],
    [1200, 10, rack, 25, 1500],
    [2500, 5, rack, 50, null],
    [maxLoadHundredths, 5, 200, 10, null],
    [maxLoadHundredths - 200, 5, 200, 10, maxLoadHundredths],
  ] as const)('of %i by %f percent in steps of %j, at most %i percent, is %s', (from, percent, loadable, most, to) => {
    expect(raiseLoad(kilos(from), percent, loadable, most)).toEqual(to === null ? null : kilos(to));
  });
});

describe('a cut', () => {
  test.each([
    [4000, 10, 200, 3600],
    [4000, 1, 200, 3800],
    [4100, 1, 200, 4000],
    [4000, 99, 200, 200],
    [200, 10, 200, 200],
    [150, 10, 200, 150],
    [300, 10, 200, 200],
    [2500, 1, rack, 1500],
    [1500, 10, rack, 1000],
    [1700, 10, rack, 1500],
    [500, 10, rack, 500],
    [400, 10, rack, 400],
    [600, 10, rack, 500],
  ] as const)('of %i by %i percent in steps of %j is %i', (from, percent, loadable, to) => {
    expect(lowerLoad(kilos(from), percent, loadable)).toEqual(kilos(to));
  });
});
