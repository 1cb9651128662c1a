import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import { arbitraryBuildInput } from '../testing/arbitrary-profile.ts';
import { buildRoutine } from './build-routine.ts';
import { formatNotation } from './format-notation.ts';
import { parseNotation } from './parse-notation.ts';

test('everything the engine builds is written and read back whole, without a problem', () => {
  fc.assert(
    fc.property(arbitraryBuildInput, (input) => {
      const built = buildProgram(input);
      if (!built.ok) throw new Error(JSON.stringify(built.problems));
      const routine = buildRoutine(built.value.program, input.profile);
      const pairs = built.value.program.weeks
        .flatMap(({ sessions }) => sessions)
        .flatMap(({ prescriptions }) => prescriptions.filter(({ superset }) => superset !== null));
      const marked = routine.weeks
        .flatMap(({ days }) => days)
        .flatMap(({ session }) => session?.lines.filter(({ mark }) => mark !== null) ?? []);
      expect(marked.map(({ exercise }) => exercise)).toEqual(pairs.map(({ exerciseId }) => exerciseId));
      const read = parseNotation(formatNotation(routine));
      expect(read.routine).toEqual(routine);
      expect(read.problems).toEqual([]);
    }),
  );
});
