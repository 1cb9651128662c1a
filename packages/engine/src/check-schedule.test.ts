import { describe, expect, test } from 'vitest';
import type { AuditedSession, AuditInput } from './audit-input.ts';
import { buildAuditedSlot } from './audit-input.ts';
import { checkSchedule } from './check-schedule.ts';
import type { Finding } from './finding.ts';
import { defaultParameters } from './parse-parameters.ts';
import type { Race } from './profile.ts';
import { inputOf, onDay, sessionOf, weekOf } from './testing/audit-inputs.ts';
import type { RaceDistance, RunKind, SessionLoad, Weekday } from './vocabulary.ts';

const check = (input: AuditInput) => checkSchedule(input, defaultParameters);

const restWeek: readonly RunKind[] = ['rest', 'rest', 'rest', 'rest', 'rest', 'rest', 'rest'];
const restWeekWith = (run: RunKind, day: number) => restWeek.with(day, run);

/** "CODE rule severity day run", as the table reads. */
const sayDay = ({ code, rule, severity, at, data }: Finding) => `${code} ${rule} ${severity} ${at.day} ${data.run}`;

describe('one session against the runs around it', () => {
  const findOn = (day: Weekday, runs: readonly RunKind[], load: SessionLoad = 'full') =>
    check(inputOf([weekOf(1, [onDay(day, load)], { runs })])).findings.map(sayDay);

  test.each<[Weekday, RunKind, number, SessionLoad, readonly string[]]>([
    ['wed', 'long', 2, 'full', ['M4_ON_LONG S21 error wed long']],
    ['wed', 'long', 1, 'full', ['M4_AFTER_LONG S22 error wed long']],
    ['wed', 'long', 0, 'full', []],
    ['wed', 'long', 3, 'full', ['M4_BEFORE_LONG S28 info wed long']],
    ['wed', 'long', 3, 'reduced', ['M4_BEFORE_LONG S28 info wed long']],
    ['wed', 'long', 3, 'light', []],
    ['wed', 'tempo', 2, 'full', ['M4_ON_SPEED S23 error wed tempo']],
    ['wed', 'hills', 3, 'full', ['M4_BEFORE_SPEED S24 error wed hills']],
    ['wed', 'speed', 1, 'full', []],
    ['wed', 'race', 2, 'full', ['M4_ON_RACE RACE_DAY error wed race']],
    ['wed', 'race', 1, 'full', ['M4_AFTER_LONG S22 error wed race']],
    ['wed', 'race', 3, 'full', ['M4_BEFORE_SPEED S24 error wed race']],
    ['wed', 'easy', 2, 'full', []],
    ['wed', 'long', 1, 'reduced', ['M4_AFTER_LONG S22 error wed long']],
    ['wed', 'long', 1, 'light', ['M4_AFTER_LONG S22 info wed long']],
    ['wed', 'speed', 3, 'light', ['M4_BEFORE_SPEED S24 info wed speed']],
    ['wed', 'long', 2, 'light', ['M4_ON_LONG S21 info wed long']],
    // The ends of the week meet (S31).
    ['mon', 'long', 6, 'full', ['M4_AFTER_LONG S22 error mon long']],
    ['sun', 'speed', 0, 'full', ['M4_BEFORE_SPEED S24 error sun speed']],
  ])('%s with %s on day %i, %s', (day, run, on, load, expected) => {
    expect(findOn(day, restWeekWith(run, on), load)).toEqual(expected);
  });

  test('every reason of a day is said, its own run first', () => {
    const runs = restWeek.with(1, 'long').with(2, 'speed').with(3, 'race');
    expect(findOn('wed', runs)).toEqual([
      'M4_ON_SPEED S23 error wed speed',
      'M4_AFTER_LONG S22 error wed long',
      'M4_BEFORE_SPEED S24 error wed race',
    ]);
  });

  test('the coach’s reason for the day makes a warning of what she may set aside, and of nothing else', () => {
    const placed = (load: SessionLoad, run: RunKind, on: number) =>
      check(
        inputOf([
          weekOf(1, [sessionOf('wed', [], { load, placedBecause: 'Club night', complete: false })], {
            runs: restWeekWith(run, on),
          }),
        ]),
      ).findings.map(({ rule, severity, data }) => ({ rule, severity, data }));
    const aside = { setAside: 'EDIT', coachSays: 'Club night' };
    expect(placed('full', 'tempo', 2)).toEqual([
      { rule: 'S23', severity: 'warning', data: { run: 'tempo', ...aside } },
    ]);
    expect(placed('full', 'long', 1)).toEqual([{ rule: 'S22', severity: 'warning', data: { run: 'long', ...aside } }]);
    expect(placed('light', 'tempo', 2)).toEqual([{ rule: 'S23', severity: 'info', data: { run: 'tempo', ...aside } }]);
    expect(placed('full', 'long', 2)).toEqual([{ rule: 'S21', severity: 'error', data: { run: 'long' } }]);
    expect(placed('full', 'race', 1)).toEqual([{ rule: 'S22', severity: 'error', data: { run: 'race' } }]);
    expect(placed('full', 'race', 2)).toEqual([{ rule: 'RACE_DAY', severity: 'error', data: { run: 'race' } }]);
  });

  test('the real neighbours take the place of the wrap, on both ends', () => {
    const at = (day: Weekday, known: { before?: RunKind; after?: RunKind }) =>
      check(
        inputOf([weekOf(1, [onDay(day)], { runs: restWeek.with(0, 'speed').with(6, 'long'), ...known })]),
      ).findings.map(sayDay);
    expect(at('mon', { before: 'easy' })).toEqual(['M4_ON_SPEED S23 error mon speed']);
    expect(at('mon', { before: 'race' })).toEqual([
      'M4_ON_SPEED S23 error mon speed',
      'M4_AFTER_LONG S22 error mon race',
    ]);
    expect(at('sun', { after: 'easy' })).toEqual(['M4_ON_LONG S21 error sun long']);
    expect(at('sun', { after: 'long' })).toEqual(['M4_ON_LONG S21 error sun long', 'M4_BEFORE_LONG S28 info sun long']);
  });

  test('the same conflict in weeks that follow each other is one finding', () => {
    const runs = restWeekWith('long', 2);
    expect(check(inputOf([1, 2, 3].map((week) => weekOf(week, [onDay('wed')], { runs })))).findings).toEqual([
      {
        code: 'M4_ON_LONG',
        rule: 'S21',
        mistake: 4,
        severity: 'error',
        scope: 'session',
        at: { week: 1, throughWeek: 3, session: 'wed', day: 'wed' },
        data: { run: 'long' },
      },
    ]);
  });
});

