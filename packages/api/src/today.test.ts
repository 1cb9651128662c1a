import { expect, test } from 'vitest';
import { findToday } from './today.ts';

test('T01 a clock change does not move a date: 03:30 that never strikes in Helsinki is still the 29th', () => {
  const dates = ['2026-03-28T21:59:59Z', '2026-03-28T22:00:00Z', '2026-03-29T01:30:00Z', '2026-03-29T20:59:59Z'].map(
    (instant) => findToday('Europe/Helsinki', new Date(instant)),
  );
  expect(dates).toEqual(['2026-03-28', '2026-03-29', '2026-03-29', '2026-03-29']);
  // The day has 23 hours.
  expect(findToday('Europe/Helsinki', new Date('2026-03-29T21:00:00Z'))).toBe('2026-03-30');
});

test('the client’s zone decides what today is', () => {
  const now = new Date('2026-03-19T23:30:00Z');
  expect(findToday('Europe/Berlin', now)).toBe('2026-03-20');
  expect(findToday('America/New_York', now)).toBe('2026-03-19');
});
