import { describe, expect, test } from 'vitest';
import { type AuditedSession, type AuditedWeek, type AuditInput, buildAuditedSlot } from './audit-input.ts';
import { checkQuantity, weeklyAreas } from './check-quantity.ts';
import type { Finding, FindingCode } from './finding.ts';
import { defaultParameters, type ParameterValues } from './parse-parameters.ts';
import { inputOf, onDay, repeatWeek, sessionOf, weekOf } from './testing/audit-inputs.ts';
import type { Area } from './vocabulary.ts';

const check = (input: AuditInput, tuned: Partial<ParameterValues> = {}) =>
  checkQuantity(input, { ...defaultParameters, ...tuned });
const find = (code: FindingCode, input: AuditInput, tuned: Partial<ParameterValues> = {}): readonly Finding[] =>
  check(input, tuned).findings.filter((finding) => finding.code === code);

const slotsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => buildAuditedSlot({ slot: `${index + 1}`, exercise: `${index + 1}` }));

describe('sessions a week (S14)', () => {
  const week = (count: number, known: Partial<AuditedWeek> = {}) =>
    inputOf([
      weekOf(
        3,
        (['mon', 'wed', 'fri'] as const).slice(0, count).map((day) => onDay(day)),
        known,
      ),
    ]);

  test('a third one is an error', () => {
    expect(check(week(3)).findings).toEqual([
      {
        code: 'M3_TOO_MANY_SESSIONS',
        rule: 'S14',
        mistake: 3,
        severity: 'error',
        scope: 'week',
        at: { week: 3 },
        data: { sessions: 3, target: 2 },
      },
    ]);
  });

  test('one is a note', () => {
    expect(check(week(1)).findings).toEqual([
      {
        code: 'M3_ONE_SESSION',
        rule: 'S14',
        mistake: 3,
        severity: 'info',
        scope: 'week',
        at: { week: 3 },
        data: { sessions: 1, target: 2 },
      },
    ]);
  });

  test('a deload week is expected to have two as well', () => {
    expect(find('M3_ONE_SESSION', week(1, { exemption: 'deload' }))).toHaveLength(1);
  });

  test.each<[string, AuditInput, Partial<ParameterValues>]>([
    ['two', week(2), {}],
    ['none', week(0), {}],
    ['one where one is wanted', week(1), { sessionsPerWeek: 1 }],
    ['one of a week that is not known whole', week(1, { complete: false }), {}],
    ['one in a taper', week(1, { exemption: 'taper' }), {}],
    ['one after a gap', week(1, { exemption: 'return' }), {}],
    ['two and a light one', inputOf([weekOf(1, [onDay('mon'), onDay('wed'), onDay('fri', 'light')])]), {}],
  ])('nothing to say: %s', (_, input, tuned) => {
    expect(check(input, tuned).findings.filter(({ rule }) => rule === 'S14')).toEqual([]);
  });
});

