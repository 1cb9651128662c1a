import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWeek } from '../golden/golden-weeks.ts';
import { defaultParameters } from '../parse-parameters.ts';
import { placeStrength } from '../placement.ts';
import { runKinds, type SessionLoad, type Weekday, weekdays } from '../vocabulary.ts';
import { handleMissed, type MissedInput } from './handle-missed.ts';

const full = (...days: Weekday[]) => days.map((day) => ({ day, load: 'full' as SessionLoad }));
const article = { week: readWeek('EESRELR'), parameters: defaultParameters } as const;

interface MissedCase {
  readonly name: string;
  readonly source: string;
  readonly input: MissedInput;
  readonly to: Weekday | null;
  readonly code: string;
  readonly warnings: readonly string[];
}

const cases: readonly MissedCase[] = [
  {
    name: 'M01 Thursday missed, Friday is open: it moves, and is noted before the long run',
    source: 'S21 to S28',
    input: { ...article, planned: full('mon', 'thu'), missed: 'thu', today: 'fri' },
    to: 'fri',
    code: 'MISSED_MOVE',
    warnings: ['W_BEFORE_LONG'],
  },
  {
    name: 'M03 Monday missed, noticed on Thursday, which has its own: it goes, and Thursday stays',
    source: 'S14, S15',
    input: { ...article, planned: full('mon', 'thu'), missed: 'mon', today: 'thu' },
    to: null,
    code: 'MISSED_DROP',
    warnings: [],
  },
  {
    name: 'Thursday missed, noticed on Saturday: nothing is open any more',
    source: 'S21, S22',
    input: { ...article, planned: full('mon', 'thu'), missed: 'thu', today: 'sat' },
    to: null,
    code: 'MISSED_DROP',
    warnings: [],
  },
  {
    name: 'Monday missed, noticed on Tuesday before speed: nothing is open, and Thursday stays',
    source: 'S24',
    input: { ...article, planned: full('mon', 'thu'), missed: 'mon', today: 'tue' },
    to: null,
    code: 'MISSED_DROP',
    warnings: [],
  },
  {
    name: 'without runs it moves to the next day that leaves one between',
    source: 'product decision',
    input: {
      week: readWeek('RRRRRRR'),
      parameters: defaultParameters,
      planned: full('mon', 'fri'),
      missed: 'mon',
      today: 'tue',
    },
    to: 'tue',
    code: 'MISSED_MOVE',
    warnings: [],
  },
  {
    name: 'not on the day before next week begins with strength',
    source: 'product decision',
    input: {
      week: readWeek('RRRRRRR'),
      parameters: defaultParameters,
      planned: full('mon', 'fri'),
      missed: 'fri',
      today: 'sun',
      nextWeek: 'mon',
    },
    to: null,
    code: 'MISSED_DROP',
    warnings: [],
  },
  {
    name: 'a light session may move to where a full one may not',
    source: 'rulebook 1, tiers',
    input: {
      ...article,
      planned: [
        { day: 'mon', load: 'light' },
        { day: 'thu', load: 'full' },
      ],
      missed: 'mon',
      today: 'tue',
    },
    to: 'tue',
    code: 'MISSED_MOVE',
    warnings: [],
  },
];

describe('handleMissed, golden cases', () => {
  test.each(cases)('$name ($source)', ({ input, to, code, warnings }) => {
    const missed = handleMissed(input);
    expect(missed.to).toBe(to);
    expect(missed.change).toMatchObject({
      code,
      rule: 'MISSED',
      kind: 'change',
      target: { exerciseId: null, session: input.missed, field: 'session' },
      before: input.missed,
      after: to,
    });
    expect(missed.warnings.map((warning) => warning.code)).toEqual(warnings);
  });

  test('it says whether no day was open or every open one too close', () => {
    const late = handleMissed({ ...article, planned: full('mon', 'thu'), missed: 'thu', today: 'sat' });
    expect(late.change.data).toEqual({ from: 'thu', because: 'no_day' });
    const close = handleMissed({ ...article, planned: full('mon', 'thu'), missed: 'mon', today: 'thu' });
    expect(close.change.data).toEqual({ from: 'mon', because: 'too_close' });
    const moved = handleMissed({ ...article, planned: full('mon', 'thu'), missed: 'thu', today: 'fri' });
    expect(moved.warnings).toEqual([
      { code: 'W_BEFORE_LONG', rule: 'W_BEFORE_LONG', data: { day: 'fri', runDay: 'sat' } },
    ]);
    expect(moved.change.data).toEqual({ from: 'thu', to: 'fri' });
  });

  test('of several open days the first that is not before the long run', () => {
    const missed = handleMissed({
      week: readWeek('REELERE'),
      parameters: defaultParameters,
      planned: full('mon'),
      missed: 'mon',
      today: 'wed',
    });
    expect(missed).toMatchObject({ to: 'sat', warnings: [] });
  });

  test('nothing planned there is a bug', () => {
    expect(() => handleMissed({ ...article, planned: full('mon'), missed: 'fri', today: 'sat' })).toThrow(RangeError);
  });
});

test('law: a full session moves only to a legal day from today on, apart from every other', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...runKinds), { minLength: 7, maxLength: 7 }),
      fc.constantFrom(...weekdays),
      fc.nat(10),
      (week, today, pick) => {
        const placed = placeStrength({ week, sessions: 2 });
        const missed = placed.sessions[pick % Math.max(1, placed.sessions.length)];
        if (!missed) return;
        const { to } = handleMissed({
          week,
          planned: placed.sessions,
          missed: missed.day,
          today,
          parameters: defaultParameters,
        });
        if (to === null) return;
        expect(weekdays.indexOf(to)).toBeGreaterThanOrEqual(weekdays.indexOf(today));
        if (missed.load !== 'light') expect(placed.legal).toContain(to);
        for (const { day } of placed.sessions) {
          if (day !== missed.day)
            expect(Math.abs(weekdays.indexOf(day) - weekdays.indexOf(to))).toBeGreaterThanOrEqual(2);
        }
      },
    ),
  );
});
