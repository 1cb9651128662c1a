import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeUnder } from './adapt/place-under.ts';
import { articleRules, type ClientRules, type OverridableRule, ruleSetNames } from './adapt/rule-set.ts';
import { buildProgram } from './build-program.ts';
import { checkProgram } from './check-program.ts';
import { gapBetween } from './decide-placement.ts';
import { readWeek } from './golden/golden-weeks.ts';
import type { Profile } from './profile.ts';
import { classifyRun } from './run-class.ts';
import { arbitraryRunningWeek } from './testing/arbitrary-profile.ts';
import { articleRunner } from './testing/article-runner.ts';
import { equipment, type Weekday, weekdays } from './vocabulary.ts';

const aside: ClientRules = {
  ...articleRules,
  overrides: [{ rule: 'S14', reason: 'Off season, and she asked for it' }],
};
const place = (letters: string, rules = aside, sessions: 1 | 2 | 3 = 3) =>
  placeUnder(rules, { week: readWeek(letters), sessions });
const say = (letters: string, rules = aside, sessions: 1 | 2 | 3 = 3) =>
  place(letters, rules, sessions).sessions.map(({ day, load }) => `${day} ${load}`);

describe('a third session', () => {
  test.each([
    ['with room on both sides it is full', 'RRRRRRR', ['mon full', 'thu full', 'sat full']],
    ['the first two move where that makes the room', 'EEEEELR', ['mon full', 'wed full', 'fri full']],
    ['beside the article’s two it is light', 'EESRELR', ['mon full', 'thu full', 'fri light']],
    ['where one is light already there is none', 'RSESRLR', ['fri full', 'mon light']],
  ] as const)('%s', (_, letters, sessions) => {
    expect(say(letters)).toEqual(sessions);
  });

  test('says on whose word it stands, and that a week has no room for it', () => {
    const [day] = place('RRRRRRR').days.filter((one) => one.day === 'sat');
    expect(day?.reasons[0]).toMatchObject({
      code: 'RULE_OVERRIDDEN',
      data: { set: 'S14', because: aside.overrides[0]?.reason },
    });
    expect(place('RRRRRRR').overrides.map(({ data }) => data.day)).toEqual(['sat']);
    expect(place('RSESRLR').warnings.map(({ code }) => code)).toContain('NO_THIRD_DAY');
  });

  const asideToo = (rule: OverridableRule, name: ClientRules['name'] = 'article'): ClientRules => ({
    ...aside,
    name,
    overrides: [...aside.overrides, { rule, reason: 'Long years of it' }],
  });
  test.each<[string, ClientRules, string, Weekday, readonly string[]]>([
    ['the word alone, and the run of the day', aside, 'EEEEEEE', 'sat', ['S14', 'WITH_EASY_RUN']],
    ['not what another day stands on', asideToo('S22'), 'ERSREEL', 'sat', ['S14', 'W_BEFORE_LONG', 'WITH_EASY_RUN']],
    [
      'what lets a full one onto its day',
      { ...aside, name: 'hard_days_hard' },
      'SESESER',
      'fri',
      ['S14', 'X1', 'ON_SPEED'],
    ],
    ['nothing of the kind of a light one', asideToo('S24'), 'EESRELR', 'tue', ['S14', 'BEFORE_SPEED', 'WITH_EASY_RUN']],
  ])('says of itself %s', (_, rules, letters, third, codes) => {
    const placed = place(letters, rules);
    expect(placed.sessions[2]?.day).toBe(third);
    const reasons = placed.days.find(({ day }) => day === third)?.reasons ?? [];
    expect(reasons.map(({ code, data }) => data.set ?? (code === 'X1_ON_SPEED' ? 'X1' : code))).toEqual(codes);
    expect(reasons[0]).toMatchObject({ code: 'RULE_OVERRIDDEN', rule: 'OVERRIDE' });
  });

  test('is missed beside what the week costs already', () => {
    const week = { week: readWeek('LLLLLLE'), before: 'easy', after: 'tempo', sessions: 3 } as const;
    const codes = placeUnder(asideToo('S24'), { ...week, before: 'rest' }).warnings.map(({ code }) => code);
    expect(codes).toEqual(['W_NO_LEGAL_DAY', 'NO_THIRD_DAY']);
    const opened = {
      ...asideToo('S24'),
      overrides: [...asideToo('S24').overrides, ...asideToo('S22').overrides.slice(1)],
    };
    expect(placeUnder(opened, week).warnings.map(({ code }) => code)).toEqual(['W_ONE_SESSION', 'NO_THIRD_DAY']);
  });

  test('without the rule set aside there are two, and two where two were asked for', () => {
    expect(say('RRRRRRR', articleRules)).toEqual(['mon full', 'thu full']);
    expect(say('RRRRRRR', { ...articleRules, name: 'hard_days_hard' })).toEqual(['mon full', 'thu full']);
    expect(say('RRRRRRR', aside, 2)).toEqual(['mon full', 'thu full']);
  });

  test('law: three full ones keep the least gap, and nothing new stands on a hard day', () => {
    fc.assert(
      fc.property(arbitraryRunningWeek, fc.constantFrom(...ruleSetNames), (runs, name) => {
        const week = runs.map(({ kind }) => kind);
        const two = placeUnder({ ...aside, name }, { week, sessions: 2 });
        const three = placeUnder({ ...aside, name }, { week, sessions: 3 });
        expect(three.sessions.length).toBeGreaterThanOrEqual(two.sessions.length);
        expect(three.sessions.length).toBeLessThanOrEqual(3);
        const full = three.sessions.filter(({ load }) => load === 'full').map(({ day }) => weekdays.indexOf(day));
        if (three.sessions.length < 3) return;
        for (const one of full) {
          for (const other of full) if (one !== other) expect(gapBetween(one, other)).toBeGreaterThanOrEqual(2);
        }
        const third = three.sessions[2];
        const kind = classifyRun(week[weekdays.indexOf(third?.day ?? 'mon')] ?? 'rest');
        expect(name === 'article' ? ['rest', 'easy'] : ['rest', 'easy', 'speed']).toContain(kind);
      }),
    );
  });
});

