import { expect, test } from 'vitest';
import { deadlift } from '../testing/exercise-logs.ts';
import { startExercise } from './exercise-state.ts';

test('an exercise starts at what is planned, with nothing known yet', () => {
  expect(startExercise(deadlift)).toEqual({
    exerciseId: deadlift.exerciseId,
    load: deadlift.load,
    amount: deadlift.amount,
    tempo: deadlift.tempo,
    block: 0,
    isBegun: false,
    exposures: 0,
    topExposures: 0,
    topsInRow: 0,
    emptyInRow: 0,
    backoffsInRow: 0,
    painMax: 0,
    lastLoad: null,
    week: null,
  });
});
