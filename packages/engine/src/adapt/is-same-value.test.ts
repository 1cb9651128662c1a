import { expect, test } from 'vitest';
import { inKg } from '../testing/exercise-logs.ts';
import { isSameValue } from './is-same-value.ts';
import type { ChangeValue } from './proposed-change.ts';

test.each<[ChangeValue, ChangeValue, boolean]>([
  [inKg(60), inKg(60), true],
  [inKg(60), inKg(62.5), false],
  [inKg(60), { hundredths: 6000, unit: 'lb' }, false],
  [inKg(60), null, false],
  [null, inKg(60), false],
  [null, null, true],
  [5, 5, true],
  [5, 6, false],
  ['3-1-1', '3-1-1', true],
  ['3-1-1', null, false],
  [inKg(60), 60, false],
  [60, inKg(60), false],
])('%j and %j: %s', (one, other, isSame) => {
  expect(isSameValue(one, other)).toBe(isSame);
});
