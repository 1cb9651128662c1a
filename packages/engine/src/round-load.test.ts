import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxLoadHundredths } from './load.ts';
import { findImplement, lowerLoad, raiseLoad, roundLoad } from './round-load.ts';

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
