import { expect, it } from 'vitest';
import { halfSteps } from './half-steps.ts';

const rir = halfSteps(5);

it.each([0, 0.5, 2, 4.5, 5])('takes %d', (value) => {
  expect(rir.parse(value)).toBe(value);
});

it.each([-0.5, 5.5, 0.25, 0.3, 1e-9, 2.2e-16, 5e-324, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (value) => {
  expect(rir.safeParse(value).success).toBe(false);
});
