import { describe, expect, test } from 'vitest';
import { cannotTellCodes } from './audit.ts';
import {
  explainCannotTell,
  explainDay,
  explainFinding,
  explainReason,
  explainRepair,
  explainTier,
  labelDay,
  labelReason,
} from './explain.ts';
import type { Explanation } from './explanation.ts';
import { type Finding, findingCodes } from './finding.ts';
import { readWeek } from './golden/golden-weeks.ts';
import { placeStrength } from './placement.ts';
import { type Reason, reasonCodes } from './reason.ts';
import { findRule } from './rules.ts';
import { suggestRepairs } from './suggest-repairs.ts';
import { runKinds, tiers, weekdays } from './vocabulary.ts';

const article = placeStrength({
  week: readWeek('EESRELR'),
  sessions: 2,
  notes: [undefined, undefined, '6 × 800 m'],
});

/** What no text may contain: holes from missing data, promises and scares. */
const broken = /undefined|NaN|null|\[object|\s{2}|\s[.,;]|\.\.|prevent|overtrain|guarantee/;

const expectWhole = (explanation: Explanation, about: string) => {
  expect(explanation.title, about).toMatch(/^[\p{Lu}\d"].{3,80}$/u);
  expect(explanation.claim, about).toMatch(/^[\p{Lu}\d"].{10,}\.$/u);
  expect(explanation.source.length, about).toBeGreaterThan(10);
  expect(explanation.rule.statement.length, about).toBeGreaterThan(10);
  expect(JSON.stringify({ ...explanation, instead: explanation.instead ?? '' }), about).not.toMatch(broken);
};

describe('explainDay', () => {
  test('says why there is no strength on Tuesday', () => {
    expect(explainDay(article.days, 'tue')).toEqual({
      title: 'Why no strength on Tuesday',
      claim:
        'Wednesday is speed work, 6 × 800 m. Heavy legs the day before would cost more there than the session gives.',
      rule: { id: 'S24', statement: 'no strength the day before speed work' },
      source:
        'Doma and Deakin 2013: 14 runners lasted 18 % less long in a hard run the day after running, then lifting',
      instead: 'Monday and Thursday are used; Friday is free',
    });
  });

  test('says why strength stands on Thursday', () => {
    const { title, claim } = explainDay(article.days, 'thu');
    expect(title).toBe('Why strength on Thursday');
    expect(claim).toContain('Wednesday’s speed work is one day behind and Saturday’s long run two days off.');
    expect(claim).toContain('Thursday and Monday lie three days apart.');
  });

  test('says why Friday stays open', () => {
    expect(explainDay(article.days, 'fri')).toMatchObject({
      title: 'Why Friday stays open',
      claim: 'The long run is the day after, and Monday and Thursday do without it.',
      instead: 'A session can be moved here',
    });
  });

  test('says all reasons of a day that has several', () => {
    const { days } = placeStrength({ week: readWeek('ELESEEE'), sessions: 2, unavailable: ['wed'] });
    const { claim } = explainDay(days, 'wed');
    expect(claim).toContain('Tuesday is the long run.');
    expect(claim).toContain('Thursday is speed work.');
    expect(claim).toContain('marked as a day without training');
  });

  test('names the run across the week’s end', () => {
    const { days } = placeStrength({ week: readWeek('EESREEL'), sessions: 2 });
    expect(explainDay(days, 'mon').claim).toMatch(/^The Sunday before was the long run\./);
  });
});

describe('labels', () => {
  test('label the article’s week as the screens do', () => {
    expect(article.days.map((verdict) => labelDay(verdict) ?? 'strength')).toEqual([
      'strength',
      'day before speed',
      'speed day',
      'strength',
      'open, unused',
      'long-run day',
      'day after long',
    ]);
  });
  test('a day that is not available says so', () => {
    expect(labelReason({ code: 'UNAVAILABLE', rule: 'AVAILABILITY', data: { day: 'mon' } })).toBe('not available');
  });
});

describe('explainReason', () => {
  test('every code has words, even with nothing in its data', () => {
    for (const code of reasonCodes) {
      const { title, claim } = explainReason({ code, rule: 'S1', data: {} });
      expect(title.length, code).toBeGreaterThan(0);
      expect(claim.length, code).toBeGreaterThan(10);
    }
  });

  test('every reason of every week of rest, easy, speed, long and race days reads whole and opens to a rule', () => {
    const letters = ['R', 'E', 'S', 'L', 'X'];
    const seen = new Set<string>();
    const explainOnce = (reason: Reason) => {
      const key = JSON.stringify(reason);
      if (seen.has(key)) return;
      seen.add(key);
      expect(findRule(reason.rule), key).toBeDefined();
      expectWhole(explainReason(reason), key);
    };
    for (let code = 0; code < 5 ** 7; code += 7) {
      const week = Array.from({ length: 7 }, (_, day) => letters[Math.floor(code / 5 ** day) % 5]).join('');
      const { days, warnings } = placeStrength({ week: readWeek(week), sessions: code % 3 === 0 ? 1 : 2 });
      for (const verdict of days) for (const reason of verdict.reasons) explainOnce(reason);
      for (const warning of warnings) explainOnce(warning);
    }
    const codes = new Set([...seen].map((key) => (JSON.parse(key) as Reason).code));
    expect(codes.size).toBe(8 - 1 + 8 + 3 + 6);
  });

  test('a code of another engine version is explained by its rule', () => {
    expect(explainReason({ code: 'FROM_THE_FUTURE', rule: 'S24', data: {} })).toMatchObject({
      title: 'Day before speed',
      claim: 'No strength the day before speed work.',
    });
    expect(explainReason({ code: 'constructor', rule: 'nowhere', data: {} })).toMatchObject({ title: 'nowhere' });
  });
});

describe('explainTier and explainRepair', () => {
  test.each(tiers)('%s reads whole', (tier) => {
    expectWhole(explainTier(tier), tier);
  });

  test('a repair says what changes and what it gives', () => {
    const week = readWeek('RSESRLR');
    const [swap] = suggestRepairs({ week, sessions: 2 });
    if (!swap) throw new Error('No repair');
    expect(explainRepair(swap, week)).toMatchObject({
      title: 'Swap Monday and Tuesday',
      claim: 'Speed work on Monday and rest on Tuesday. Strength would be full on Tuesday and full on Friday.',
    });
    for (const repair of suggestRepairs({ week, sessions: 2 })) expectWhole(explainRepair(repair, week), repair.kind);
  });
});

describe('explainFinding', () => {
  const finding = (change: Partial<Finding> & Pick<Finding, 'code' | 'rule'>): Finding => ({
    mistake: 1,
    severity: 'error',
    scope: 'slot',
    at: {},
    data: {},
    ...change,
  });

  test('a short rest reads as the fact, the reason and the fix', () => {
    const short = finding({
      code: 'M1_REST_TOO_SHORT',
      rule: 'S3',
      at: { week: 3, session: 'A', slot: 'A2' },
      data: { exercise: 'gx_deadlift', restSec: 60, min: 120 },
    });
    expect(explainFinding(short)).toMatchObject({
      title: 'Deadlift rests 60 s',
      claim: 'Heavy or fast sets need 2 min or more. At 60 s it becomes endurance work.',
      instead: 'Set 3 min',
      rule: { id: 'S3' },
    });
  });

  test('missing calves past 35 name the weeks', () => {
    const gap = finding({
      code: 'M3_AREA_GAP',
      rule: 'S18',
      at: { week: 16, throughWeek: 18 },
      data: { area: 'calves', reason: 'age>35' },
    });
    expect(explainFinding(gap).title).toBe('No calf work in weeks 16 to 18');
    expect(explainFinding(gap).claim).toMatch(/^Past 35, calves may not be missing/);
  });

  test('every code has a title, a reason and a fix', () => {
    for (const code of findingCodes) {
      const { title, claim, instead } = explainFinding(finding({ code, rule: 'S3' }));
      expect(
        [title, claim, instead ?? ''].every((text) => text.length > 5),
        code,
      ).toBe(true);
    }
  });
});

test('every weekday and run kind has a place in the texts', () => {
  for (const run of runKinds) {
    const reason = { code: 'BEFORE_SPEED', rule: 'S24', data: { day: 'mon', runDay: 'tue', run, week: 'this' } };
    expectWhole(explainReason(reason), run);
  }
  for (const day of weekdays) {
    expectWhole(explainReason({ code: 'UNAVAILABLE', rule: 'AVAILABILITY', data: { day } }), day);
  }
});

test.each(cannotTellCodes)('%s reads whole', (code) => {
  expectWhole(explainCannotTell({ mistake: 1, rule: 'S3', code }), code);
});
