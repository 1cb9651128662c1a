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

  test('days away are closed, and say why', () => {
    const off = [null, null, null, 'holiday', 'holiday', null, null] as const;
    expect(place('EEEEEEE', { off }).legal).toEqual(['mon', 'tue', 'wed', 'sat', 'sun']);
    expect(verdictOn('thu', 'EEEEEEE', { off }).reasons).toEqual([
      { code: 'TIME_OFF', rule: 'AVAILABILITY', data: { day: 'thu', kind: 'holiday' } },
    ]);
    expect(place('EEEEEEE', { off: ['sick', null, null, null, null, null, 'sick'] }).legal).toEqual([
      'tue',
      'wed',
      'thu',
      'fri',
      'sat',
    ]);
  });

  test('a week says how many days it should have', () => {
    expect(() => place('EEE')).toThrow('A week has 7 days, not 3');
  });

  test('a race on the Monday after bars the Sunday', () => {
    expect(place('EEEEEEE', { after: 'race' }).legal).not.toContain('sun');
    expect(place('EEEEEEE', { after: 'easy' }).legal).toContain('sun');
  });

  test('strength never lands on an unavailable day', () => {
    const placement = place('EESRELR', { unavailable: ['mon'] });
    expect(placement.tier).toBe('T1');
    expect(placement.sessions.map(({ day }) => day)).toEqual(['thu', 'fri']);
    expect(place('EEEEEEE', { unavailable: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] }).tier).toBe('T6');
  });
});

describe('refusals round the week’s end', () => {
  const reasonsOn = (day: Weekday, letters: string, more: Partial<PlacementInput>) =>
    verdictOn(day, letters, more).reasons.filter(({ code }) => /^(BEFORE|AFTER|ON)_[A-Z]+$/.test(code));

  test.each<[Weekday, string, Partial<PlacementInput>, object]>([
    [
      'mon',
      'EEEEEEX',
      {},
      { code: 'AFTER_RACE', rule: 'S22', data: { day: 'mon', runDay: 'sun', run: 'race', week: 'previous' } },
    ],
    [
      'sun',
      'XEEEEEE',
      {},
      { code: 'BEFORE_RACE', rule: 'S24', data: { day: 'sun', runDay: 'mon', run: 'race', week: 'next' } },
    ],
    [
      'mon',
      'EEEEEEE',
      { before: 'race' },
      { code: 'AFTER_RACE', rule: 'S22', data: { day: 'mon', runDay: 'sun', run: 'race', week: 'previous' } },
    ],
    [
      'sun',
      'EEEEEEE',
      { after: 'race' },
      { code: 'BEFORE_RACE', rule: 'S24', data: { day: 'sun', runDay: 'mon', run: 'race', week: 'next' } },
    ],
    [
      'sun',
      'EEEEEEX',
      {},
      { code: 'ON_RACE', rule: 'RACE_DAY', data: { day: 'sun', runDay: 'sun', run: 'race', week: 'this' } },
    ],
    [
      'sat',
      'EEEEELE',
      {},
      { code: 'ON_LONG', rule: 'S21', data: { day: 'sat', runDay: 'sat', run: 'long', week: 'this' } },
    ],
    [
      'wed',
      'EESEEEE',
      {},
      { code: 'ON_SPEED', rule: 'S23', data: { day: 'wed', runDay: 'wed', run: 'speed', week: 'this' } },
    ],
  ])('%s of %s with %j', (day, letters, more, expected) => {
    expect(reasonsOn(day, letters, more)).toEqual([expected]);
  });

  test('a real neighbour’s run has no words of this week', () => {
    const notes = ['10 × 400 m', undefined, undefined, undefined, undefined, undefined, '30 km'];
    expect(reasonsOn('mon', 'EEEEEEL', { notes })[0]?.data.note).toBe('30 km');
    expect(reasonsOn('sun', 'SEEEEEE', { notes })[0]?.data.note).toBe('10 × 400 m');
    expect(reasonsOn('mon', 'EEEEEEL', { notes, before: 'long' })[0]?.data).not.toHaveProperty('note');
    expect(reasonsOn('sun', 'SEEEEEE', { notes, after: 'speed' })[0]?.data).not.toHaveProperty('note');
    expect(reasonsOn('mon', 'EEEEEEL', { notes, after: 'easy' })[0]?.data.note).toBe('30 km');
    // A run of this week keeps them between any neighbours.
    const between = { notes, before: 'easy', after: 'easy' } as const;
    expect(reasonsOn('tue', 'LEEEEEE', between)[0]?.data.note).toBe('10 × 400 m');
    expect(reasonsOn('sat', 'EEEEEES', between)[0]?.data.note).toBe('30 km');
  });
});

