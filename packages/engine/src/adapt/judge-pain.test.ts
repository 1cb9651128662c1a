import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exercises, findExercise } from '../catalogue/catalogue.ts';
import { explainReason } from '../explain.ts';
import { defaultParameters } from '../parse-parameters.ts';
import { findRule } from '../rules.ts';
import { findPainfulSite } from '../runner-limits.ts';
import { equipment, painSites } from '../vocabulary.ts';
import {
  type JudgedPain,
  judgePain,
  type PainReport,
  type PainVerdict,
  painActions,
  painLights,
  stopFlags,
} from './judge-pain.ts';
import { suggestSubstitutes } from './suggest-substitutes.ts';

const report = (more: Partial<PainReport>): PainReport => ({
  date: '2026-03-20',
  site: 'achilles',
  during: 0,
  nextMorning: null,
  baseline: 0,
  isRising: false,
  flags: [],
  ...more,
});
const amberOn = (date: string, site: PainReport['site'] = 'achilles'): JudgedPain => ({ date, site, light: 'amber' });

interface PainCase {
  readonly name: string;
  readonly source: string;
  readonly report: PainReport;
  readonly before?: readonly JudgedPain[];
  readonly expected: Partial<PainVerdict>;
  readonly code: string;
}

const cases: readonly PainCase[] = [
  {
    name: 'N01 2 of 10, settled',
    source: 'rulebook 2.7',
    report: report({ during: 2, nextMorning: 1 }),
    expected: { light: 'green', action: 'continue', progressAllowed: true, notifyCoach: false },
    code: 'PAIN_GREEN',
  },
  {
    name: 'N02 4 of 10, settled by morning',
    source: 'rulebook 2.7',
    report: report({ during: 4, nextMorning: 2, baseline: 2 }),
    expected: { light: 'amber', action: 'hold', progressAllowed: false },
    code: 'PAIN_HOLD',
  },
  {
    name: '4 of 10, two above the usual next morning',
    source: 'rulebook 2.7',
    report: report({ during: 4, nextMorning: 4, baseline: 2 }),
    expected: { light: 'red', action: 'stop_exercise', progressAllowed: false, notifyCoach: true },
    code: 'PAIN_AS_RED',
  },
  {
    name: 'amber and on its way up over the week',
    source: 'rulebook 2.7',
    report: report({ during: 3, isRising: true }),
    expected: { light: 'red', action: 'stop_exercise' },
    code: 'PAIN_AS_RED',
  },
  {
    name: 'N04 7 of 10 in the knee during a lunge',
    source: 'rulebook 2.7',
    report: report({ site: 'anterior_knee', during: 7 }),
    expected: { light: 'red', action: 'stop_exercise', notifyCoach: true },
    code: 'PAIN_RED',
  },
  {
    name: '6 of 10 is red, 5 is amber',
    source: 'rulebook 2.7',
    report: report({ during: 6 }),
    expected: { light: 'red' },
    code: 'PAIN_RED',
  },
  {
    name: 'N05 one spot of bone, and at night: the number does not matter',
    source: 'rulebook 2.7, stop flags',
    report: report({ site: 'shin', during: 3, flags: ['focal_bone', 'night_pain'] }),
    expected: { light: 'stop', action: 'suspend_plan_and_refer', notifyCoach: true, removesImpact: true },
    code: 'PAIN_STOP',
  },
  {
    name: 'two ambers at one site in two weeks go one rung back',
    source: 'rulebook 2.7',
    report: report({ during: 3, nextMorning: 1 }),
    before: [amberOn('2026-03-06')],
    expected: { light: 'amber', action: 'regress', notifyCoach: true },
    code: 'PAIN_REGRESS',
  },
  {
    name: 'fifteen days apart, or at another site, they do not',
    source: 'rulebook 2.7',
    report: report({ during: 3, nextMorning: 1 }),
    before: [amberOn('2026-03-05'), amberOn('2026-03-18', 'calf')],
    expected: { light: 'amber', action: 'hold' },
    code: 'PAIN_HOLD',
  },
  {
    name: 'low during, up next morning: held',
    source: 'rulebook 2.7: green asks for a quiet morning',
    report: report({ during: 1, nextMorning: 3, baseline: 1 }),
    expected: { light: 'amber', action: 'hold', progressAllowed: false },
    code: 'PAIN_MORNING',
  },
  {
    name: 'the shin takes all impact away',
    source: 'rulebook 2.7',
    report: report({ site: 'shin', during: 3 }),
    expected: { light: 'amber', removesImpact: true },
    code: 'PAIN_HOLD',
  },
];

