import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exercises, findExercise } from '../catalogue/catalogue.ts';
import { exerciseAliases } from './exercise-aliases.ts';
import { countTypos, listSharedNames, matchExercise, suggestExercises } from './match-exercise.ts';

const names = exercises.flatMap(({ id, name, aliases }) =>
  [id, name, ...aliases, ...(exerciseAliases[id] ?? [])].map((written) => [written, id] as const),
);

describe('matchExercise', () => {
  test.each(names)('knows "%s" as %s', (written, id) => {
    expect(matchExercise(written)).toEqual({ id, guessed: false });
  });

  test('no name means two exercises, and every alias belongs to one of the catalogue', () => {
    expect(listSharedNames()).toEqual([]);
    expect(Object.keys(exerciseAliases).filter((id) => findExercise(id) === undefined)).toEqual([]);
  });

  test.each([
    ['Weighted lunges', 'qd_rev_lunge'],
    ['SIDE PLANKS', 'cl_side_plank'],
    ['lunge, reverse (weighted)', 'qd_rev_lunge'],
    ['SL RDLs', 'gx_sl_rdl'],
    ['single leg calf raises', 'cg_single'],
    ['step ups', 'qd_step_down'],
    ['Calf Raises', 'cg_double'],
    ['Nordic curls', 'hs_nordic'],
  ])('reads "%s" as %s', (written, id) => {
    expect(matchExercise(written)).toEqual({ id, guessed: false });
  });

  test.each([
    ['Gobelt squat', 'qd_goblet'],
    ['Clam shells', 'gm_clamshell'],
    ['Copenhagan plank', 'cl_copenhagen'],
    ['Dumbbell lunges', 'qd_rev_lunge'],
    ['Palof press', 'cr_pallof_stand'],
  ])('guesses that "%s" is %s, and says so', (written, id) => {
    expect(matchExercise(written)).toEqual({ id, guessed: true });
  });

  test.each([
    'Burpees',
    'Push-ups',
    'Mountain climbers',
    'Leg press',
    'Foot strength exercise',
    '',
    '???',
    'Bench press',
  ])('does not know "%s"', (written) => {
    expect(matchExercise(written)).toBeUndefined();
  });

  test('offers what shares words with an unknown name', () => {
    expect(suggestExercises('Leg raise side lying with ankle weight')).toContain('gm_sidelying_abd');
    expect(suggestExercises('Burpees')).toEqual([]);
  });

  test('corrects one letter left out of any long name back to it, or to nothing', () => {
    const long = names.filter(([written]) => written.length > 12 && !written.includes('_'));
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), ([written, id], nat) => {
        const at = nat % written.length;
        const typed = written.slice(0, at) + written.slice(at + 1);
        const match = matchExercise(typed);
        if (match?.guessed) expect(match.id).toBe(id);
      }),
    );
  });
});

describe('countTypos', () => {
  test.each([
    ['squat', 'squat', 0],
    ['sqaut', 'squat', 1],
    ['squt', 'squat', 1],
    ['squats', 'squat', 1],
    ['lunge', 'plank', 3],
  ])('%s and %s differ by %d', (one, other, typos) => {
    expect(countTypos(one, other, 2)).toBe(Math.min(typos, 3));
  });

  test('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (one, other) => {
        expect(countTypos(one, other, 8)).toBe(countTypos(other, one, 8));
      }),
    );
  });
});
