import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseProfile, profileProblemCodes } from './parse-profile.ts';
import { arbitraryProfile } from './testing/arbitrary-profile.ts';
import { articleRunner } from './testing/article-runner.ts';

const problemsOf = (change: Record<string, unknown>) => {
  const parsed = parseProfile({ ...articleRunner, ...change });
  return parsed.ok ? [] : parsed.problems;
};

describe('parseProfile', () => {
  test('takes a whole profile as it is', () => {
    expect(parseProfile(articleRunner)).toEqual({ ok: true, value: articleRunner });
  });

  test.each<[string, Record<string, unknown>, { path: string; code: string; allowed?: unknown }]>([
    ['an age of 12', { age: 12 }, { path: 'age', code: 'out_of_range', allowed: { min: 13, max: 100 } }],
    ['half a year', { age: 34.5 }, { path: 'age', code: 'not_whole' }],
    ['an age in words', { age: 'old' }, { path: 'age', code: 'wrong_type' }],
    ['not a number', { age: Number.NaN }, { path: 'age', code: 'wrong_type' }],
    ['no experience', { experience: undefined }, { path: 'experience', code: 'missing' }],
    [
      'an unknown experience',
      { experience: 'elite' },
      { path: 'experience', code: 'unknown_word', allowed: { words: ['new', 'some', 'experienced'] } },
    ],
    ['unknown kit', { equipment: ['mat', 'yacht'] }, { path: 'equipment.1', code: 'unknown_word' }],
    [
      '14 minutes',
      { minutesPerSession: 14 },
      { path: 'minutesPerSession', code: 'out_of_range', allowed: { min: 15, max: 120 } },
    ],
    [
      'a week of six days',
      { runningWeek: articleRunner.runningWeek.slice(1) },
      { path: 'runningWeek', code: 'out_of_range' },
    ],
    [
      'an unknown run',
      { runningWeek: [{ kind: 'swim' }, ...articleRunner.runningWeek.slice(1)] },
      { path: 'runningWeek.0.kind', code: 'unknown_word' },
    ],
    [
      'a run of no kilometres',
      { runningWeek: [{ kind: 'easy', distanceKm: 0 }, ...articleRunner.runningWeek.slice(1)] },
      { path: 'runningWeek.0.distanceKm', code: 'out_of_range', allowed: { min: 0, max: 200 } },
    ],
    [
      'a note of 81 characters',
      { runningWeek: [{ kind: 'easy', note: 'x'.repeat(81) }, ...articleRunner.runningWeek.slice(1)] },
      { path: 'runningWeek.0.note', code: 'too_long' },
    ],
    [
      'a week that starts on a Tuesday',
      { weekOverrides: { '2026-01-06': articleRunner.runningWeek } },
      { path: 'weekOverrides.2026-01-06', code: 'not_a_monday' },
    ],
    [
      'a race on a day that does not exist',
      { races: [{ date: '2026-02-30', distance: '10k', priority: 'A' }] },
      { path: 'races.0.date', code: 'not_a_date' },
    ],
    [
      'two races on one day',
      {
        races: [
          { date: '2026-03-01', distance: '10k', priority: 'A' },
          { date: '2026-03-01', distance: '5k', priority: 'B' },
        ],
      },
      { path: 'races.1.date', code: 'twice' },
    ],
    [
      'a load of an unknown exercise',
      { workingLoads: { gx_moon: { hundredths: 1000, unit: 'kg' } } },
      { path: 'workingLoads.gx_moon', code: 'unknown_exercise' },
    ],
    [
      'a load of nothing',
      { workingLoads: { gx_rdl: { hundredths: 0, unit: 'kg' } } },
      { path: 'workingLoads.gx_rdl.hundredths', code: 'out_of_range', allowed: { min: 1, max: 100_000 } },
    ],
    [
      'a prototype as a load',
      JSON.parse('{"workingLoads":{"__proto__":{}}}'),
      { path: 'workingLoads.__proto__', code: 'unknown_exercise' },
    ],
  ])('refuses %s', (_, change, problem) => {
    expect(problemsOf(change)).toHaveLength(1);
    expect(problemsOf(change)).toMatchObject([problem]);
  });

  test('names every problem at once', () => {
    expect(problemsOf({ age: 200, experience: 'elite', races: [{}] }).map(({ path }) => path)).toEqual([
      'age',
      'experience',
      'races.0.date',
      'races.0.distance',
      'races.0.priority',
    ]);
  });

  test('puts lists in one order and without repeats, races by date', () => {
    const parsed = parseProfile({
      ...articleRunner,
      equipment: ['band', 'mat', 'band'],
      painSites: ['ankle', 'achilles'],
      races: [
        { date: '2026-05-01', distance: '10k', priority: 'B' },
        { date: '2026-03-01', distance: '5k', priority: 'B' },
      ],
    });
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        equipment: ['mat', 'band'],
        painSites: ['achilles', 'ankle'],
        races: [{ date: '2026-03-01' }, { date: '2026-05-01' }],
      },
    });
  });

  test('a draft that is nothing at all is one problem', () => {
    for (const draft of [undefined, null, 7, 'profile', []]) {
      const parsed = parseProfile(draft);
      expect(parsed.ok ? [] : parsed.problems).toHaveLength(1);
    }
  });
});

describe('laws', () => {
  test('a profile parses to itself', () => {
    fc.assert(
      fc.property(arbitraryProfile, (profile) => {
        expect(parseProfile(JSON.parse(JSON.stringify(profile)))).toEqual({ ok: true, value: profile });
      }),
    );
  });

  test('nothing makes it throw, and what it refuses it names', () => {
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true });
    const draft = fc.oneof(
      anything,
      fc.record({ ...Object.fromEntries(Object.keys(articleRunner).map((key) => [key, anything])) }),
    );
    fc.assert(
      fc.property(draft, (value) => {
        const parsed = parseProfile(value);
        if (parsed.ok) return;
        expect(parsed.problems.length).toBeGreaterThan(0);
        for (const { code } of parsed.problems) expect(profileProblemCodes).toContain(code);
      }),
    );
  });
});
