import { exercises } from '@groundwork/engine/catalogue/catalogue';
import { expect, test } from 'vitest';
import { listWorkAreas } from './list-work-areas.ts';

test('the area of the catalogue comes first', () => {
  expect(listWorkAreas({ area: 'glutes', primaryMuscles: ['hamstrings', 'gluteus maximus'] })).toEqual([
    'glutes',
    'hamstrings',
  ]);
});

test('power lights the muscles that make it', () => {
  expect(listWorkAreas({ area: 'power', primaryMuscles: ['quadriceps', 'gluteals', 'calf'] })).toEqual([
    'quads',
    'glutes',
  ]);
});

test('every exercise lights one or two areas', () => {
  expect(exercises.filter((exercise) => ![1, 2].includes(listWorkAreas(exercise).length))).toEqual([]);
});
