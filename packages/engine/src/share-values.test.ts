import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildProgram } from './build-program.ts';
import { shareByNumbers } from './share-values.ts';
import { applyAll, arbitraryEdit } from './testing/arbitrary-edit.ts';
import { arbitraryBuildInput } from './testing/arbitrary-profile.ts';

test('the same numbers get the same value, others another', () => {
  const pairOf = shareByNumbers((one, other) => ({ one, other }));
  expect(pairOf(5, 2.5)).toEqual({ one: 5, other: 2.5 });
  expect(pairOf(5, 2.5)).toBe(pairOf(5, 2.5));
  expect(pairOf(5, 3)).toEqual({ one: 5, other: 3 });
  expect(pairOf(6, 2.5)).toEqual({ one: 6, other: 2.5 });
  expect(pairOf(5)).toEqual({ one: 5, other: 0 });
});

// Programs share the values they are made of: whoever changed one would change what others hold.
test('a program stays as it is while others are built and edited', () => {
  const pair = fc.tuple(arbitraryBuildInput, arbitraryBuildInput);
  const coached = pair.chain(([one, other]) => {
    const [first, second] = [buildProgram(one), buildProgram(other)];
    if (!first.ok || !second.ok) throw new Error('An arbitrary input has a program.');
    const [kept, edited] = [first.value.program, second.value.program];
    const edits = edited.weeks.some(({ sessions }) => sessions.length > 0)
      ? fc.array(arbitraryEdit(edited), { maxLength: 6 })
      : fc.constant([]);
    return fc.record({ kept: fc.constant(kept), edited: fc.constant(edited), edits, other: fc.constant(other) });
  });
  fc.assert(
    fc.property(coached, ({ kept, edited, edits, other }) => {
      const before = JSON.stringify(kept);
      const beforeEdits = JSON.stringify(edited);
      applyAll(edited, edits, other.profile, other.rules);
      buildProgram(other);
      expect(JSON.stringify(kept)).toBe(before);
      expect(JSON.stringify(edited)).toBe(beforeEdits);
    }),
    { numRuns: 25 },
  );
});
