import { describe, expect, test } from 'vitest';
import { areas, ladders } from '../vocabulary.ts';
import { exercises, findExercise, isPossibleWith, listLadder, listSeedPath } from './catalogue.ts';
import { checkCatalogue } from './check-catalogue.ts';
import type { Exercise } from './exercise.ts';

const ids = (list: readonly Exercise[]) => list.map((exercise) => exercise.id);

/** A copy of the catalogue with one exercise changed, to see that the check can fail. */
const withChange = (id: string, change: Partial<Exercise>) =>
  exercises.map((exercise) => (exercise.id === id ? { ...exercise, ...change } : exercise));

describe('catalogue', () => {
  test('holds 82 exercises in 13 ladders over all areas', () => {
    expect(exercises).toHaveLength(82);
    expect(new Set(exercises.map((exercise) => exercise.ladder))).toEqual(new Set(ladders));
    expect(new Set(exercises.map((exercise) => exercise.area))).toEqual(new Set(areas));
  });

  test('has no problem that the check can find', () => {
    expect(checkCatalogue(exercises)).toEqual([]);
  });

  test.each(ladders)('%s climbs from its first rung to its last, and its rungs come in order', (ladder) => {
    const rungs = listLadder(ladder);
    for (const start of rungs[0] ?? []) {
      const climbed = [start.rung];
      for (let next = findExercise(start.progressTo ?? ''); next; next = findExercise(next.progressTo ?? '')) {
        climbed.push(next.rung);
      }
      expect(climbed).toEqual(rungs.map((_, index) => index + 1));
    }
    expect(rungs.flat()).toHaveLength(exercises.filter((exercise) => exercise.ladder === ladder).length);
  });

  test('the 24-week glute path is clamshell, banded walk, side plank, side plank with leg lift', () => {
    expect(ids(listSeedPath('glute_med_24wk'))).toEqual([
      'gm_clamshell',
      'gm_band_walk',
      'gm_side_plank',
      'gm_side_plank_lift',
    ]);
  });

  test('counts heavy exercises as the rulebook does: 19 when dosed as strength, 1 always, 9 by contacts', () => {
    const count = (wanted: Exercise['highResistance']) =>
      exercises.filter((exercise) => exercise.highResistance === wanted).length;
    expect([count('when_dosed_as_strength'), count('always'), count('plyometric_budget'), count('never')]).toEqual([
      19, 1, 9, 53,
    ]);
  });

  test('an unknown id finds nothing', () => {
    expect(findExercise('gm_moonwalk')).toBeUndefined();
    expect(findExercise('__proto__')).toBeUndefined();
  });

  test('every ladder but the soleus one can be started without any kit', () => {
    const startable = ladders.filter((ladder) =>
      listLadder(ladder)[0]?.some((exercise) => isPossibleWith(exercise, [])),
    );
    expect(ladders.filter((ladder) => !startable.includes(ladder))).toEqual(['soleus']);
  });

  test('either of two sets of kit is enough', () => {
    const goblet = findExercise('qd_goblet') as Exercise;
    expect(isPossibleWith(goblet, ['kettlebell'])).toBe(true);
    expect(isPossibleWith(goblet, ['dumbbells', 'bench'])).toBe(true);
    expect(isPossibleWith(goblet, ['barbell'])).toBe(false);
    const padCatch = findExercise('as_pad_catch') as Exercise;
    expect(isPossibleWith(padCatch, ['ball'])).toBe(false);
  });

  test('no text promises to prevent an injury, diagnoses, or speaks of body weight', () => {
    const banned = /injur|prevent|diagnos|tendin|fasciitis|syndrome|weight loss|slim|tone\b|fat\b/i;
    for (const exercise of exercises) {
      const words = [exercise.purpose, ...exercise.cues, ...exercise.faults.flatMap(({ fault, fix }) => [fault, fix])];
      expect(
        words.filter((text) => banned.test(text)),
        exercise.id,
      ).toEqual([]);
    }
  });
});

describe('checkCatalogue', () => {
  const problemsOf = (catalogue: readonly Exercise[]) => checkCatalogue(catalogue).map(({ problem }) => problem);

  test('reports a reference to nowhere', () => {
    expect(problemsOf(withChange('qd_goblet', { progressTo: 'qd_moon' }))).toContain(
      'progressTo "qd_moon" does not exist',
    );
  });
  test('reports a step to another ladder and a skipped rung', () => {
    expect(problemsOf(withChange('qd_goblet', { progressTo: 'hs_nordic' }))).toContain(
      'progressTo "hs_nordic" is on another ladder',
    );
    expect(problemsOf(withChange('qd_goblet', { progressTo: 'qd_bulgarian' }))).toContain(
      'progressTo "qd_bulgarian" is not the neighbouring rung',
    );
  });
  test('reports a missing rung', () => {
    expect(problemsOf(exercises.filter((exercise) => exercise.id !== 'gx_rdl'))).toContain('rung 4 holds 0 exercises');
  });
  test('reports an id used twice', () => {
    expect(problemsOf([...exercises, exercises[0] as Exercise])).toContain('id is used twice');
  });
  test('reports a dose that nobody should do', () => {
    expect(problemsOf(withChange('qd_goblet', { prescription: { sets: 9, min: 10, max: 5, restSeconds: 0 } }))).toEqual(
      expect.arrayContaining(['9 sets', 'range 10 to 5 reps', 'rest 0 s']),
    );
  });
  test('reports an exercise without words', () => {
    expect(problemsOf(withChange('qd_goblet', { cues: [], faults: [] }))).toEqual(
      expect.arrayContaining(['0 cues', '0 faults']),
    );
  });
});
