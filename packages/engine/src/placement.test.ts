import { describe, expect, test } from 'vitest';
import { goldenWeeks, readWeek } from './golden/golden-weeks.ts';
import { type PlacementInput, placeStrength } from './placement.ts';
import { suggestRepairs } from './suggest-repairs.ts';
import type { Weekday } from './vocabulary.ts';

const place = (letters: string, more: Partial<PlacementInput> = {}) =>
  placeStrength({ week: readWeek(letters), sessions: 2, ...more });

const verdictOn = (day: Weekday, letters: string, more: Partial<PlacementInput> = {}) => {
  const verdict = place(letters, more).days.find((one) => one.day === day);
  if (!verdict) throw new Error(`No verdict for ${day}`);
  return verdict;
};

const codesOn = (day: Weekday, letters: string, more: Partial<PlacementInput> = {}) =>
  verdictOn(day, letters, more).reasons.map(({ code }) => code);

describe('golden weeks', () => {
  test.each(goldenWeeks)('$id: $title', ({ week, tier, legal, place: expected }) => {
    const placement = place(week);
    expect(placement.tier).toBe(tier);
    expect(placement.legal).toEqual(legal);
    expect(placement.sessions).toEqual(expected);
  });

  test.each(goldenWeeks)('$id: repairs', ({ week, swap, downgrade }) => {
    const repairs = suggestRepairs({ week: readWeek(week), sessions: 2 });
    const firstSwap = repairs.find((repair) => repair.kind === 'swap');
    const firstDowngrade = repairs.find((repair) => repair.kind === 'downgrade');
    expect(firstSwap ? { days: firstSwap.days, gives: firstSwap.gives.tier } : null).toEqual(swap);
    expect(firstDowngrade ? { day: firstDowngrade.day, gives: firstDowngrade.gives.tier } : null).toEqual(downgrade);
  });
});

describe('legal days', () => {
  test('Sunday’s long run bars Monday round the week’s end (A07)', () => {
    expect(place('EESREEL').legal).toEqual(['thu', 'fri', 'sat']);
    expect(verdictOn('mon', 'EESREEL').reasons[0]).toEqual({
      code: 'AFTER_LONG',
      rule: 'S22',
      data: { day: 'mon', runDay: 'sun', run: 'long', week: 'previous' },
    });
  });

  test('Monday’s speed bars Sunday round the week’s end', () => {
    expect(codesOn('sun', 'SEEEEEE')).toEqual(['BEFORE_SPEED']);
  });

  test('the real neighbours replace the wrap', () => {
    expect(codesOn('mon', 'EESREEL', { before: 'easy', after: 'easy' })).toContain('CHOSEN_FULL');
    expect(codesOn('mon', 'EESRELR', { before: 'long', after: 'easy' })).toEqual(['AFTER_LONG']);
    expect(codesOn('sun', 'EESREER', { before: 'rest', after: 'tempo' })).toEqual(['BEFORE_SPEED']);
  });

  test('threshold, tempo, intervals, hills and race pace bar as speed does (A09)', () => {
    for (const kind of ['threshold', 'tempo', 'interval', 'hills', 'race_pace'] as const) {
      const placement = placeStrength({ week: readWeek('EESRELR').with(2, kind), sessions: 2 });
      expect(placement.legal, kind).toEqual(['mon', 'thu', 'fri']);
      expect(placement.days[1]?.reasons[0]?.data.run).toBe(kind);
    }
  });

  test('a race bars the day before, itself and the day after (R04)', () => {
    const placement = place('EEEEEXE');
    expect(placement.legal).toEqual(['mon', 'tue', 'wed', 'thu']);
    expect([4, 5, 6].map((day) => placement.days[day]?.reasons[0]?.code)).toEqual([
      'BEFORE_RACE',
      'ON_RACE',
      'AFTER_RACE',
    ]);
    expect(codesOn('mon', 'EEEEEEX')).toEqual(['AFTER_RACE']);
  });

  test('a refused day carries every reason, each naming its run', () => {
    expect(verdictOn('wed', 'ELESEEE', { unavailable: ['wed'] }).reasons).toEqual([
      { code: 'AFTER_LONG', rule: 'S22', data: { day: 'wed', runDay: 'tue', run: 'long', week: 'this' } },
      { code: 'BEFORE_SPEED', rule: 'S24', data: { day: 'wed', runDay: 'thu', run: 'speed', week: 'this' } },
      { code: 'UNAVAILABLE', rule: 'AVAILABILITY', data: { day: 'wed' } },
    ]);
    expect(codesOn('tue', 'ESSEEEE')).toEqual(['ON_SPEED', 'BEFORE_SPEED']);
  });

  test('a reason quotes the coach’s words for the run', () => {
    const notes = [undefined, undefined, '6 × 800 m'];
    expect(verdictOn('tue', 'EESRELR', { notes }).reasons[0]?.data).toEqual({
      day: 'tue',
      runDay: 'wed',
      run: 'speed',
      week: 'this',
      note: '6 × 800 m',
    });
  });

  test('strength never lands on an unavailable day', () => {
    const placement = place('EESRELR', { unavailable: ['mon'] });
    expect(placement.tier).toBe('T1');
    expect(placement.sessions.map(({ day }) => day)).toEqual(['thu', 'fri']);
    expect(place('EEEEEEE', { unavailable: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] }).tier).toBe('T6');
  });
});

