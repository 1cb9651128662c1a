import { describe, expect, test } from 'vitest';
import { defaultParameters } from './parse-parameters.ts';
import type { Race } from './profile.ts';
import { describeRace, findBRace, findRaceAgainstNew, findRaceLimit, listDatedRaces } from './race-limits.ts';
import type { RaceDistance } from './vocabulary.ts';

const race = (date: string, distance: RaceDistance = '10k', priority: Race['priority'] = 'B'): Race => ({
  date,
  distance,
  priority,
});
const today = 20_605;
/** A race so many days from today; negative ones are past. */
const raceIn = (days: number, distance: RaceDistance, priority: Race['priority'] = 'B') => ({
  race: race('2026-06-01', distance, priority),
  dayNumber: today + days,
});
const limitBefore = (days: number, distance: RaceDistance, priority: Race['priority'] = 'B') =>
  findRaceLimit(today, [raceIn(days, distance, priority)], defaultParameters);

test('races come by date, with their days', () => {
  expect(listDatedRaces([race('1970-02-01'), race('1970-01-02')])).toEqual([
    { race: race('1970-01-02'), dayNumber: 1 },
    { race: race('1970-02-01'), dayNumber: 31 },
  ]);
});

describe('what a race leaves of a day', () => {
  test.each([
    // Nothing the day before; nothing heavy in the days before that, by distance.
    ['10k', 1, 'none', 'RACE_DAYS_OFF', 'RACE_WEEK', {}],
    ['10k', 2, 'light', 'RACE_NO_HEAVY', 'RACE_WEEK', { min: 5 }],
    ['10k', 4, 'light', 'RACE_NO_HEAVY', 'RACE_WEEK', { min: 5 }],
    ['5k', 3, 'light', 'RACE_NO_HEAVY', 'RACE_WEEK', { min: 4 }],
    ['half', 6, 'light', 'RACE_NO_HEAVY', 'RACE_WEEK', { min: 7 }],
    ['marathon', 9, 'light', 'RACE_NO_HEAVY', 'RACE_WEEK', { min: 10 }],
    ['ultra', 9, 'light', 'RACE_NO_HEAVY', 'RACE_WEEK', { min: 10 }],
    // After it first nothing, then nothing heavy.
    ['5k', -1, 'none', 'AFTER_RACE_DAY_OFF', 'AFTER_RACE', {}],
    ['10k', -1, 'none', 'AFTER_RACE_DAY_OFF', 'AFTER_RACE', {}],
    ['10k', -2, 'light', 'AFTER_RACE_NO_HEAVY', 'AFTER_RACE', { max: 2 }],
    ['half', -2, 'none', 'AFTER_RACE_DAY_OFF', 'AFTER_RACE', {}],
    ['half', -3, 'light', 'AFTER_RACE_NO_HEAVY', 'AFTER_RACE', { max: 4 }],
    ['half', -4, 'light', 'AFTER_RACE_NO_HEAVY', 'AFTER_RACE', { max: 4 }],
    ['marathon', -3, 'none', 'AFTER_RACE_DAY_OFF', 'AFTER_RACE', {}],
    ['marathon', -10, 'light', 'AFTER_RACE_NO_HEAVY', 'AFTER_RACE', { max: 10 }],
    ['ultra', -4, 'none', 'AFTER_RACE_DAY_OFF', 'AFTER_RACE', {}],
    ['ultra', -14, 'light', 'AFTER_RACE_NO_HEAVY', 'AFTER_RACE', { max: 14 }],
  ] as const)('%s in %i days: %s', (distance, days, most, code, rule, more) => {
    expect(limitBefore(days, distance)).toEqual({
      most,
      reason: { code, rule, data: { race: '2026-06-01', distance, days: Math.abs(days), ...more } },
      taper: null,
    });
  });

  test.each([
    ['5k', 4],
    ['10k', 5],
    ['half', 7],
    ['marathon', 10],
    // Race day is barred by its run.
    ['10k', 0],
    ['5k', -2],
    ['10k', -3],
    ['half', -5],
    ['marathon', -11],
    ['ultra', -15],
  ] as const)('%s in %i days: all of it', (distance, days) => {
    expect(limitBefore(days, distance)).toEqual({ most: 'full', reason: null, taper: null });
  });

  test('before an A race two days hold nothing, and two weeks are its taper', () => {
    expect(limitBefore(2, '10k', 'A')).toMatchObject({ most: 'none', reason: { code: 'RACE_DAYS_OFF' } });
    expect(limitBefore(3, '10k', 'A')).toMatchObject({ most: 'light', reason: { code: 'RACE_NO_HEAVY' } });
    const dated = raceIn(14, '10k', 'A');
    expect(findRaceLimit(today, [dated], defaultParameters)).toEqual({ most: 'full', reason: null, taper: dated });
    expect(limitBefore(15, '10k', 'A').taper).toBeNull();
    expect(limitBefore(0, '10k', 'A').taper).toBeNull();
    expect(limitBefore(-1, '10k', 'A').taper).toBeNull();
    expect(limitBefore(14, '10k', 'B').taper).toBeNull();
  });

  test('the strictest of several counts, of equals the first; the taper is the first one’s', () => {
    const after = { ...raceIn(-2, '10k'), race: race('2026-05-01') };
    const before = raceIn(1, '5k');
    expect(findRaceLimit(today, [after, before], defaultParameters)).toMatchObject({
      most: 'none',
      reason: { code: 'RACE_DAYS_OFF' },
    });
    expect(findRaceLimit(today, [before, after], defaultParameters)).toMatchObject({
      reason: { code: 'RACE_DAYS_OFF' },
    });
    expect(findRaceLimit(today, [after, raceIn(3, '5k')], defaultParameters)).toMatchObject({
      most: 'light',
      reason: { code: 'AFTER_RACE_NO_HEAVY', data: { race: '2026-05-01' } },
    });
    const [near, far] = [raceIn(8, '10k', 'A'), raceIn(12, 'half', 'A')];
    expect(findRaceLimit(today, [near, far], defaultParameters).taper).toBe(near);
  });
});

test('a B race leaves one session in its last six days', () => {
  const find = (days: number, priority: Race['priority'] = 'B') => findBRace(today, [raceIn(days, '10k', priority)]);
  expect([0, 1, 6, 7].map((days) => find(days) !== undefined)).toEqual([false, true, true, false]);
  expect(find(3, 'A')).toBeUndefined();
});

test('nothing new within three weeks of a race', () => {
  const find = (days: number) => findRaceAgainstNew(today, [raceIn(days, '10k')], defaultParameters);
  expect([-1, 0, 1, 21, 22].map((days) => find(days) !== undefined)).toEqual([false, false, true, true, false]);
});

test('a reason names a race by its day and distance, or says nothing', () => {
  expect(describeRace(raceIn(3, 'half'))).toEqual({ race: '2026-06-01', distance: 'half' });
  expect(describeRace(null)).toEqual({});
  expect(describeRace(undefined)).toEqual({});
});
