import { describe, expect, test } from 'vitest';
import { formatClock, listRulerMarks, millisecondsToNextTick, readRest, sayDuration } from './rest-clock.ts';

const endsAt = 1_773_900_000_000;

describe('readRest', () => {
  test('counts the running second until it is over', () => {
    expect(readRest(endsAt, 180, endsAt - 108_000).clock).toBe('1:48');
    expect(readRest(endsAt, 180, endsAt - 107_001).clock).toBe('1:48');
    expect(readRest(endsAt, 180, endsAt - 107_000).clock).toBe('1:47');
  });
  test('is over at the end time and stays so', () => {
    expect(readRest(endsAt, 180, endsAt - 1)).toMatchObject({ secondsLeft: 1, isOver: false });
    expect(readRest(endsAt, 180, endsAt)).toMatchObject({ secondsLeft: 0, isOver: true, shareDone: 1, clock: '0:00' });
    expect(readRest(endsAt, 180, endsAt + 3_600_000)).toMatchObject({ secondsLeft: 0, isOver: true });
  });
  test('shows at most the whole rest when the clock is behind', () => {
    expect(readRest(endsAt, 180, endsAt - 7_200_000)).toMatchObject({ secondsLeft: 180, shareDone: 0 });
  });
  test('is the same before and after a reload: only the end time counts', () => {
    const before = readRest(endsAt, 180, endsAt - 42_500);
    expect(readRest(endsAt, 180, endsAt - 42_500)).toEqual(before);
    expect(before.secondsLeft).toBe(43);
  });
  test('30 s more move the end and the whole alike', () => {
    const now = endsAt - 10_000;
    expect(readRest(endsAt + 30_000, 210, now).secondsLeft).toBe(readRest(endsAt, 180, now).secondsLeft + 30);
  });
});

test('the next tick falls on the change of the shown second', () => {
  for (const before of [107_001, 107_000, 1, 999, 12_345]) {
    const now = endsAt - before;
    const wait = millisecondsToNextTick(endsAt, now);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(1000);
    const shown = readRest(endsAt, 180, now).secondsLeft;
    expect(readRest(endsAt, 180, now + wait - 1).secondsLeft).toBe(shown);
    expect(readRest(endsAt, 180, now + wait).secondsLeft).toBe(shown - 1);
  }
});

test('clocks and spoken durations', () => {
  expect([5, 60, 108, 600].map(formatClock)).toEqual(['0:05', '1:00', '1:48', '10:00']);
  expect([1, 45, 60, 108, 180].map(sayDuration)).toEqual([
    '1 second',
    '45 seconds',
    '1 minute',
    '1 minute 48',
    '3 minutes',
  ]);
});

describe('listRulerMarks', () => {
  const labels = (total: number) => listRulerMarks(total).flatMap(({ label }) => (label === undefined ? [] : [label]));
  test('three minutes: a mark every 5 s, the minutes labelled', () => {
    expect(listRulerMarks(180)).toHaveLength(37);
    expect(labels(180)).toEqual(['0', '1', '2', '3 min']);
  });
  test('a short rest is read in seconds', () => {
    expect(labels(45)).toEqual(['0', '15', '30', '45 s']);
  });
  test('no label runs into the one at the end', () => {
    expect(labels(125)).toEqual(['0', '1', '2:05 min']);
    expect(labels(50)).toEqual(['0', '15', '30', '50 s']);
  });
  test.each([5, 15, 45, 90, 150, 210, 300, 600])('%i s: marks rise and end at the end', (total) => {
    const places = listRulerMarks(total).map(({ at }) => at);
    expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
    expect(places.at(-1)).toBe(total);
    expect(places.length).toBeLessThanOrEqual(42);
  });
});
