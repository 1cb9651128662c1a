import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dateOfDayNumber,
  dayNumberOf,
  daysBetween,
  mondayOf,
  parsePlainDate,
  weekdayOf,
} from './plain-date.ts';

const dayNumbers = fc.integer({ min: -719_162, max: 2_932_896 });

describe('parsePlainDate', () => {
  test.each(['2026-03-19', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(parsePlainDate(text)).toBe(text);
  });
  test.each([
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-04-00',
    '0000-01-01',
    '2026-3-9',
    '2026-03-19T00:00',
    ' 2026-03-19',
    '2026-03-19\n',
    '20260319',
    '',
    '-001-01-01',
  ])('refuses %j', (text) => {
    expect(parsePlainDate(text)).toBeUndefined();
  });
});

describe('day arithmetic', () => {
  test('counts from 1970-01-01, a Thursday', () => {
    expect(dayNumberOf('1970-01-01')).toBe(0);
    expect(weekdayOf('1970-01-01')).toBe('thu');
    expect(dateOfDayNumber(-1)).toBe('1969-12-31');
  });
  test('seven days across the change of clocks are seven days', () => {
    expect(daysBetween('2026-03-23', '2026-03-30')).toBe(7);
  });
  test('crosses leap days, months and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });
  test('finds the Monday of a week', () => {
    expect(mondayOf('2026-10-18')).toBe('2026-10-12');
    expect(mondayOf('2026-10-12')).toBe('2026-10-12');
    expect(weekdayOf('2026-10-18')).toBe('sun');
  });
  test('throws on what was never parsed', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => dateOfDayNumber(0.5)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });

  test('law: the day number of a date names that date again', () => {
    fc.assert(fc.property(dayNumbers, (day) => dayNumberOf(dateOfDayNumber(day)) === day));
  });
  test('law: every date made is a date that parses', () => {
    fc.assert(fc.property(dayNumbers, (day) => parsePlainDate(dateOfDayNumber(day)) !== undefined));
  });
  test('law: adding the days between two dates leads from one to the other', () => {
    fc.assert(
      fc.property(dayNumbers, dayNumbers, (a, b) => {
        const [from, to] = [dateOfDayNumber(a), dateOfDayNumber(b)];
        return addDays(from, daysBetween(from, to)) === to;
      }),
    );
  });
  test('law: later dates sort later as text', () => {
    fc.assert(fc.property(dayNumbers, dayNumbers, (a, b) => a < b === dateOfDayNumber(a) < dateOfDayNumber(b)));
  });
  test('law: a Monday is at most six days back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        const date = dateOfDayNumber(day);
        const back = daysBetween(mondayOf(date), date);
        return weekdayOf(mondayOf(date)) === 'mon' && back >= 0 && back <= 6;
      }),
    );
  });
});