describe('exercises a session (S15)', () => {
  const session = (count: number, known: Partial<AuditedSession> = {}, week: Partial<AuditedWeek> = {}) =>
    inputOf([weekOf(1, [sessionOf('mon', slotsOf(count), known)], { complete: false, ...week })]);

  test('six are a warning', () => {
    expect(check(session(6)).findings).toEqual([
      {
        code: 'M3_SESSION_SIZE',
        rule: 'S15',
        mistake: 3,
        severity: 'warning',
        scope: 'session',
        at: { week: 1, session: 'mon', day: 'mon' },
        data: { exercises: 6, min: 4, max: 5 },
      },
    ]);
  });

  test('three are a note, and without a day none is named', () => {
    expect(check(session(3, { day: null, label: 'A' })).findings).toMatchObject([
      { severity: 'info', at: { week: 1, session: 'A' }, data: { exercises: 3, min: 4, max: 5 } },
    ]);
    expect(check(session(3, { day: null })).findings[0]?.at).not.toHaveProperty('day');
  });

  test('six are too many even in a light session, in a taper and among others that are not known', () => {
    expect(find('M3_SESSION_SIZE', session(6, { load: 'light' }))).toHaveLength(1);
    expect(find('M3_SESSION_SIZE', session(6, {}, { exemption: 'taper' }))).toHaveLength(1);
    expect(find('M3_SESSION_SIZE', session(6, { complete: false }))).toHaveLength(1);
  });

  test('three in a deload week are a note', () => {
    expect(find('M3_SESSION_SIZE', session(3, {}, { exemption: 'deload' }))).toHaveLength(1);
  });

  test.each<[string, AuditInput]>([
    ['four', session(4)],
    ['five', session(5)],
    ['three of a light session', session(3, { load: 'light' })],
    ['three that are not all there are', session(3, { complete: false })],
    ['three in a taper', session(3, {}, { exemption: 'taper' })],
  ])('nothing to say: %s', (_, input) => {
    expect(find('M3_SESSION_SIZE', input)).toEqual([]);
  });
});

test('an exercise with an empty purpose is a note; one that states none is not (S20a)', () => {
  const slots = [' ', null, 'hip strength'].map((purpose, index) =>
    buildAuditedSlot({ slot: `${index + 1}`, exercise: `exercise ${index + 1}`, purpose }),
  );
  const input = inputOf([weekOf(2, [sessionOf('mon', slots, { complete: false })], { complete: false })]);
  expect(check(input).findings).toEqual([
    {
      code: 'M3_NO_PURPOSE',
      rule: 'S20a',
      mistake: 3,
      severity: 'info',
      scope: 'slot',
      at: { week: 2, session: 'mon', slot: '1' },
      data: { exercise: 'exercise 1' },
    },
  ]);
});

test('heavy slots are counted over the week, and only those that are known to be heavy (S16)', () => {
  const heavy = (count: number, highResistance: boolean | null = true) =>
    sessionOf(
      'mon',
      Array.from({ length: count }, (_, index) =>
        buildAuditedSlot({ slot: `${index}`, exercise: `${index}`, highResistance }),
      ),
      { complete: false },
    );
  const findHeavy = (...sessions: readonly AuditedSession[]) =>
    find('M3_HIGH_RES_CAP', inputOf([weekOf(4, sessions, { complete: false })]));
  expect(findHeavy(heavy(5), heavy(4))).toEqual([
    {
      code: 'M3_HIGH_RES_CAP',
      rule: 'S16',
      mistake: 3,
      severity: 'warning',
      scope: 'week',
      at: { week: 4 },
      data: { count: 9, max: 8 },
    },
  ]);
  expect(findHeavy(heavy(4), heavy(4), heavy(5, false), heavy(5, null))).toEqual([]);
});

