import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertLoad, formatLoad, type Load } from './load.ts';

const kg = (hundredths: number): Load => ({ hundredths, unit: 'kg' });
const lb = (hundredths: number): Load => ({ hundredths, unit: 'lb' });
const hundredths = fc.integer({ min: 0, max: 45_000 });

describe('formatLoad', () => {
  test.each([
    [kg(6250), '62.5 kg'],
    [kg(6000), '60 kg'],
    [kg(125), '1.25 kg'],
    [lb(13_500), '135 lb'],
    [kg(0), '0 kg'],
    [kg(5), '0.05 kg'],
  ])('%o reads %s', (load, text) => {
    expect(formatLoad(load)).toBe(text);
  });

  test('a unit switch shows 62.5 kg as 137.8 lb and leaves the stored load alone (L06)', () => {
    const stored = kg(6250);
    expect(formatLoad(stored, 'lb')).toBe('137.8 lb');
    expect(stored).toEqual(kg(6250));
  });
});

describe('convertLoad', () => {
  test('uses the exact pound', () => {
    expect(convertLoad(lb(10_000), 'kg')).toEqual(kg(4536));
    expect(convertLoad(kg(6250), 'lb')).toEqual(lb(13_779));
  });
  test('law: the same unit gives the same load', () => {
    fc.assert(fc.property(hundredths, (h) => convertLoad(kg(h), 'kg').hundredths === h));
  });
  test('law: kilograms come back from pounds unchanged', () => {
    fc.assert(fc.property(hundredths, (h) => convertLoad(convertLoad(kg(h), 'lb'), 'kg').hundredths === h));
  });
  test('law: a heavier load is never lighter in another unit', () => {
    fc.assert(
      fc.property(hundredths, hundredths, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        return convertLoad(lb(low), 'kg').hundredths <= convertLoad(lb(high), 'kg').hundredths;
      }),
    );
  });
});
