import { expect, it } from 'vitest';
import { timeZone } from './time-zone.ts';

it.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  ['europe/bERLIN', 'Europe/Berlin'],
  ['Pacific/Kiritimati', 'Pacific/Kiritimati'],
  ['utc', 'UTC'],
])('%s is %s', (typed, name) => {
  expect(timeZone.parse(typed)).toBe(name);
});

it.each(['', 'Mars/Olympus', '+02:00', '../Berlin', 'Europe/Berlin\u0000', 'x'.repeat(65)])('refuses %j', (typed) => {
  expect(timeZone.safeParse(typed).success).toBe(false);
});
