import { describe, expect, test } from 'vitest';
import { checkRange, formatDecimal, parseDecimal } from './parse-decimal.ts';

describe('parseDecimal', () => {
  test.each([
    ['16', 16],
    [' 62.5 ', 62.5],
    ['62,5', 62.5],
    ['.5', 0.5],
    ['−2', -2],
    ['-2', -2],
  ])('reads %j', (text, value) => {
    expect(parseDecimal(text)).toBe(value);
  });
  test.each(['', 'ten', '1.2.3', '1e5', '16 kg', '--2', 'Infinity', 'NaN'])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeNull();
  });
});

describe('checkRange', () => {
  test('says the allowed range with its unit', () => {
    expect(checkRange(500, { min: 10, max: 120, unit: 'minutes' })).toBe('Between 10 and 120 minutes.');
    expect(checkRange(null, { min: 10, max: 120 })).toBe('Between 10 and 120.');
    expect(checkRange(-1, { min: 0 })).toBe('At least 0.');
  });
  test('lets both bounds stand', () => {
    expect(checkRange(10, { min: 10, max: 120 })).toBeNull();
    expect(checkRange(120, { min: 10, max: 120 })).toBeNull();
  });
});

test('a number is shown with a real minus and at most two decimals', () => {
  expect(formatDecimal(-2.505)).toBe('−2.5');
  expect(formatDecimal(62.5)).toBe('62.5');
});