describe('three sessions a week in a program', () => {
  const profile = { ...articleRunner, equipment: [...equipment] };
  const easyRun = { kind: 'easy' } as const;
  const easy: Profile = {
    ...profile,
    runningWeek: [easyRun, easyRun, easyRun, easyRun, easyRun, easyRun, easyRun],
  };
  const build = (rules: ClientRules, runner: Profile = easy) =>
    buildProgram({ profile: runner, startsOn: '2026-01-05', weeks: 12, sessionsPerWeek: 3, rules });

  test('are built only where S14 is set aside for the client', () => {
    expect(build(articleRules)).toEqual({
      ok: false,
      problems: [{ field: 'sessionsPerWeek', code: 'out_of_range', allowed: { min: 1, max: 2 } }],
    });
    expect(build(aside).ok).toBe(true);
  });

  test('share the week’s exercises: none twice, no more heavy slots than two would have', () => {
    const built = build(aside);
    if (!built.ok) throw new Error('No program');
    for (const { sessions } of built.value.program.weeks) {
      expect(sessions.map(({ label }) => label)).toEqual(['A', 'B', 'C']);
      const ids = sessions.flatMap(({ prescriptions }) => prescriptions.map(({ exerciseId }) => exerciseId));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('are a note with the coach’s words in the audit, and an error once the rule holds again', () => {
    const built = build(aside);
    if (!built.ok) throw new Error('No program');
    const { program, findings } = built.value;
    const inAll = (found: typeof findings) => found.filter(({ code }) => code === 'M3_TOO_MANY_SESSIONS');
    expect(inAll(findings)).toMatchObject([
      { severity: 'info', data: { sessions: 3, setAside: 'OVERRIDE', coachSays: aside.overrides[0]?.reason } },
    ]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(inAll(checkProgram({ program, profile: easy }))).toMatchObject([{ severity: 'error' }]);
  });

  test('a light third is no session in that count', () => {
    const built = build(aside, profile);
    if (!built.ok) throw new Error('No program');
    expect(built.value.program.weeks[2]?.sessions.map(({ load }) => load)).toEqual(['full', 'full', 'light']);
    expect(built.value.findings.filter(({ code }) => code === 'M3_TOO_MANY_SESSIONS')).toEqual([]);
  });
});
