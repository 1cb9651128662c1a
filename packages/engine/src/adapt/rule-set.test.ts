import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainReason } from '../explain.ts';
import { readWeek } from '../golden/golden-weeks.ts';
import { parameters } from '../parameters.ts';
import { type PlacementInput, placeStrength } from '../placement.ts';
import { findRule } from '../rules.ts';
import { classifyRun } from '../run-class.ts';
import { runKinds, type Weekday, weekdays } from '../vocabulary.ts';
import { compareRuleSets } from './compare-rule-sets.ts';
import { listOverrides, placeUnder } from './place-under.ts';
import {
  articleRuleSet,
  articleRules,
  listSetAside,
  overridableRules,
  parseRuleSet,
  type RuleSet,
  type RuleSetInput,
  rulesFor,
} from './rule-set.ts';

const parse = (input: RuleSetInput): RuleSet => {
  const parsed = parseRuleSet(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
};
const problemsOf = (input: RuleSetInput) => {
  const parsed = parseRuleSet(input);
  return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
};
const hardDays = parse({ name: 'hard_days_hard' });
const overridden = (rule: string) =>
  parse({ name: 'article', overrides: [{ clientId: 'ann', rule, reason: 'Long years of it' }] });
const placedUnder = (ruleSet: RuleSet, week: string, clientId = 'ann') =>
  placeUnder(rulesFor(ruleSet, clientId), { week: readWeek(week), sessions: 2 })
    .days.filter(({ placed }) => placed !== null)
    .map(({ day, placed }) => `${day} ${placed}`);

describe('parseRuleSet', () => {
  test('the article is the default, at the defaults', () => {
    expect(parse({ name: 'article' })).toEqual(articleRuleSet);
    expect(articleRuleSet.parameters.blockWeeks).toBe(parameters.blockWeeks.default);
  });

  test('a value is tuned within its limits', () => {
    expect(parse({ name: 'article', parameters: { blockWeeks: 4 } }).parameters.blockWeeks).toBe(4);
    expect(problemsOf({ name: 'article', parameters: { blockWeeks: 9, nonsense: 1 } })).toEqual([
      'parameter',
      'parameter',
    ]);
  });

  test('an override needs a rule that may be set aside, a reason, and no twin', () => {
    const override = { clientId: 'ann', rule: 'S24', reason: 'She asked' };
    expect(problemsOf({ name: 'article', overrides: [override] })).toEqual([]);
    expect(problemsOf({ name: 'article', overrides: [{ ...override, reason: '  ' }] })).toEqual(['no_reason']);
    expect(problemsOf({ name: 'article', overrides: [{ ...override, rule: 'S21' }] })).toEqual(['not_overridable']);
    expect(problemsOf({ name: 'article', overrides: [{ ...override, rule: 'STOP_FLAGS' }] })).toEqual([
      'not_overridable',
    ]);
    expect(problemsOf({ name: 'article', overrides: [override, override] })).toEqual(['overridden_twice']);
    expect(problemsOf({ name: 'mine' })).toEqual(['unknown_rule_set']);
  });
});

describe('placeUnder, golden weeks', () => {
  test.each([
    [
      'the article’s week as the article has it',
      'article, mistake 4',
      articleRuleSet,
      'EESRELR',
      ['mon full', 'thu full'],
    ],
    [
      'X1 puts one session on speed and one on an open day',
      'rulebook 1, X1',
      hardDays,
      'EESRELR',
      ['mon full', 'wed full'],
    ],
    [
      'X1 takes both speed days of a club week, where the article has one open day',
      'rulebook 1, X1',
      hardDays,
      'RSESRLR',
      ['tue full', 'thu full'],
    ],
    ['X1 without speed is the article', 'rulebook 1, X1', hardDays, 'RERERLR', ['mon full', 'thu full']],
    ['X1 keeps off speed before speed', 'S24', hardDays, 'RSSRRLR', ['wed full', 'fri full']],
    [
      'with S24 set aside the day before speed is open',
      'rulebook 5, override',
      overridden('S24'),
      'RSESRLR',
      ['mon full', 'wed full'],
    ],
    [
      'an override of another client does nothing here',
      'rulebook 5, override',
      parse({ name: 'article', overrides: [{ clientId: 'bob', rule: 'S24', reason: 'He asked' }] }),
      'RSESRLR',
      ['mon light', 'fri full'],
    ],
  ] as const)('%s (%s)', (_, __, ruleSet, week, expected) => {
    expect(placedUnder(ruleSet, week)).toEqual(expected);
  });

  test('an override shows wherever it is used, with its reason', () => {
    const { days, overrides } = placeUnder(rulesFor(overridden('S24'), 'ann'), {
      week: readWeek('RSESRLR'),
      sessions: 2,
    });
    expect(overrides.map(({ code }) => code)).toContain('RULE_OVERRIDDEN');
    const monday = days[0];
    expect(monday?.reasons.map(({ code }) => code)).toEqual(['RULE_OVERRIDDEN', 'BEFORE_SPEED', 'ON_RUN_FREE_DAY']);
    expect(explainReason(overrides[0] ?? { code: '', rule: '', data: {} })).toMatchObject({
      title: 'S24 is set aside',
      claim: 'The coach set this rule aside for this client, and says why: “Long years of it”.',
    });
  });
});

describe('what is set aside', () => {
  test('an override’s own words come before the set’s', () => {
    expect(listSetAside(articleRules)).toEqual([]);
    expect(listSetAside(rulesFor(hardDays, 'ann'))).toEqual([{ rule: 'S23', by: 'HARD_DAYS_HARD', reason: null }]);
    const both = parse({ name: 'hard_days_hard', overrides: [{ clientId: 'ann', rule: 'S23', reason: ' So. ' }] });
    expect(listSetAside(rulesFor(both, 'ann'))).toEqual([
      { rule: 'S23', by: 'OVERRIDE', reason: 'So.' },
      { rule: 'S23', by: 'HARD_DAYS_HARD', reason: null },
    ]);
    expect(listSetAside(rulesFor(overridden('S22'), 'ann'))).toEqual([
      { rule: 'S22', by: 'OVERRIDE', reason: 'Long years of it' },
    ]);
  });

  test('two clients may each have their own override of a rule', () => {
    const override = { rule: 'S24', reason: 'So.' };
    expect(
      problemsOf({ name: 'article', overrides: ['ann', 'bob'].map((clientId) => ({ ...override, clientId })) }),
    ).toEqual([]);
  });
});

describe('a week under other rules, in full', () => {
  const under = (ruleSet: RuleSet, week: string, more: Partial<PlacementInput> = {}) =>
    placeUnder(rulesFor(ruleSet, 'ann'), { week: readWeek(week), sessions: 2, ...more });
  const say = (ruleSet: RuleSet, week: string, more: Partial<PlacementInput> = {}) => {
    const { tier, sessions, overrides } = under(ruleSet, week, more);
    return [
      tier,
      ...sessions.map(({ day, load }) => `${day} ${load}`),
      ...overrides.map(({ code, data }) => `${code} ${data.day}`),
    ];
  };
  const off = (...days: readonly Weekday[]) => ({ unavailable: days });
  const both = parse({
    name: 'article',
    overrides: ['S22', 'S24'].map((rule) => ({ clientId: 'ann', rule, reason: 'Long years of it' })),
  });

  test('hard days hard says on each day what the rules did there', () => {
    const { days, legal, overrides, warnings } = under(hardDays, 'EESRELR');
    expect(legal).toEqual(['mon', 'wed', 'thu', 'fri']);
    expect(warnings).toEqual([]);
    const onSpeed = { code: 'X1_ON_SPEED', rule: 'HARD_DAYS_HARD', data: { day: 'wed', hours: 6 } };
    expect(overrides).toEqual([onSpeed]);
    expect(days[0]?.reasons[0]).toMatchObject({
      code: 'CHOSEN_FULL',
      data: { other: 'wed', gap: 2, decidedBy: 'rule_set' },
    });
    expect(days[1]).toMatchObject({ placed: null, reasons: [{ code: 'BEFORE_SPEED' }] });
    expect(days[2]?.reasons).toEqual([
      onSpeed,
      { code: 'ON_SPEED', rule: 'S23', data: { day: 'wed', runDay: 'wed', run: 'speed', week: 'this' } },
    ]);
    for (const [index, day] of [
      [3, 'thu'],
      [4, 'fri'],
    ] as const) {
      expect(days[index]).toEqual({
        day,
        legal: true,
        placed: null,
        reasons: [{ code: 'RULES_ELSEWHERE', rule: 'HARD_DAYS_HARD', data: { day, first: 'mon', second: 'wed' } }],
      });
    }
  });

  test.each<[string, string, Partial<PlacementInput>, readonly string[]]>([
    ['one session goes on the speed day', 'EESRELR', { sessions: 1 }, ['T0', 'wed full', 'X1_ON_SPEED wed']],
    ['the first of several', 'SESESER', { sessions: 1 }, ['T0', 'mon full', 'X1_ON_SPEED mon']],
    ['the one that is not before the long run', 'RSLRSRR', { sessions: 1 }, ['T0', 'fri full', 'X1_ON_SPEED fri']],
    ['what the article has where two would stand too close', 'RSSSELE', {}, ['T2', 'fri full', 'mon light']],
    ['two on speed days', 'RESESLR', {}, ['T0', 'wed full', 'fri full', 'X1_ON_SPEED wed', 'X1_ON_SPEED fri']],
    [
      'the widest apart of several',
      'SESESER',
      {},
      ['T0', 'mon full', 'fri full', 'X1_ON_SPEED mon', 'X1_ON_SPEED fri'],
    ],
    ['speed before speed is none', 'SSSSSSS', {}, ['T6']],
    [
      'a lone speed day holds one',
      'RRRSRRR',
      off('mon', 'tue', 'wed', 'fri', 'sat', 'sun'),
      ['T4', 'thu full', 'X1_ON_SPEED thu'],
    ],
  ])('hard days hard: %s', (_, week, more, expected) => {
    expect(say(hardDays, week, more)).toEqual(expected);
  });

  test('an override opens its own days and no others', () => {
    expect(say(overridden('S22'), 'LELELEE')).toEqual([
      'T0',
      'tue full',
      'sat full',
      'RULE_OVERRIDDEN tue',
      'RULE_OVERRIDDEN sat',
    ]);
    // A race is never up for it: the day before it and the day after it stay closed.
    expect(say(overridden('S24'), 'RSESRLX')).toEqual(['T0', 'wed full', 'fri full', 'RULE_OVERRIDDEN wed']);
    expect(say(overridden('S22'), 'ESSSSSS', { before: 'race' })).toEqual(['T5', 'mon light']);
    expect(say(overridden('S24'), 'LLLLLLE', { after: 'race', before: 'easy' })).toEqual(['T5', 'sun light']);
    // Sunday lies after a long run and before speed: one override is not enough.
    const sunday = { before: 'easy', after: 'tempo' } as const;
    expect(say(overridden('S24'), 'LLLLLLE', sunday)).toEqual(['T5', 'sun light']);
    expect(say(both, 'LLLLLLE', sunday)).toEqual(['T4', 'sun full', 'RULE_OVERRIDDEN sun', 'RULE_OVERRIDDEN sun']);
    expect(under(both, 'LLLLLLE', sunday).overrides.map(({ rule, data }) => [rule, data])).toEqual([
      ['OVERRIDE', { day: 'sun', set: 'S22', because: 'Long years of it' }],
      ['OVERRIDE', { day: 'sun', set: 'S24', because: 'Long years of it' }],
    ]);
  });

  test('a race beside the week stays closed round its end, a long run does not', () => {
    const mondayOnly = off('tue', 'wed', 'thu', 'fri', 'sat', 'sun');
    expect(say(overridden('S22'), 'REEEEEX', mondayOnly)).toEqual(['T5', 'mon light']);
    expect(say(overridden('S22'), 'REEEEEL', mondayOnly)).toEqual(['T4', 'mon full', 'RULE_OVERRIDDEN mon']);
    expect(say(overridden('S22'), 'REEEEEE', { ...mondayOnly, before: 'long' })).toEqual([
      'T4',
      'mon full',
      'RULE_OVERRIDDEN mon',
    ]);
    const sundayOnly = off('mon', 'tue', 'wed', 'thu', 'fri', 'sat');
    expect(say(overridden('S24'), 'XEEEEER', sundayOnly)).toEqual(['T5', 'sun light']);
    expect(say(overridden('S24'), 'EEEEEER', { ...sundayOnly, after: 'speed' })).toEqual([
      'T4',
      'sun full',
      'RULE_OVERRIDDEN sun',
    ]);
  });

  test('three sessions are two where S14 holds', () => {
    const wished = placeUnder(articleRules, { week: readWeek('EESRELR'), sessions: 3 });
    expect(wished).toEqual(under(articleRuleSet, 'EESRELR'));
  });

  const hardWith = (...rules: readonly string[]) =>
    parse({
      name: 'hard_days_hard',
      overrides: rules.map((rule) => ({ clientId: 'ann', rule, reason: 'Long years of it' })),
    });
  test.each<[string, RuleSet, string, Weekday, readonly string[]]>([
    ['a rule set aside, of several', both, 'LELELEE', 'tue', ['S22', 'AFTER_LONG', 'W_BEFORE_LONG']],
    [
      'speed, and the rule beside it',
      hardWith('S22', 'S24'),
      'RRRRRLS',
      'sun',
      ['S22', 'X1', 'ON_SPEED', 'AFTER_LONG'],
    ],
    ['speed, where another rule is set aside', hardWith('S24'), 'EESRELR', 'wed', ['X1', 'ON_SPEED']],
    ['a rule of the easy day, no speed', hardWith('S22'), 'LERSRRR', 'tue', ['S22', 'AFTER_LONG']],
    [
      'a light day says what it says under any rules',
      overridden('S22'),
      'SSLESEE',
      'thu',
      ['AFTER_LONG', 'BEFORE_SPEED', 'CHOSEN_LIGHT'],
    ],
  ])('a used day says first what lets strength onto it: %s', (_, ruleSet, week, day, expected) => {
    const { reasons } = under(ruleSet, week).days.find((one) => one.day === day) ?? { reasons: [] };
    const told = reasons.map(({ code, data }) =>
      code === 'RULE_OVERRIDDEN' ? data.set : code === 'X1_ON_SPEED' ? 'X1' : code,
    );
    expect(told.filter((code) => code !== 'WITH_EASY_RUN' && code !== 'ON_RUN_FREE_DAY')).toEqual(expected);
  });

  test('what decided is said as the article’s where one rule is set aside, as the set’s under hard days hard', () => {
    const reasonsOn = (ruleSet: RuleSet, week: string, day: number) => under(ruleSet, week).days[day]?.reasons;
    const note = { code: 'WITH_EASY_RUN', rule: 'S29' };
    expect(reasonsOn(overridden('S22'), 'LEEEELE', 3)).toMatchObject([
      { code: 'RULES_BESIDE' },
      { code: 'CHOSEN_FULL', data: { decidedBy: 'before_long' } },
      { ...note, data: { day: 'thu' } },
    ]);
    expect(reasonsOn(hardDays, 'EESRELR', 0)?.slice(1)).toEqual([{ ...note, data: { day: 'mon' } }]);
  });

  test('an override is one only on a day that is used', () => {
    const word = { code: 'X1_ON_SPEED', rule: 'HARD_DAYS_HARD', data: {} };
    const day = { day: 'wed', legal: false, reasons: [word, { code: 'ON_SPEED', rule: 'S23', data: {} }] } as const;
    expect(listOverrides([{ ...day, placed: 'full' }])).toEqual([word]);
    expect(listOverrides([{ ...day, placed: null }])).toEqual([]);
  });

  test('a coach’s own words about speed days stand in place of the set’s', () => {
    const own = parse({ name: 'hard_days_hard', overrides: [{ clientId: 'ann', rule: 'S23', reason: 'Club night' }] });
    expect(say(own, 'RESESLR')).toEqual(['T0', 'mon full', 'wed full', 'RULE_OVERRIDDEN wed']);
  });

  test('a day that is used or left only for an overridden one says so', () => {
    expect(under(overridden('S22'), 'LEEEELE').days[3]?.reasons.slice(0, 2)).toMatchObject([
      { code: 'RULES_BESIDE', rule: 'OVERRIDE', data: { day: 'thu' } },
      { code: 'CHOSEN_FULL' },
    ]);
    expect(under(hardDays, 'SEEELER').days[2]?.reasons[0]).toEqual({
      code: 'RULES_BESIDE',
      rule: 'HARD_DAYS_HARD',
      data: { day: 'wed' },
    });
    const elsewhere = under(overridden('S24'), 'RSESRLR').days.find(
      ({ reasons }) => reasons[0]?.code === 'RULES_ELSEWHERE',
    );
    expect(elsewhere).toMatchObject({
      day: 'fri',
      reasons: [{ rule: 'OVERRIDE', data: { day: 'fri', first: 'mon', second: 'wed' } }],
    });
  });

  test('rules that change nothing leave the week as the article has it', () => {
    const article = placeStrength({ week: readWeek('EESRELR'), sessions: 2 });
    expect(under(overridden('S22'), 'EESRELR')).toEqual({ ...article, overrides: [] });
    expect(under(articleRuleSet, 'EESRELR')).toEqual({ ...article, overrides: [] });
  });
});

describe('compareRuleSets', () => {
  test('says which days change and why', () => {
    const tuned = parse({ name: 'hard_days_hard', parameters: { restStrength: 240 } });
    const comparison = compareRuleSets(
      { week: readWeek('EESRELR'), sessions: 2 },
      articleRules,
      rulesFor(tuned, 'ann'),
    );
    expect(comparison.parameters).toEqual([{ name: 'restStrength', before: 180, after: 240 }]);
    expect(comparison.days.map(({ day, before, after, why }) => [day, before, after, why[0]?.code])).toEqual([
      ['wed', null, 'full', 'X1_ON_SPEED'],
      ['thu', 'full', null, 'RULES_ELSEWHERE'],
    ]);
  });

  test('a rule set changes nothing against itself', () => {
    const input = { week: readWeek('RSESRLR'), sessions: 2 } as const;
    expect(compareRuleSets(input, rulesFor(hardDays, 'ann'), rulesFor(hardDays, 'ann'))).toEqual({
      days: [],
      parameters: [],
    });
  });
});

describe('laws', () => {
  const arbitraryRuleSet = fc
    .record({
      name: fc.constantFrom('article', 'hard_days_hard'),
      rules: fc.subarray([...overridableRules]),
    })
    .map(({ name, rules }) =>
      parse({ name, overrides: rules.map((rule) => ({ clientId: 'ann', rule, reason: 'She knows her legs' })) }),
    );
  const arbitraryInput = fc.record({
    week: fc.array(fc.constantFrom(...runKinds), { minLength: 7, maxLength: 7 }),
    sessions: fc.constantFrom(1 as const, 2 as const),
    unavailable: fc.subarray([...weekdays], { maxLength: 3 }),
  });

  test('no rule set puts strength on a long run, a race or a day off, or beside a race', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, arbitraryInput, (ruleSet, input) => {
        const classes = input.week.map(classifyRun);
        placeUnder(rulesFor(ruleSet, 'ann'), input).days.forEach(({ day, placed }, index) => {
          if (placed === null) return;
          expect(['long', 'race']).not.toContain(classes[index]);
          expect(input.unavailable).not.toContain(day);
          if (placed === 'light') return;
          expect(classes[(index + 1) % 7]).not.toBe('race');
          expect(classes[(index + 6) % 7]).not.toBe('race');
        });
      }),
    );
  });

  test('a full session against an article rule always shows as an override', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, arbitraryInput, (ruleSet, input) => {
        const { legal } = placeStrength(input);
        for (const { day, placed, reasons } of placeUnder(rulesFor(ruleSet, 'ann'), input).days) {
          if (placed === null || placed === 'light' || legal.includes(day)) continue;
          expect(['X1_ON_SPEED', 'RULE_OVERRIDDEN']).toContain(reasons[0]?.code);
        }
      }),
    );
  });

  test('some strength wherever the article has some, and every change says why', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, arbitraryInput, (ruleSet, input) => {
        const count = (days: readonly { placed: unknown }[]) => days.filter(({ placed }) => placed !== null).length;
        expect(count(placeUnder(rulesFor(ruleSet, 'ann'), input).days)).toBeGreaterThanOrEqual(
          Math.min(count(placeStrength(input).days), 1),
        );
        for (const { why } of compareRuleSets(input, articleRules, rulesFor(ruleSet, 'ann')).days) {
          expect(why.length).toBeGreaterThan(0);
          for (const reason of why) {
            expect(findRule(reason.rule), reason.code).toBeDefined();
            expect(explainReason(reason).claim).toMatch(/^[\p{Lu}\d"](?!.*(undefined|NaN|null|\s{2}|\.\.)).{10,}\.$/u);
          }
        }
      }),
    );
  });
});
