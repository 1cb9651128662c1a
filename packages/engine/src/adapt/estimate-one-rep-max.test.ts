import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LoadUnit } from '../vocabulary.ts';
import { estimateOneRepMax, type OneRepMax, type OneRepMaxInput } from './estimate-one-rep-max.ts';

const set = (amount: number, reps: number, rir: number | null, unit: LoadUnit = 'kg', age = 34): OneRepMaxInput => ({
  load: { hundredths: amount * 100, unit },
  reps,
  rir,
  age,
});
const estimate = (input: OneRepMaxInput): OneRepMax => {
  const result = estimateOneRepMax(input);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

describe('golden cases', () => {
  test('L07 60 kg x 6 with 2 in reserve (Epley, Brzycki)', () => {
    expect(estimate(set(60, 6, 2))).toEqual({
      effectiveReps: 8,
      epley: { hundredths: 7600, unit: 'kg' },
      brzycki: { hundredths: 7448, unit: 'kg' },
      mean: { hundredths: 7524, unit: 'kg' },
      shown: '~75 kg (estimate)',
    });
  });

  test('L08 both formulas give 80 kg at ten reps (Epley, Brzycki)', () => {
    const { epley, brzycki } = estimate(set(60, 10, 0));
    expect([epley.hundredths, brzycki.hundredths]).toEqual([8000, 8000]);
  });

  test.each([
    ['L08 refuses above ten', set(60, 11, 0), ['too_many_reps']],
    ['the reserve counts toward the ten', set(60, 8, 2.5), ['too_many_reps']],
    ['a rep that was not done', set(60, 0, 2), ['too_few_reps']],
    ['no load', set(0, 6, 2), ['no_load']],
    ['nobody under 18', set(60, 6, 2, 'kg', 17), ['minor']],
  ])('%s', (_, input, codes) => {
    const result = estimateOneRepMax(input);
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(codes);
  });

  test('a single is itself', () => {
    expect(estimate(set(100, 1, 0)).mean.hundredths).toBe(10_000);
  });

  test('one and a half lies between a single and two (Epley)', () => {
    expect([0, 0.5, 1].map((rir) => estimate(set(100, 1, rir)).epley.hundredths)).toEqual([10_000, 10_333, 10_667]);
  });

  test('from 18 on there is one', () => {
    expect(estimate(set(60, 6, 2, 'kg', 18)).effectiveReps).toBe(8);
  });

  test('half a kilogram is as exact as it is shown, and a whole pound', () => {
    expect(estimate(set(63, 5, 1.5)).shown).toBe('~75.5 kg (estimate)');
    expect(estimate(set(135, 6, 2, 'lb')).shown).toBe('~169 lb (estimate)');
  });
});

describe('laws', () => {
  const arbitrarySet = fc.record({
    load: fc.integer({ min: 100, max: 50_000 }).map((hundredths) => ({ hundredths, unit: 'kg' as const })),
    reps: fc.integer({ min: 1, max: 5 }),
    rir: fc.integer({ min: 0, max: 9 }).map((halves) => halves / 2),
    age: fc.constant(40),
  });

  test('one more in reserve never lowers the estimate, and no estimate lies below the load', () => {
    fc.assert(
      fc.property(arbitrarySet, (input) => {
        const { mean } = estimate(input);
        expect(mean.hundredths).toBeGreaterThanOrEqual(input.load.hundredths);
        expect(estimate({ ...input, rir: input.rir + 0.5 }).mean.hundredths).toBeGreaterThanOrEqual(mean.hundredths);
      }),
    );
  });
});
