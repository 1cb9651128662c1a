import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainReason } from '../explain.ts';
import { readWeek } from '../golden/golden-weeks.ts';
import { parameters } from '../parameters.ts';
import { placeStrength } from '../placement.ts';
import { findRule } from '../rules.ts';
import { classifyRun } from '../run-class.ts';
import { runKinds, weekdays } from '../vocabulary.ts';
import { compareRuleSets } from './compare-rule-sets.ts';
import { placeUnder } from './place-under.ts';
import {
  articleRuleSet,
  articleRules,
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
