import { expect, test } from 'vitest';
import { defaultParameters } from '../parse-parameters.ts';
import type { Prescription } from '../program.ts';
import { fitAmount } from './fit-amount.ts';

const amountOf = (amount: number, goal: Prescription['goal'], range: Prescription['range']) =>
  fitAmount(amount, { goal, range }, defaultParameters);

test('reps and seconds stay within the range of the place', () => {
  expect([5, 8, 10, 12, 15].map((amount) => amountOf(amount, 'stability', [8, 12]))).toEqual([8, 8, 10, 12, 12]);
  expect(amountOf(35, 'stability', [20, 30])).toBe(30);
});

test('a lift with no weight near enough above may pass its range, to eight reps and no further (rule ROUNDING)', () => {
  expect([3, 4, 6, 7, 8, 9].map((amount) => amountOf(amount, 'strength', [4, 6]))).toEqual([4, 4, 6, 7, 8, 8]);
  // A hold for strength keeps its own, longer range.
  expect(amountOf(35, 'strength', [20, 30])).toBe(30);
  expect(amountOf(25, 'strength', [20, 30])).toBe(25);
});

test('a group’s dose of one number is passed by nothing, a lift’s neither', () => {
  expect(amountOf(7, 'strength', [5, 5])).toBe(5);
  expect(amountOf(7, 'strength', [4, 5])).toBe(7);
});

test('jumps never do', () => {
  expect(amountOf(7, 'power', [3, 5])).toBe(5);
});