describe('choice', () => {
  test('says why Monday and Thursday were chosen and why Friday was not', () => {
    const { days } = place('EESRELR');
    expect(days[0]?.reasons[0]).toMatchObject({
      code: 'CHOSEN_FULL',
      data: { other: 'thu', gap: 3, decidedBy: 'gap', lastHardDay: 'sat', nextHardDay: 'wed', daysToHard: 2 },
    });
    expect(days[3]?.reasons[0]).toMatchObject({
      code: 'CHOSEN_FULL',
      data: { other: 'mon', decidedBy: 'before_long' },
    });
    expect(days[4]).toMatchObject({
      legal: true,
      placed: null,
      reasons: [{ code: 'UNUSED_BEFORE_LONG', rule: 'S28' }],
    });
  });

  test('notes an easy run and a run-free day', () => {
    expect(codesOn('mon', 'EESRELR')).toContain('WITH_EASY_RUN');
    expect(codesOn('thu', 'EESRELR')).toContain('ON_RUN_FREE_DAY');
  });

  test('keeps one day with neither run nor strength where it can', () => {
    // Tuesday and Friday lie as far apart, but Friday is the only run-free day.
    expect(place('EEEEREL').sessions.map(({ day }) => day)).toEqual(['tue', 'thu']);
    expect(codesOn('fri', 'EEEEREL')).toEqual(['UNUSED_FREE_DAY']);
    // Wednesday's only partner with a day between and without that day is Saturday, before the long run.
    expect(verdictOn('wed', 'EEEEREL').reasons[0]).toMatchObject({
      code: 'UNUSED_BEFORE_LONG',
      data: { bestWith: 'sat', against: 'partner' },
    });
  });

  test('on consecutive days the one before the long run is the reduced one, else the later', () => {
    expect(place('EESEELE', { unavailable: ['mon'] }).sessions).toEqual([
      { day: 'thu', load: 'full' },
      { day: 'fri', load: 'reduced' },
    ]);
    expect(place('EEEELSS', { before: 'easy', after: 'easy', unavailable: ['mon', 'tue'] }).sessions).toEqual([
      { day: 'wed', load: 'full' },
      { day: 'thu', load: 'reduced' },
    ]);
    // Sunday and Monday are neighbours round the week's end.
    expect(place('EESSSSE').sessions).toEqual([
      { day: 'mon', load: 'full' },
      { day: 'sun', load: 'reduced' },
    ]);
    expect(codesOn('fri', 'EESEELE', { unavailable: ['mon'] })).toEqual([
      'CHOSEN_REDUCED',
      'W_BEFORE_LONG',
      'WITH_EASY_RUN',
    ]);
  });

  test('one wanted session takes the best day and is no shortfall', () => {
    const placement = place('EESRELR', { sessions: 1 });
    expect(placement.tier).toBe('T0');
    expect(placement.sessions).toEqual([{ day: 'mon', load: 'full' }]);
    expect(placement.warnings).toEqual([]);
    expect(codesOn('thu', 'EESRELR', { sessions: 1 })).toEqual(['UNUSED_LATER']);
    expect(codesOn('fri', 'EESRELR', { sessions: 1 })).toEqual(['UNUSED_BEFORE_LONG']);
    expect(place('SRSRSLR', { sessions: 1 }).tier).toBe('T5');
  });

  test.each([
    ['EESRELR', []],
    ['RSESRLR', ['W_BEFORE_SPEED_LIGHT']],
    ['SRSRSLR', ['W_NO_LEGAL_DAY']],
    ['SSSSSSS', ['E_WEEK_FULL']],
    ['LELELEE', ['W_AFTER_LONG_LIGHT']],
    ['SSSSSSL', ['E_WEEK_FULL']],
    ['SSSSSEL', ['W_ONE_SESSION']],
  ])('%s warns %j', (letters, codes) => {
    expect(place(letters).warnings.map(({ code }) => code)).toEqual(codes);
  });

  test('a week of another length is a bug', () => {
    expect(() => place('EEEEEE')).toThrow(RangeError);
  });
});