describe('what a light says', () => {
  const say = (more: Partial<PainReport>, before: readonly JudgedPain[] = []) =>
    judgePain(report(more), defaultParameters, before).reason;
  const site = 'achilles';

  test.each<[Partial<PainReport>, string, string, Record<string, string | number>]>([
    [{ during: 7 }, 'PAIN_RED', 'PAIN', { site, during: 7 }],
    [{ during: 4, isRising: true }, 'PAIN_AS_RED', 'PAIN', { site, during: 4 }],
    [
      { during: 4, nextMorning: 3, baseline: 1 },
      'PAIN_AS_RED',
      'PAIN',
      { site, during: 4, nextMorning: 3, baseline: 1 },
    ],
    [{ during: 4, nextMorning: 2, baseline: 1 }, 'PAIN_HOLD', 'PAIN', { site, during: 4, nextMorning: 2, baseline: 1 }],
    [{ during: 4 }, 'PAIN_HOLD', 'PAIN', { site, during: 4 }],
    [{ during: 1, nextMorning: 4 }, 'PAIN_MORNING', 'PAIN', { site, during: 1, nextMorning: 4, baseline: 0 }],
    [{ during: 1, isRising: true }, 'PAIN_MORNING', 'PAIN', { site, during: 1 }],
    [{ during: 2, nextMorning: 1 }, 'PAIN_GREEN', 'PAIN', { site, during: 2 }],
    [{ during: 0, flags: ['night_pain', 'limping'] }, 'PAIN_STOP', 'STOP_FLAGS', { site, flags: 'night_pain limping' }],
  ])('%j: %s', (more, code, rule, data) => {
    expect(say(more)).toEqual({ code, rule, data });
  });

  test('a second amber says within how many days', () => {
    expect(say({ during: 4 }, [amberOn('2026-03-10')])).toEqual({
      code: 'PAIN_REGRESS',
      rule: 'PAIN',
      data: { site, during: 4, days: 14 },
    });
    // Neither another light before it, nor a report of the same day.
    expect(say({ during: 4 }, [{ ...amberOn('2026-03-10'), light: 'red' }]).code).toBe('PAIN_HOLD');
    expect(say({ during: 4 }, [amberOn('2026-03-20')]).code).toBe('PAIN_HOLD');
  });

  test('below amber impact goes only where the bone or the shin hurts at all', () => {
    const removes = (more: Partial<PainReport>) => judgePain(report(more), defaultParameters).removesImpact;
    expect(removes({ site: 'shin', during: 1 })).toBe(true);
    expect(removes({ site: 'shin', during: 0 })).toBe(false);
    expect(removes({ site: 'calf', during: 1 })).toBe(false);
  });
});

describe('judgePain, golden cases', () => {
  test.each(cases)('$name ($source)', ({ report: given, before, expected, code }) => {
    const verdict = judgePain(given, defaultParameters, before);
    expect(verdict).toMatchObject(expected);
    expect(verdict.reason.code).toBe(code);
  });

  test('N04 a substitute trains the same area and spares the site', () => {
    const lunge = findExercise('qd_rev_lunge');
    if (!lunge) throw new Error('No lunge');
    const runner = { age: 34, experience: 'experienced', equipment, painSites: ['anterior_knee'] } as const;
    for (const other of suggestSubstitutes(lunge, runner)) {
      expect(other.area).toBe('quads');
      expect(other.painWatch).not.toContain('anterior_knee');
    }
  });
});

describe('laws', () => {
  const arbitraryReport: fc.Arbitrary<PainReport> = fc.record({
    date: fc.constant('2026-03-20'),
    site: fc.constantFrom(...painSites),
    during: fc.integer({ min: 0, max: 10 }),
    nextMorning: fc.option(fc.integer({ min: 0, max: 10 })),
    baseline: fc.integer({ min: 0, max: 4 }),
    isRising: fc.boolean(),
    flags: fc.oneof(fc.constant([]), fc.subarray([...stopFlags])),
  });
  const arbitraryBefore = fc.array(
    fc.record({
      date: fc.constantFrom('2026-03-01', '2026-03-10', '2026-03-19', '2026-03-20'),
      site: fc.constantFrom(...painSites),
      light: fc.constantFrom(...painLights),
    }),
    { maxLength: 4 },
  );
  const rank = ({ light, action }: PainVerdict) => [painLights.indexOf(light), painActions.indexOf(action)] as const;

  test('more pain never brings a milder light or action', () => {
    fc.assert(
      fc.property(arbitraryReport, arbitraryBefore, fc.nat(5), (given, before, more) => {
        const one = rank(judgePain(given, defaultParameters, before));
        const worse = { ...given, during: Math.min(10, given.during + more) };
        const other = rank(judgePain(worse, defaultParameters, before));
        expect(other[0]).toBeGreaterThanOrEqual(one[0]);
        expect(other[1]).toBeGreaterThanOrEqual(one[1]);
      }),
    );
  });

  test('any stop flag stops the plan, and only green lets loads rise', () => {
    fc.assert(
      fc.property(arbitraryReport, arbitraryBefore, (given, before) => {
        const { light, progressAllowed, action } = judgePain(given, defaultParameters, before);
        expect(action === 'suspend_plan_and_refer').toBe(given.flags.length > 0);
        expect(progressAllowed).toBe(light === 'green');
      }),
    );
  });

  test('no text names a cause or promises anything', () => {
    fc.assert(
      fc.property(arbitraryReport, arbitraryBefore, (given, before) => {
        const { reason } = judgePain(given, defaultParameters, before);
        expect(findRule(reason.rule)).toBeDefined();
        const { title, claim, instead } = explainReason(reason);
        expect(`${title} ${claim} ${instead ?? ''}`).not.toMatch(
          /undefined|NaN|null|\s{2}|\.\.|prevent|overtrain|guarantee|diagnos|fracture|tendin|syndrome|injur|will heal/i,
        );
        expect(claim).toMatch(/^[\p{Lu}\d].{10,}\.$/u);
      }),
    );
  });

  test('a substitute spares the site, trains the area and is no harder', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...exercises),
        fc.constantFrom(...painSites),
        fc.boolean(),
        (exercise, site, isOwned) => {
          const runner = {
            age: 40,
            experience: 'some',
            equipment: isOwned ? equipment : [],
            painSites: [site],
          } as const;
          for (const other of suggestSubstitutes(exercise, runner)) {
            expect(findPainfulSite(other, [site])).toBeUndefined();
            expect(other.area).toBe(exercise.area);
            expect(other.rung).toBeLessThanOrEqual(exercise.rung);
            expect(other.id).not.toBe(exercise.id);
          }
        },
      ),
    );
  });
});
