import { describe, expect, test } from 'vitest';
import { screen } from './adapt/screen.ts';
import { exercises, findExercise } from './catalogue/catalogue.ts';
import type { Exercise } from './catalogue/exercise.ts';
import { findBar, findPainfulSite, isLightWork, type Runner } from './runner-limits.ts';
import { articleRunner } from './testing/article-runner.ts';
import { answerHealthy } from './testing/screening-answers.ts';

const exerciseOf = (id: string): Exercise => {
  const exercise = findExercise(id);
  if (!exercise) throw new Error(`No ${id}`);
  return exercise;
};
const everyKit = [
  ...new Set(exercises.flatMap(({ equipment, optionalEquipment }) => [...equipment.flat(), ...optionalEquipment])),
];
const runnerWith = (known: Partial<Runner>): Runner => ({ ...articleRunner, equipment: everyKit, ...known });

const newMother = screen(answerHealthy({ weeksSinceBirth: 8, answeredOn: '2026-01-01', today: '2026-01-05' }));

describe('what a runner may not be given', () => {
  test.each<[string, Partial<Runner>, ReturnType<typeof findBar>]>([
    ['qd_back_squat', {}, null],
    ['qd_back_squat', { equipment: ['barbell'] }, 'kit'],
    ['qd_back_squat', { equipment: ['barbell', 'rack'] }, null],
    ['qd_back_squat', { painSites: ['low_back'] }, 'pain'],
    ['qd_back_squat', { painSites: ['shoulder'] }, null],
    // The kit weighs more than the pain, the pain more than the age.
    ['qd_back_squat', { equipment: [], painSites: ['low_back'] }, 'kit'],
    ['pl_drop_jump', { painSites: ['achilles'], age: 15 }, 'pain'],
    // Eight weeks after giving birth nothing lands.
    ['pl_pogo_small', { screening: newMother }, 'screening'],
    ['qd_back_squat', { screening: newMother }, null],
    ['pl_pogo_small', { screening: newMother, painSites: ['achilles'] }, 'pain'],
    ['pl_cmj', { screening: newMother, age: 17 }, 'screening'],
    // Minors: no one-leg or drop jumps, no single all-out jumps, nothing that is always heavy.
    ['pl_sl_pogo', { age: 17 }, 'age'],
    ['pl_sl_pogo', { age: 18 }, null],
    ['pl_cmj', { age: 17 }, 'age'],
    ['pl_cmj', { age: 18 }, null],
    ['pl_pogo_small', { age: 17 }, null],
    ['pl_rope', { age: 17 }, null],
    ['as_hop_stick', { age: 17 }, null],
    ['hs_nordic', { age: 17 }, 'experience'],
    ['hs_nordic', { age: 18 }, null],
    ['hs_nordic', { experience: 'new' }, 'experience'],
    ['hs_nordic', { experience: 'some' }, null],
    // Landings ask for a base.
    ['pl_pogo_small', { experience: 'new' }, null],
    ['pl_cmj', { experience: 'new' }, 'experience'],
    ['pl_cmj', { experience: 'some' }, null],
    ['pl_drop_jump', { experience: 'some' }, 'experience'],
    ['pl_drop_jump', { experience: 'experienced' }, null],
  ])('%s for %j: %s', (id, known, bar) => {
    expect(findBar(exerciseOf(id), runnerWith(known))).toBe(bar);
  });

  test('a minor’s fast reps are barred below eight', () => {
    const jumps = (max: number) => {
      const exercise = exerciseOf('pl_pogo_small');
      return { ...exercise, prescription: { ...exercise.prescription, max } };
    };
    expect(findBar(jumps(7), runnerWith({ age: 15 }))).toBe('age');
    expect(findBar(jumps(8), runnerWith({ age: 15 }))).toBeNull();
    // Seven seconds of hops are not seven jumps.
    expect(findBar({ ...jumps(7), measure: 'seconds' }, runnerWith({ age: 15 }))).toBeNull();
  });
});

test.each([
  ['qd_back_squat', ['shoulder', 'low_back', 'anterior_knee'], 'low_back'],
  ['qd_back_squat', [], undefined],
  ['qd_back_squat', ['bone'], undefined],
  // Pain on bone or along the shin ends all impact.
  ['pl_box_jump', ['shin'], 'shin'],
  ['pl_box_jump', ['bone'], 'bone'],
  ['pl_pogo_small', ['shin'], 'shin'],
  ['pl_box_jump', ['shoulder'], undefined],
] as const)('%s with pain at %j loads %s', (id, sites, expected) => {
  expect(findPainfulSite(exerciseOf(id), sites)).toBe(expected);
});

describe('light work', () => {
  test.each([
    // Feet and ankles, easy core, hips without a load.
    ['fi_towel', true],
    ['am_wall_rock', true],
    ['as_balance', true],
    ['ce_plank_march', true],
    ['ce_body_saw', false],
    ['gm_hip_hitch', true],
    ['gm_band_walk', true],
    ['cr_pallof_stand', true],
    ['gx_bridge', false],
    // A weight that can't be left out.
    ['cl_suitcase_hold', false],
    ['am_split_df', false],
    ['cl_side_plank', true],
    // Impact, and what can be heavy.
    ['as_hop_stick', false],
    ['fi_toe_ext_loaded', false],
    ['hs_nordic', false],
    ['pl_pogo_small', false],
    // Thighs and calves do the running.
    ['qd_box_squat', false],
    ['hs_walkout', false],
    ['cg_double', false],
    ['pl_rope', false],
  ])('%s: %s', (id, isLight) => {
    expect(isLightWork(exerciseOf(id))).toBe(isLight);
  });

  test.each<[string, string, Partial<Exercise>, boolean]>([
    ['what can be heavy', 'gm_hip_hitch', { highResistance: 'when_dosed_as_strength' }, false],
    ['what lands', 'as_balance', { impact: 1 }, false],
    ['a weight that one of its kits does without', 'cl_suitcase_hold', { equipment: [['dumbbells'], []] }, true],
    ['feet, however far up their ladder', 'fi_towel', { rung: 6 }, true],
    ['ankles as well', 'as_balance', { rung: 6 }, true],
  ])('%s: %s with %j: %s', (_, id, change, isLight) => {
    expect(isLightWork({ ...exerciseOf(id), ...change })).toBe(isLight);
  });
});