describe('repairs', () => {
  const sayRepairs = (letters: string, more: Partial<PlacementInput> = {}) =>
    suggestRepairs({ week: readWeek(letters), sessions: 2, ...more }).map((repair) =>
      repair.kind === 'swap'
        ? `${repair.days.join(' and ')} gives ${repair.gives.tier}`
        : `${repair.day} ${repair.to} gives ${repair.gives.tier}`,
    );

  test('come best first: by tier, swaps before easier runs, the long run last, near before far, early before late', () => {
    expect(sayRepairs('RSESRLR')).toEqual([
      'mon and tue gives T0',
      'thu and sat gives T0',
      'tue easy gives T0',
      'thu easy gives T0',
      'sat and sun gives T1',
      'tue and sat gives T1',
    ]);
  });

  test('a swap that leaves the long run comes first, however far; round the week’s end hard days stand back to back once', () => {
    expect(sayRepairs('SLRSEEE')).toEqual([
      'mon and fri gives T0',
      'mon and sun gives T0',
      'mon and tue gives T0',
      'tue and wed gives T0',
      'tue and thu gives T0',
      'tue and sat gives T0',
      'tue and sun gives T0',
      'mon easy gives T0',
      'thu easy gives T0',
    ]);
  });

  test.each<[string, Partial<PlacementInput>, string, boolean]>([
    ['SRSLESE', {}, 'wed and sun gives T1', false],
    ['SRSLESE', { after: 'rest' }, 'wed and sun gives T1', false],
    ['SRSLESE', { before: 'rest', after: 'rest' }, 'wed and sun gives T1', true],
    ['SRSLEEE', { before: 'long' }, 'mon and fri gives T1', true],
    ['SRSLEEE', { before: 'rest' }, 'mon and fri gives T1', false],
  ])('%s with %j: “%s” is offered: %s', (week, more, repair, isOffered) => {
    expect(sayRepairs(week, more).includes(repair)).toBe(isOffered);
  });

  test('between real neighbours no more hard days may stand back to back', () => {
    // Swapping to Monday or Sunday stands beside the neighbour’s hard run.
    const swaps = (more: Partial<PlacementInput>) =>
      sayRepairs('RSRSRSL', more).filter((repair) => repair.includes('and'));
    expect(swaps({ before: 'rest', after: 'rest' })).toContain('mon and tue gives T2');
    expect(swaps({ before: 'speed', after: 'rest' })).not.toContain('mon and tue gives T2');
  });

  test('and beside the week after as well', () => {
    const swaps = (after: 'rest' | 'speed' | 'race') =>
      sayRepairs('LRSRSRR', { before: 'rest', after }).filter((repair) => repair.includes('and'));
    const sundays = (after: 'rest' | 'speed' | 'race') => swaps(after).filter((repair) => repair.includes('sun'));
    expect(sundays('rest').length).toBeGreaterThan(0);
    expect(sundays('speed')).toEqual([]);
    expect(sundays('race')).toEqual([]);
  });

  test('a race is never moved', () => {
    expect(sayRepairs('SEXEEEE')).toEqual(['mon and fri gives T0', 'mon and sun gives T0', 'mon easy gives T0']);
  });

  test('an easier run and a swap say what the week becomes', () => {
    const [swap] = suggestRepairs({ week: readWeek('RSESRLR'), sessions: 2 });
    expect(swap).toMatchObject({
      kind: 'swap',
      days: ['mon', 'tue'],
      week: readWeek('SREERLR').with(2, 'easy').with(3, 'speed'),
    });
    const easier = suggestRepairs({ week: readWeek('RSESRLR'), sessions: 2 }).find(({ kind }) => kind === 'downgrade');
    expect(easier).toMatchObject({ kind: 'downgrade', day: 'tue', to: 'easy', week: readWeek('REESRLR') });
  });

  test('a week that holds two full sessions needs none', () => {
    expect(sayRepairs('EESRELR')).toEqual([]);
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

  test('says all of it of the article’s week', () => {
    const { days } = place('EESRELR');
    expect(days[0]?.reasons).toEqual([
      {
        code: 'CHOSEN_FULL',
        rule: 'PLACEMENT_ORDER',
        data: {
          day: 'mon',
          other: 'thu',
          gap: 3,
          decidedBy: 'gap',
          lastHardDay: 'sat',
          lastHardRun: 'long',
          daysSinceHard: 2,
          nextHardDay: 'wed',
          nextHardRun: 'speed',
          daysToHard: 2,
        },
      },
      { code: 'WITH_EASY_RUN', rule: 'S29', data: { day: 'mon' } },
    ]);
    expect(days[3]?.reasons.slice(1)).toEqual([{ code: 'ON_RUN_FREE_DAY', rule: 'S30', data: { day: 'thu' } }]);
    expect(days[4]?.reasons).toEqual([
      {
        code: 'UNUSED_BEFORE_LONG',
        rule: 'S28',
        data: {
          day: 'fri',
          first: 'mon',
          against: 'day',
          second: 'thu',
          gap: 3,
          bestWith: 'mon',
          bestGap: 3,
        },
      },
    ]);
  });

  test('the session before the long run says so, unless it is light', () => {
    const { days } = place('EESEELE', { unavailable: ['mon'] });
    expect(days[4]?.reasons.slice(0, 2)).toEqual([
      {
        code: 'CHOSEN_REDUCED',
        rule: 'W_CONSECUTIVE',
        data: expect.objectContaining({ day: 'fri', other: 'thu', gap: 1, decidedBy: 'only_pair' }),
      },
      { code: 'W_BEFORE_LONG', rule: 'S28', data: { day: 'fri', runDay: 'sat' } },
    ]);
    // Thursday's light session stands between the long runs of Wednesday and Friday.
    expect(codesOn('thu', 'LELELEE')).toEqual(['AFTER_LONG', 'CHOSEN_LIGHT', 'WITH_EASY_RUN']);
    // Round the week's end: Sunday before Monday's long run.
    const sunday = verdictOn('sun', 'LEEEEEE', { unavailable: ['wed', 'thu', 'fri', 'sat'] }).reasons;
    expect(sunday.find(({ code }) => code === 'W_BEFORE_LONG')?.data).toEqual({ day: 'sun', runDay: 'mon' });
  });

  test.each<[string, string, Partial<PlacementInput>, Weekday, string]>([
    [
      'the only day that is left',
      'EEEEEEE',
      { unavailable: ['tue', 'wed', 'thu', 'fri', 'sat', 'sun'] },
      'mon',
      'only',
    ],
    ['one of the only two', 'EEEEEEE', { unavailable: ['tue', 'wed', 'fri', 'sat', 'sun'] }, 'mon', 'only_pair'],
    ['one of the only two, the reduced one before the long run', 'ELESSSE', {}, 'mon', 'only_pair'],
    ['the earlier of equals', 'EEEEEEE', {}, 'mon', 'earlier'],
    ['alone, the earlier of equals', 'EEEEEEE', { sessions: 1 }, 'mon', 'earlier'],
    ['alone, the one that is not before the long run', 'EELSSSS', { sessions: 1 }, 'mon', 'before_long'],
    ['alone, the one that leaves a free day', 'RELSSSS', { sessions: 1, before: 'easy' }, 'tue', 'free_day'],
    ['a light day on a barred one', 'SRSRSLR', {}, 'tue', 'only'],
  ])('a day is used because it is %s', (_, letters, more, day, decidedBy) => {
    expect(verdictOn(day, letters, more).reasons.find(({ code }) => code.startsWith('CHOSEN'))?.data.decidedBy).toBe(
      decidedBy,
    );
  });

  test('a lone session names no other, and a legal day beside it none either', () => {
    const used = verdictOn('mon', 'EESRELR', { sessions: 1 }).reasons[0];
    expect(used).toMatchObject({ code: 'CHOSEN_FULL', rule: 'PLACEMENT_ORDER' });
    expect(used?.data).not.toHaveProperty('other');
    expect(used?.data).not.toHaveProperty('gap');
    expect(verdictOn('thu', 'EESRELR', { sessions: 1 }).reasons).toEqual([
      { code: 'UNUSED_LATER', rule: 'PLACEMENT_ORDER', data: { day: 'thu', first: 'mon' } },
    ]);
    expect(verdictOn('fri', 'EESRELR', { sessions: 1 }).reasons).toEqual([
      { code: 'UNUSED_BEFORE_LONG', rule: 'S28', data: { day: 'fri', first: 'mon', against: 'day' } },
    ]);
  });

  test('a hard run behind or ahead may be a race', () => {
    const data = verdictOn('wed', 'EEEEXEE', { unavailable: ['mon', 'tue'] }).reasons[0]?.data;
    expect(data).toMatchObject({
      lastHardDay: 'fri',
      daysSinceHard: 5,
      nextHardDay: 'fri',
      nextHardRun: 'race',
      daysToHard: 2,
    });
  });

  test('a legal day that would take the last free one says so of itself or of its partner', () => {
    const friday = verdictOn('fri', 'EEEEREL').reasons[0];
    expect(friday).toMatchObject({ code: 'UNUSED_FREE_DAY', rule: 'PLACEMENT_ORDER', data: { against: 'day' } });
    expect(verdictOn('sat', 'EEEEEEE').reasons[0]?.data).not.toHaveProperty('against');
  });

  test('a legal day beside a pair names both, the fuller one first', () => {
    // Monday stands before Tuesday's long run, and Sunday before the next week's.
    const more = { before: 'easy', after: 'long', minGapDays: 3 } as const;
    expect(place('ELESSEE', more).sessions).toEqual([
      { day: 'sat', load: 'full' },
      { day: 'mon', load: 'reduced' },
    ]);
    expect(verdictOn('sun', 'ELESSEE', more).reasons[0]?.data).toMatchObject({ first: 'sat', second: 'mon' });
  });

  test('a light session has its own rule', () => {
    expect(verdictOn('mon', 'RSESRLR').reasons.find(({ code }) => code === 'CHOSEN_LIGHT')).toMatchObject({
      rule: 'LIGHT_SESSION',
      data: { day: 'mon', other: 'fri', gap: 3, decidedBy: 'only' },
    });
  });

  test('the nearest hard runs are named as far as they are known', () => {
    const hardOn = (day: Weekday, letters: string, more: Partial<PlacementInput> = {}) => {
      const { lastHardDay, daysSinceHard, nextHardDay, daysToHard } =
        verdictOn(day, letters, more).reasons.find(({ code }) => code.startsWith('CHOSEN'))?.data ?? {};
      return [lastHardDay, daysSinceHard, nextHardDay, daysToHard];
    };
    // Wrapped, the week's own Saturday is behind Monday; of a real week before only Sunday is known.
    expect(hardOn('mon', 'EESRELR')).toEqual(['sat', 2, 'wed', 2]);
    expect(hardOn('mon', 'EESRELR', { before: 'rest' })).toEqual([undefined, undefined, 'wed', 2]);
    // The week's own ends are of this week, whatever stands beside them.
    expect(hardOn('tue', 'SEEEEEE', { before: 'rest', after: 'rest' })).toEqual(['mon', 1, undefined, undefined]);
    expect(hardOn('thu', 'EEEEEEL', { before: 'rest', after: 'rest' })).toEqual([undefined, undefined, 'sun', 3]);
    expect(hardOn('mon', 'EEEEEEE')).toEqual([undefined, undefined, undefined, undefined]);
    // A run six days off is still this week's round; the day itself is not.
    expect(hardOn('tue', 'SEEEEEE', { sessions: 1, unavailable: ['wed', 'thu', 'fri', 'sat'] })).toEqual([
      'mon',
      1,
      'mon',
      6,
    ]);
    expect(
      hardOn('sun', 'EEEEEEE', { after: 'long', unavailable: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] }),
    ).toEqual([undefined, undefined, 'mon', 1]);
  });

  test('a tier below two full sessions says what it costs', () => {
    expect(place('EESEELE', { unavailable: ['mon'] }).warnings).toEqual([
      { code: 'W_CONSECUTIVE', rule: 'W_CONSECUTIVE', data: { full: 'thu', reduced: 'fri', gap: 1 } },
    ]);
    expect(place('RSESRLR').warnings).toEqual([
      {
        code: 'W_BEFORE_SPEED_LIGHT',
        rule: 'W_BEFORE_SPEED_LIGHT',
        data: { full: 'fri', light: 'mon', runDay: 'tue', run: 'speed' },
      },
    ]);
    expect(place('LELELEE').warnings).toEqual([
      {
        code: 'W_AFTER_LONG_LIGHT',
        rule: 'W_AFTER_LONG_LIGHT',
        data: { full: 'sun', light: 'thu', runDay: 'wed', run: 'long' },
      },
    ]);
    expect(place('SSSSSEL').warnings).toEqual([
      { code: 'W_ONE_SESSION', rule: 'W_ONE_SESSION', data: { full: 'sat' } },
    ]);
    expect(place('SRSRSLR').warnings).toEqual([
      { code: 'W_NO_LEGAL_DAY', rule: 'W_NO_LEGAL_DAY', data: { light: 'tue' } },
    ]);
    expect(place('SSSSSSS').warnings).toEqual([{ code: 'E_WEEK_FULL', rule: 'E_WEEK_FULL', data: {} }]);
  });

  test('two sessions stand as far apart as the practice asks', () => {
    expect(place('EESSSSE', { minGapDays: 1 }).sessions.map(({ load }) => load)).toEqual(['full', 'full']);
    expect(place('EEEEEEE', { minGapDays: 4 }).sessions.map(({ load }) => load)).toEqual(['full', 'reduced']);
  });

  test('notes an easy run and a run-free day', () => {
    expect(codesOn('mon', 'EESRELR')).toContain('WITH_EASY_RUN');
    expect(codesOn('thu', 'EESRELR')).toContain('ON_RUN_FREE_DAY');
    expect(codesOn('mon', 'EESRELR')).not.toContain('ON_RUN_FREE_DAY');
    expect(codesOn('thu', 'EESRELR')).not.toContain('WITH_EASY_RUN');
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
