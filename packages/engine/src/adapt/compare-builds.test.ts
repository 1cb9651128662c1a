import { describe, expect, test } from 'vitest';
import { articleRunner } from '../testing/article-runner.ts';
import { compareBuilds } from './compare-builds.ts';
import { articleRules } from './rule-set.ts';

const input = { profile: articleRunner, startsOn: '2026-01-05', weeks: 6, sessionsPerWeek: 2 } as const;

describe('compareBuilds', () => {
  test('finds nothing where the rules are the same', () => {
    expect(compareBuilds(input, articleRules, articleRules)).toEqual({
      sessions: 12,
      added: 0,
      gone: 0,
      moved: 0,
      redosed: 0,
    });
  });

  test('counts sessions that go to another day', () => {
    const after = { ...articleRules, name: 'hard_days_hard' } as const;
    expect(compareBuilds(input, articleRules, after).moved).toBeGreaterThan(0);
  });

  test('counts doses that a tuned number changes', () => {
    const after = { ...articleRules, parameters: { ...articleRules.parameters, restStrength: 240 } };
    expect(compareBuilds(input, articleRules, after)).toMatchObject({ moved: 0, redosed: 12 });
  });

  test('counts sessions that there are no more', () => {
    const after = { ...articleRules, parameters: { ...articleRules.parameters, sessionsPerWeek: 1 } };
    expect(compareBuilds(input, articleRules, after).gone).toBe(6);
  });
});
