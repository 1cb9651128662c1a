import { describe, expect, it } from 'vitest';
import { formatSetsDone } from './session-words.ts';

const kg = (value: number) => ({ hundredths: value * 100, unit: 'kg' as const });
const set = (amount: number, load: number | null = null, amountOtherSide: number | null = null) => ({
  amount,
  amountOtherSide,
  load: load === null ? null : kg(load),
  rir: null,
});

describe('formatSetsDone', () => {
  it('says the load once while it stays', () => {
    expect(formatSetsDone([set(5, 16), set(5, 16), set(4, 16)], 'reps', 'kg')).toBe('16 kg × 5, 5, 4');
    expect(formatSetsDone([set(5, 16), set(5, 18)], 'reps', 'kg')).toBe('16 kg × 5, 18 kg × 5');
  });

  it('gives holds their unit and both sides where they differed', () => {
    expect(formatSetsDone([set(30), set(30, null, 25)], 'seconds', 'kg')).toBe('30, 30 and 25 s');
  });
});
