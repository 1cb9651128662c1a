import { describe, expect, test } from 'vitest';
import { dosePartKinds, formatDose, formatRest } from './format-prescription.ts';

const lunge = {
  sets: 3,
  amount: 6,
  measure: 'reps',
  perSide: false,
  load: { hundredths: 4000, unit: 'kg' },
  restSeconds: 180,
  rir: 2,
  explosive: false,
  tempo: null,
} as const;

const line = (...args: Parameters<typeof formatDose>) => formatDose(...args).map(({ text }) => text);

describe('formatDose', () => {
  test('strength reads sets, load, rest, reserve', () => {
    expect(line(lunge)).toEqual(['3 × 6', '40 kg', '3 min rest', '2 in reserve']);
  });
  test('a hold leaves out what does not apply', () => {
    const hold = {
      ...lunge,
      amount: 30,
      measure: 'seconds',
      perSide: true,
      load: null,
      rir: null,
      restSeconds: 45,
    } as const;
    expect(line(hold)).toEqual(['3 × 30 s a side', '45 s rest']);
  });
  test('power is fast and stops when slower', () => {
    const jump = { ...lunge, amount: 4, load: null, rir: 2, restSeconds: 150, explosive: true } as const;
    expect(line(jump)).toEqual(['3 × 4 fast', '2 min 30 rest', 'stop when slower']);
  });
  test('a load can be shown in the other unit', () => {
    expect(line(lunge, 'lb')[1]).toBe('88.2 lb');
  });
  test('half reps of reserve and a tempo are kept', () => {
    expect(line({ ...lunge, rir: 2.5, tempo: '3-1-1', restSeconds: 0 })).toEqual([
      '3 × 6',
      '40 kg',
      '2.5 in reserve',
      'tempo 3-1-1',
    ]);
  });
  test('parts always come in the same order', () => {
    const kinds = formatDose({ ...lunge, tempo: '2-0-1' }).map(({ kind }) => dosePartKinds.indexOf(kind));
    expect(kinds).toEqual(kinds.toSorted((a, b) => a - b));
  });
  test.each([
    [30, '30 s'],
    [90, '90 s'],
    [120, '2 min'],
    [150, '2 min 30'],
    [180, '3 min'],
  ])('%i seconds of rest read %s', (seconds, text) => {
    expect(formatRest(seconds)).toBe(text);
  });
});