describe('areas a week (S17, S18)', () => {
  const areaSlot = (area: Area | null, index: number, alsoTrains: readonly Area[] = []) =>
    buildAuditedSlot({ slot: `${index}`, exercise: `${area} ${index}`, area, alsoTrains });
  /** A week that trains these areas, in one session. */
  const weekWith = (
    number: number,
    areas: readonly (Area | null)[],
    known: Partial<AuditedWeek> = {},
    alsoTrains: readonly Area[] = [],
  ) =>
    weekOf(
      number,
      [
        sessionOf(
          'mon',
          areas.map((area, index) => areaSlot(area, index, alsoTrains)),
        ),
      ],
      known,
    );
  const without = (area: Area) => weeklyAreas.filter((one) => one !== area);
  const findGaps = (weeks: readonly AuditedWeek[], known: Partial<AuditInput> = {}, tuned = {}) =>
    find('M3_AREA_GAP', inputOf(weeks, known), tuned);

  test('one week without an area is a note', () => {
    expect(findGaps([weekWith(1, weeklyAreas), weekWith(2, without('core')), weekWith(3, weeklyAreas)])).toEqual([
      {
        code: 'M3_AREA_GAP',
        rule: 'S17',
        mistake: 3,
        severity: 'info',
        scope: 'week',
        at: { week: 2 },
        data: { area: 'core' },
      },
    ]);
  });

  test('two in a row are a warning over both', () => {
    expect(findGaps([weekWith(1, without('core')), weekWith(2, without('core'))])).toMatchObject([
      { severity: 'warning', at: { week: 1, throughWeek: 2 }, data: { area: 'core' } },
    ]);
  });

  test('a week that has it again ends a gap', () => {
    const weeks = [without('core'), weeklyAreas, without('core')].map((areas, index) => weekWith(index + 1, areas));
    expect(findGaps(weeks).map(({ severity, at }) => ({ severity, at }))).toEqual([
      { severity: 'info', at: { week: 1 } },
      { severity: 'info', at: { week: 3 } },
    ]);
  });

  test('an area that another exercise trains beside its own is softened to a note, if it is in every week', () => {
    const softened = (week: number) => weekWith(week, without('hamstrings'), {}, ['hamstrings']);
    expect(findGaps([softened(1), softened(2)])).toMatchObject([{ severity: 'info' }]);
    expect(findGaps([softened(1), weekWith(2, without('hamstrings'))])).toMatchObject([{ severity: 'warning' }]);
    expect(findGaps([weekWith(1, without('core'), {}, ['quads']), weekWith(2, without('core'))])).toMatchObject([
      { severity: 'warning' },
    ]);
  });

  test('one exercise of one session is enough to soften', () => {
    const softened = (week: number) =>
      weekOf(week, [
        sessionOf(
          'mon',
          without('hamstrings').map((area, index) => areaSlot(area, index, area === 'glutes' ? ['hamstrings'] : [])),
        ),
        sessionOf('thu', [areaSlot('core', 1)]),
      ]);
    expect(findGaps([softened(1), softened(2)])).toMatchObject([{ severity: 'info' }]);
  });

  test('every missing area is said, in the order of the article', () => {
    expect(findGaps([weekWith(1, ['foot'])]).map(({ data }) => data.area)).toEqual([
      'glutes',
      'calves',
      'quads',
      'hamstrings',
      'ankle',
      'core',
    ]);
  });

  test('a deload week keeps every area, the other exempt weeks are passed over', () => {
    expect(findGaps([weekWith(1, without('core'), { exemption: 'deload' })])).toHaveLength(1);
    expect(findGaps([weekWith(1, without('core'), { exemption: 'taper' })])).toEqual([]);
    expect(findGaps([weekWith(1, without('core'), { exemption: 'return' })])).toEqual([]);
  });

  test('nothing is said of a week whose areas are not all known', () => {
    expect(findGaps([weekWith(1, without('core'), { complete: false })])).toEqual([]);
    expect(findGaps([weekWith(1, [...without('core'), null])])).toEqual([]);
    const open = weekOf(1, [sessionOf('mon', without('core').map(areaSlotAt), { complete: false })]);
    expect(findGaps([open])).toEqual([]);
    const half = weekWith(1, without('core'));
    expect(findGaps([{ ...half, sessions: [...half.sessions, onDay('thu')] }])).toEqual([]);
  });
  const areaSlotAt = (area: Area, index: number) => areaSlot(area, index);

  test.each([
    [36, 'S18', 'warning', { area: 'calves', reason: 'age>35' }],
    [35, 'S17', 'info', { area: 'calves' }],
    [null, 'S17', 'info', { area: 'calves' }],
  ] as const)('calves that are missing at %s', (age, rule, severity, data) => {
    expect(findGaps([weekWith(1, without('calves'))], { age })).toEqual([
      { code: 'M3_AREA_GAP', rule, mistake: 3, severity, scope: 'week', at: { week: 1 }, data },
    ]);
  });

  test('past the age other areas stay what they are', () => {
    expect(findGaps([weekWith(1, without('core'))], { age: 60 })).toMatchObject([{ rule: 'S17', severity: 'info' }]);
  });

  test('a practice that asks for two calf slots says so', () => {
    const input = [weekWith(1, weeklyAreas)];
    expect(findGaps(input, { age: 50 }, { calfSlotsMin: 2 })).toMatchObject([
      { rule: 'S18', severity: 'warning', data: { area: 'calves', reason: 'age>35', min: 2 } },
    ]);
    expect(findGaps(input, { age: 30 }, { calfSlotsMin: 2 })).toEqual([]);
    expect(findGaps([weekWith(1, [...weeklyAreas, 'calves'])], { age: 50 }, { calfSlotsMin: 2 })).toEqual([]);
  });

  test.each<[number | null, readonly Area[], number]>([
    [36, [], 1],
    [36, ['calves'], 0],
    [35, [], 0],
    [null, [], 0],
  ])('at %s, one calf slot and %j', (age, more, count) => {
    const found = find('M3_CALF_TARGET', inputOf([weekWith(1, [...weeklyAreas, ...more])], { age }));
    expect(found).toHaveLength(count);
    if (count > 0)
      expect(found[0]).toEqual({
        code: 'M3_CALF_TARGET',
        rule: 'S18',
        mistake: 3,
        severity: 'info',
        scope: 'week',
        at: { week: 1 },
        data: { slots: 1, target: 2 },
      });
  });

  test('no calf slot at all is a gap, and the target is not spoken of', () => {
    expect(find('M3_CALF_TARGET', inputOf([weekWith(1, without('calves'))], { age: 50 }))).toEqual([]);
  });
});

