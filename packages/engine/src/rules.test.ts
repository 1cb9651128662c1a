import { describe, expect, test } from 'vitest';
import { isWithinLimits, type ParameterName, parameters } from './parameters.ts';
import { findRule, listRules } from './rules.ts';

describe('rules', () => {
  test('every article rule from S1 to S33 has a page, and S20a', () => {
    const ids = [...Array.from({ length: 33 }, (_, index) => `S${index + 1}`), 'S20a'];
    expect(ids.filter((id) => !findRule(id))).toEqual([]);
  });

  test('ids and titles are unique', () => {
    const all = listRules();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
  });

  test('every rule has a statement of one line, a why and a source', () => {
    for (const rule of listRules()) {
      expect(rule.statement, rule.id).toMatch(/^.{20,140}[^.]$/);
      expect(rule.why, rule.id).toMatch(/^.{20,}\.$/);
      expect(rule.source.length, rule.id).toBeGreaterThan(10);
    }
  });

  test('no rule promises to prevent injuries or speaks of overtraining', () => {
    const banned = /prevent|overtrain|injury-free|weight loss|studies show/i;
    expect(listRules().filter(({ title, statement, why }) => banned.test(`${title} ${statement} ${why}`))).toEqual([]);
  });

  test('an unknown id finds nothing', () => {
    expect(findRule('S99')).toBeUndefined();
  });
});

describe('parameters', () => {
  const names = Object.keys(parameters) as ParameterName[];
  test.each(names)('%s has its default inside its limits', (name) => {
    expect(isWithinLimits(name, parameters[name].default)).toBe(true);
    expect(parameters[name].min).toBeLessThan(parameters[name].max);
  });
  test('refuses what is outside the limits or not a number', () => {
    expect(isWithinLimits('blockWeeks', 7)).toBe(false);
    expect(isWithinLimits('blockWeeks', 3)).toBe(false);
    expect(isWithinLimits('blockWeeks', Number.NaN)).toBe(false);
  });
});
