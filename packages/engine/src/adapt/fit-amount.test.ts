import { describe, expect, test } from 'vitest';
import { fitAmount } from './fit-amount.ts';
import { articleRules } from './rule-set.ts';

const { parameters } = articleRules;
const place = (goal: 'strength' | 'stability', low: number, high: number) => ({ goal, range: [low, high] as const });

describe('what an exercise has come to, in one of its places', () => {
  test.each([
    ['above the range of a place where high reps are taken already', 12, place('stability', 8, 11), 11],
    ['below the range, which would count as a set that failed', 6, place('stability', 8, 11), 8],
    ['inside it', 10, place('stability', 8, 12), 10],
    ['a lift with no weight near enough above goes on in reps', 8, place('strength', 4, 6), 8],
    ['but not past the most of a strength set', 9, place('strength', 4, 6), 8],
    ['unless its own range does', 9, place('strength', 8, 10), 9],
  ] as const)('%s', (_, amount, at, fitted) => {
    expect(fitAmount(amount, at, parameters)).toBe(fitted);
  });
});