describe('what can’t be told', () => {
  test.each<[string, AuditInput, readonly string[], boolean]>([
    ['runs', inputOf([weekOf(1, [onDay('mon')])]), ['RUNS_NOT_KNOWN'], false],
    ['days', inputOf([weekOf(1, [sessionOf(null, [])], { runs: restWeek })]), ['DAYS_NOT_KNOWN'], false],
    ['nothing is missing', inputOf([weekOf(1, [onDay('mon')], { runs: restWeek })]), [], true],
    [
      'one week of two',
      inputOf([weekOf(1, [onDay('mon')]), weekOf(2, [onDay('mon')], { runs: restWeek })]),
      ['RUNS_NOT_KNOWN'],
      true,
    ],
  ])('%s', (_, input, codes, judged) => {
    const checked = check(input);
    expect(checked.cannotTell).toEqual(codes.map((code) => ({ mistake: 4, rule: 'S20', code })));
    expect(checked.judged).toBe(judged);
  });
});

const heavySession = (day: Weekday | null, known: Partial<AuditedSession> = {}) =>
  sessionOf(day, [buildAuditedSlot({ slot: '1', exercise: 'squat', highResistance: true })], known);

describe('days between heavy sessions', () => {
  const dated = (sessions: readonly AuditedSession[], startsOn: string | null = '2026-01-05') =>
    weekOf(1, sessions, { startsOn });

  test('two in a row are a warning on the later one, whichever is listed first', () => {
    expect(check(inputOf([dated([heavySession('tue', { label: 'B' }), heavySession('mon', { label: 'A' })])]))).toEqual(
      {
        findings: [
          {
            code: 'M4_CONSECUTIVE',
            rule: 'W_CONSECUTIVE',
            mistake: 4,
            severity: 'warning',
            scope: 'session',
            at: { week: 1, session: 'B', day: 'tue' },
            data: { days: 1, other: 'A', otherDay: 'mon' },
          },
        ],
        cannotTell: [{ mistake: 4, rule: 'S20', code: 'RUNS_NOT_KNOWN' }],
        judged: false,
      },
    );
  });

  test('Sunday and the Monday after it are in a row', () => {
    const weeks = [
      weekOf(1, [heavySession('sun')], { startsOn: '2026-01-05' }),
      weekOf(2, [heavySession('mon')], { startsOn: '2026-01-12' }),
    ];
    expect(check(inputOf(weeks)).findings).toMatchObject([{ at: { week: 2, day: 'mon' }, data: { otherDay: 'sun' } }]);
  });

  test.each<[string, readonly AuditedSession[], string | null]>([
    ['exactly two days apart', [heavySession('mon'), heavySession('wed')], '2026-01-05'],
    ['the second one reduced', [heavySession('mon'), heavySession('tue', { load: 'reduced' })], '2026-01-05'],
    ['the first one light', [heavySession('mon', { load: 'light' }), heavySession('tue')], '2026-01-05'],
    ['the second one without heavy work', [heavySession('mon'), onDay('tue')], '2026-01-05'],
    ['days that are not known', [heavySession('mon'), heavySession(null)], '2026-01-05'],
    ['a week without dates', [heavySession('mon'), heavySession('tue')], null],
  ])('nothing to say: %s', (_, sessions, startsOn) => {
    expect(check(inputOf([dated(sessions, startsOn)])).findings).toEqual([]);
  });

  test('the gap wanted is a parameter: 72 hours ask for three days', () => {
    const input = inputOf([dated([heavySession('mon'), heavySession('wed'), heavySession('sat')])]);
    const { findings } = checkSchedule(input, { ...defaultParameters, heavyGapHours: 72 });
    expect(findings).toMatchObject([{ at: { day: 'wed' }, data: { days: 2, otherDay: 'mon' } }]);
  });

  test('a session without heavy exercises is no heavy day', () => {
    const easy = (day: Weekday) =>
      sessionOf(day, [buildAuditedSlot({ slot: '1', exercise: 'plank', highResistance: false })]);
    expect(check(inputOf([dated([easy('mon'), easy('tue')])])).findings).toEqual([]);
  });

  test('one heavy exercise among others makes a heavy day', () => {
    const mixed = (day: Weekday) =>
      sessionOf(day, [
        buildAuditedSlot({ slot: '1', exercise: 'plank', highResistance: false }),
        buildAuditedSlot({ slot: '2', exercise: 'squat', highResistance: true }),
      ]);
    expect(check(inputOf([dated([mixed('mon'), mixed('tue')])])).findings).toHaveLength(1);
  });
});

