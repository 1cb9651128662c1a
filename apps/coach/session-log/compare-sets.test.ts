import type { SetLogView } from '@groundwork/api/views/session';
import { describe, expect, it } from 'vitest';
import { describeAmounts, describeGain, describeLoads, listShort } from './compare-sets.ts';

const kg = (value: number) => ({ hundredths: Math.round(value * 100), unit: 'kg' as const });
const lb = (value: number) => ({ hundredths: Math.round(value * 100), unit: 'lb' as const });
const done = (amount: number, load: SetLogView['load'] = null, amountOtherSide: number | null = null): SetLogView => ({
  setLogId: `set-${amount}`,
  setNumber: 1,
  amount,
  amountOtherSide,
  load,
  rir: 2,
  loggedAt: new Date('2026-03-19T17:00:00.000Z'),
});

describe('describeAmounts', () => {
  it('lists the sets in order, with both sides where they differed', () => {
    expect(describeAmounts([done(5), done(5, null, 4), done(3)])).toBe('5, 5/4, 3');
  });

  it('shows that nothing was done, and a set of none', () => {
    expect(describeAmounts([])).toBe('–');
    expect(describeAmounts([done(0), done(4, null, 0)])).toBe('0, 4/0');
  });
});

describe('describeLoads', () => {
  it('says one load once', () => {
    expect(describeLoads([done(5, kg(18)), done(4, kg(18))])).toBe('18 kg');
  });

  it('says every set’s where one differs, one without a load among them', () => {
    expect(describeLoads([done(5, kg(18)), done(5, kg(16.5)), done(5)])).toBe('18 kg, 16.5 kg, –');
  });

  it('keeps the unit that each was typed in', () => {
    expect(describeLoads([done(5, kg(20)), done(5, lb(45))])).toBe('20 kg, 45 lb');
  });

  it('has a dash where nothing was loaded or done', () => {
    expect(describeLoads([done(5), done(5)])).toBe('–');
    expect(describeLoads([])).toBe('–');
  });
});

describe('listShort', () => {
  it('counts the weaker side, and not a set that met or passed what was asked', () => {
    const short = listShort({ amount: 5, logs: [done(5), done(6), done(4), done(7, null, 4), done(5, null, 5)] });
    expect(short.map(({ amount, amountOtherSide }) => [amount, amountOtherSide])).toEqual([
      [4, null],
      [7, 4],
    ]);
  });

  it('has none before a set is logged', () => {
    expect(listShort({ amount: 5, logs: [] })).toEqual([]);
  });
});

describe('describeGain', () => {
  it('has nothing to say without a time before, or without a time now', () => {
    expect(describeGain([done(5)], undefined, 'reps')).toBeUndefined();
    expect(describeGain([done(5)], [], 'reps')).toBeUndefined();
    expect(describeGain([], [done(5)], 'reps')).toBeUndefined();
  });

  it('puts a change of load before a change of reps', () => {
    expect(describeGain([done(3, kg(20))], [done(6, kg(17.5))], 'reps')).toEqual({ words: '+2.5 kg', rises: true });
    expect(describeGain([done(8, kg(16))], [done(5, kg(18))], 'reps')).toEqual({ words: '−2 kg', rises: false });
  });

  it('compares the heaviest sets', () => {
    const now = [done(5, kg(16)), done(5, kg(20)), done(5, kg(18))];
    expect(describeGain(now, [done(5, kg(18)), done(5, kg(18))], 'reps')?.words).toBe('+2 kg');
  });

  it('adds up the reps where the load stands', () => {
    const before = [done(5, kg(18)), done(5, kg(18))];
    expect(describeGain([done(6, kg(18)), done(6, kg(18))], before, 'reps')).toEqual({ words: '+2 reps', rises: true });
    expect(describeGain([done(5, kg(18)), done(4, kg(18))], before, 'reps')).toEqual({ words: '−1 rep', rises: false });
    expect(describeGain(before, before, 'reps')).toEqual({ words: 'same', rises: false });
  });

  it('counts a set more as its reps', () => {
    expect(describeGain([done(5), done(5), done(5)], [done(5), done(5)], 'reps')?.words).toBe('+5 reps');
  });

  it('counts holds in seconds', () => {
    expect(describeGain([done(40)], [done(30)], 'seconds')?.words).toBe('+10 s');
    expect(describeGain([done(29)], [done(30)], 'seconds')?.words).toBe('−1 s');
  });

  it('never compares loads across units, or a load with none', () => {
    expect(describeGain([done(6, lb(45))], [done(5, kg(20))], 'reps')?.words).toBe('+1 rep');
    expect(describeGain([done(5, kg(10))], [done(5)], 'reps')?.words).toBe('same');
  });
});
