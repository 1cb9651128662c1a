import { describe, expect, test } from 'vitest';
import { deadlift, inKg, writeLog } from '../testing/exercise-logs.ts';
import type { PerformedSet } from './exercise-log.ts';
import { readExposure } from './read-exposure.ts';

const read = (...sets: readonly Partial<PerformedSet>[]) =>
  readExposure(
    { ...writeLog(deadlift, 1, [], null), sets: sets.map((set) => ({ amount: 5, load: inKg(60), rir: null, ...set })) },
    'kg',
  );

describe('what a log says', () => {
  test('one amount for each planned set, the weaker side, 0 for what was not done', () => {
    expect(read({ amount: 6 }, { amount: 5, amountOtherSide: 4 }).amounts).toEqual([6, 4, 0]);
    expect(read({ amount: 3, amountOtherSide: 4 }, { amountOtherSide: null }).amounts).toEqual([3, 5, 0]);
  });

  test('sets beyond the plan are not counted', () => {
    const more = read({}, {}, {}, { amount: 1, rir: 0, load: inKg(20) });
    expect(more).toEqual({ amounts: [5, 5, 5], load: inKg(60), lowestReserve: null, meanReserve: null });
  });

  test('the lowest reserve and the mean of those that were said', () => {
    expect(read({ rir: 3 }, { rir: null }, { rir: 1 })).toMatchObject({ lowestReserve: 1, meanReserve: 2 });
    expect(read({ rir: 0 })).toMatchObject({ lowestReserve: 0, meanReserve: 0 });
  });

  test('the load of most sets, the lighter of equals, in the unit asked for; none without a weight', () => {
    expect(read({ load: inKg(55) }, {}, {}).load).toEqual(inKg(60));
    expect(read({ load: inKg(65) }, {}).load).toEqual(inKg(60));
    expect(read({}, { load: inKg(55) }).load).toEqual(inKg(55));
    expect(read({ load: null }, { load: inKg(0) }).load).toBeNull();
    expect(read({ load: inKg(0) }, { load: inKg(0) }, {}).load).toEqual(inKg(60));
    expect(read({ load: { hundredths: 10_000, unit: 'lb' } }).load).toEqual({ hundredths: 4536, unit: 'kg' });
  });
});