describe('heavy legs around a race', () => {
  const race = (date: string, distance: RaceDistance): Race => ({ date, distance, priority: 'B' });
  const findAround = (day: Weekday, one: Race) =>
    check(inputOf([weekOf(1, [heavySession(day)], { startsOn: '2026-01-05' })], { races: [one] })).findings;

  test.each<[RaceDistance, Weekday, string, readonly [string, number, number] | null]>([
    // The last heavy day is four days before a 5k and five before a 10k.
    ['5k', 'tue', '2026-01-10', null],
    ['5k', 'wed', '2026-01-10', ['M4_HEAVY_BEFORE_RACE', 3, 4]],
    ['10k', 'mon', '2026-01-10', null],
    ['10k', 'tue', '2026-01-10', ['M4_HEAVY_BEFORE_RACE', 4, 5]],
    ['10k', 'fri', '2026-01-10', ['M4_HEAVY_BEFORE_RACE', 1, 5]],
    // Race day itself is spoken for by the run on it.
    ['10k', 'sat', '2026-01-10', null],
    // No heavy day on the two after a 10k and the four after a half.
    ['10k', 'wed', '2026-01-06', ['M4_HEAVY_AFTER_RACE', 1, 3]],
    ['10k', 'thu', '2026-01-06', ['M4_HEAVY_AFTER_RACE', 2, 3]],
    ['10k', 'fri', '2026-01-06', null],
    ['half', 'sat', '2026-01-06', ['M4_HEAVY_AFTER_RACE', 4, 5]],
    ['half', 'sun', '2026-01-06', null],
  ])('%s, heavy on %s, race on %s', (distance, day, date, expected) => {
    const found = findAround(day, race(date, distance));
    if (expected === null) expect(found).toEqual([]);
    else {
      const [code, days, min] = expected;
      const rule = code === 'M4_HEAVY_BEFORE_RACE' ? 'RACE_WEEK' : 'AFTER_RACE';
      expect(found).toEqual([
        {
          code,
          rule,
          mistake: 4,
          severity: 'warning',
          scope: 'session',
          at: { week: 1, session: day, day },
          data: { days, min, distance, race: date },
        },
      ]);
    }
  });

  test('reduced heavy work counts as heavy here', () => {
    const week = weekOf(1, [heavySession('thu', { load: 'reduced' })], { startsOn: '2026-01-05' });
    expect(check(inputOf([week], { races: [race('2026-01-10', '10k')] })).findings).toHaveLength(1);
  });
});

