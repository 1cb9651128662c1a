import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffLines } from './diff-lines.ts';

test('keeps what both have, in its order', () => {
  expect(diffLines(['Monday', 'Squat 3x20', 'Plank'], ['Monday', 'Squat 3x6', 'Plank'])).toEqual([
    { kind: 'same', text: 'Monday' },
    { kind: 'gone', text: 'Squat 3x20' },
    { kind: 'new', text: 'Squat 3x6' },
    { kind: 'same', text: 'Plank' },
  ]);
});

test('without what is new it is the old text, without what is gone the new one', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after) ?? [];
      expect(lines.filter(({ kind }) => kind !== 'new').map((line) => line.text)).toEqual(before);
      expect(lines.filter(({ kind }) => kind !== 'gone').map((line) => line.text)).toEqual(after);
    }),
  );
});

test('gives up on texts that are too long to compare', () => {
  expect(diffLines(Array(2000).fill('a'), ['a'])).toBeNull();
});
