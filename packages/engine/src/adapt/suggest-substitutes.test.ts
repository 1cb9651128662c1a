import { expect, test } from 'vitest';
import { findExercise } from '../catalogue/catalogue.ts';
import type { Exercise } from '../catalogue/exercise.ts';
import type { Profile } from '../profile.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { suggestSubstitutes } from './suggest-substitutes.ts';

function exerciseOf(id: string): Exercise {
  const found = findExercise(id);
  if (!found) throw new Error(`No ${id}`);
  return found;
}
const suggest = (id: string, more: Partial<Profile> = {}) =>
  suggestSubstitutes(exerciseOf(id), { ...articleRunner, ...more });
const ids = (...given: Parameters<typeof suggest>) => suggest(...given).map((exercise) => exercise.id);

test('the same ladder comes first, from the nearest rung down; then the rest of the area', () => {
  const found = suggest('gx_deadlift');
  expect(found.slice(0, 5).map(({ id }) => id)).toEqual([
    'gx_hip_thrust',
    'gx_rdl',
    'gx_kb_deadlift',
    'gx_sl_bridge',
    'gx_bridge',
  ]);
  const others = found.slice(5);
  expect(new Set(others.map(({ ladder }) => ladder))).toEqual(new Set(['glute_med']));
  expect(others.map(({ rung }) => rung)).toEqual(others.map(({ rung }) => rung).toSorted((one, other) => other - one));
  expect(others[0]?.id).toBe('gm_side_plank');
});

test('of the same rung another one does, a harder one never, and it is never its own substitute', () => {
  expect(ids('gx_deadlift')).toContain('gx_hip_thrust');
  for (const id of ['gx_deadlift', 'qd_rev_lunge', 'cl_copenhagen', 'pl_box_jump']) {
    expect(ids(id)).not.toContain(id);
    for (const { rung, area, impact } of suggest(id)) {
      expect(rung).toBeLessThanOrEqual(exerciseOf(id).rung);
      expect(impact).toBeLessThanOrEqual(exerciseOf(id).impact);
      expect(area).toBe(exerciseOf(id).area);
    }
  }
});

test('what lands as hard may do, what lands harder not', () => {
  expect(ids('pl_box_jump')).toContain('pl_cmj');
  expect(ids('as_hop_stick').every((id) => exerciseOf(id).impact <= 2)).toBe(true);
});

test('a rung that lands harder is left out even where it stands lower', () => {
  const easyHop = { ...exerciseOf('pl_box_jump'), impact: 1 as const };
  expect(suggestSubstitutes(easyHop, articleRunner).map(({ id }) => id)).not.toContain('pl_cmj');
});

test('what hurts or can’t be done is left out', () => {
  expect(ids('gx_deadlift', { painSites: ['low_back'] })[0]).toBe('gm_side_plank');
  expect(ids('qd_rev_lunge', { painSites: ['anterior_knee'] })).toEqual([]);
  expect(ids('gx_deadlift', { equipment: [] })).not.toContain('gx_hip_thrust');
});