describe('what can’t be told', () => {
  const whole = sessionOf('mon', [
    buildAuditedSlot({ slot: '1', exercise: 'squat', area: 'quads', highResistance: true }),
  ]);

  test.each<[string, AuditInput, readonly string[], boolean]>([
    ['nothing is missing', inputOf([weekOf(1, [whole])]), [], true],
    ['no week', inputOf([]), [], false],
    [
      'sessions',
      inputOf([weekOf(1, [whole], { complete: false })]),
      ['S14 SESSIONS_NOT_ALL_KNOWN', 'S17 AREAS_NOT_KNOWN'],
      true,
    ],
    [
      'exercises',
      inputOf([weekOf(1, [{ ...whole, complete: false }])]),
      ['S15 EXERCISES_NOT_ALL_KNOWN', 'S17 AREAS_NOT_KNOWN'],
      true,
    ],
    [
      'both',
      inputOf([weekOf(1, [{ ...whole, complete: false }], { complete: false })]),
      ['S14 SESSIONS_NOT_ALL_KNOWN', 'S15 EXERCISES_NOT_ALL_KNOWN', 'S17 AREAS_NOT_KNOWN'],
      false,
    ],
    [
      'how heavy one of them is',
      inputOf([
        weekOf(1, [
          {
            ...whole,
            slots: [...whole.slots, buildAuditedSlot({ slot: '2', exercise: 'lunge', area: 'quads' })],
          },
        ]),
      ]),
      ['S16 HEAVINESS_NOT_KNOWN'],
      true,
    ],
    [
      'areas of a taper are not asked for',
      inputOf([weekOf(1, [whole], { complete: false, exemption: 'taper' })]),
      ['S14 SESSIONS_NOT_ALL_KNOWN'],
      true,
    ],
  ])('%s', (_, input, expected, judged) => {
    const checked = check(input);
    expect(checked.cannotTell.map(({ mistake, rule, code }) => `${mistake} ${rule} ${code}`)).toEqual(
      expected.map((one) => `3 ${one}`),
    );
    expect(checked.judged).toBe(judged);
  });

  test('each is said once, however many weeks it holds for', () => {
    expect(check(inputOf(repeatWeek(3, [whole], { complete: false }))).cannotTell).toHaveLength(2);
  });
});