describe('what is new before a race', () => {
  const withExercise = (exercise: string, day: Weekday | null = 'mon') =>
    sessionOf(day, [buildAuditedSlot({ slot: '1', exercise })]);
  const races: readonly Race[] = [{ date: '2026-02-02', distance: '10k', priority: 'B' }];
  const findNew = (second: AuditedSession, known: Partial<AuditInput> = {}, startsOn: string | null = '2026-01-12') =>
    check(
      inputOf(
        [
          weekOf(1, [withExercise('old')], { startsOn: '2026-01-05', runs: restWeek }),
          weekOf(2, [second], { startsOn, runs: restWeek }),
        ],
        { races, ...known },
      ),
    ).findings;

  test('within three weeks of it a new exercise is a warning', () => {
    expect(findNew(withExercise('new'))).toEqual([
      {
        code: 'M4_NEW_BEFORE_RACE',
        rule: 'TAPER',
        mistake: 4,
        severity: 'warning',
        scope: 'slot',
        at: { week: 2, session: 'mon', slot: '1', day: 'mon' },
        data: { exercise: 'new', days: 21, min: 22, race: '2026-02-02' },
      },
    ]);
  });

  test('days are counted from the session’s own day', () => {
    expect(findNew(withExercise('new', 'thu'))).toMatchObject([{ data: { days: 18 } }]);
  });

  test('the next race counts, not one that is past or further off', () => {
    const many: readonly Race[] = [
      { date: '2026-01-01', distance: '10k', priority: 'B' },
      { date: '2026-01-12', distance: '5k', priority: 'A' },
      { date: '2026-01-25', distance: '10k', priority: 'B' },
      { date: '2026-02-01', distance: '10k', priority: 'B' },
    ];
    expect(findNew(withExercise('new'), { races: many })).toMatchObject([{ data: { days: 13, race: '2026-01-25' } }]);
  });

  test.each<[string, () => readonly Finding[]]>([
    ['22 days before it', () => findNew(withExercise('new'), { races: [{ ...races[0], date: '2026-02-03' } as Race] })],
    [
      'on the day of the race',
      () => findNew(withExercise('new'), { races: [{ ...races[0], date: '2026-01-12' } as Race] }),
    ],
    ['after the race', () => findNew(withExercise('new'), { races: [{ ...races[0], date: '2026-01-11' } as Race] })],
    ['an exercise of the weeks before', () => findNew(withExercise('old'))],
    [
      'a day that is not known',
      () => findNew(withExercise('new', null), { races: [{ ...races[0], date: '2026-01-24' } as Race] }),
    ],
    ['a week without dates', () => findNew(withExercise('new'), {}, null)],
    ['no race', () => findNew(withExercise('new'), { races: [] })],
  ])('nothing to say: %s', (_, work) => {
    expect(work()).toEqual([]);
  });

  test('an exercise is new once', () => {
    const twice = sessionOf('mon', [
      buildAuditedSlot({ slot: '1', exercise: 'new' }),
      buildAuditedSlot({ slot: '2', exercise: 'new' }),
    ]);
    expect(findNew(twice).map(({ at }) => at.slot)).toEqual(['1']);
  });

  test('what the first week holds may be old to the runner', () => {
    expect(
      check(inputOf([weekOf(1, [withExercise('old')], { startsOn: '2026-01-12', runs: restWeek })], { races }))
        .findings,
    ).toEqual([]);
  });
});
