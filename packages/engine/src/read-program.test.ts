import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildProgram } from './build-program.ts';
import { auditProgram, auditRead, readProgram } from './check-program.ts';
import { applyAll, arbitraryEdit } from './testing/arbitrary-edit.ts';
import { arbitraryBuildInput, arbitraryProfile } from './testing/arbitrary-profile.ts';
import { articleRunner } from './testing/article-runner.ts';

const built = (input: Parameters<typeof buildProgram>[0]) => {
  const result = buildProgram(input);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.program;
};

describe('reading a program once more', () => {
  test('takes over the weeks that it shares with the last one, and reads the others', () => {
    const profile = articleRunner;
    const program = built({ profile, startsOn: '2026-01-05', weeks: 12, sessionsPerWeek: 2 });
    const last = readProgram({ program, profile });
    const weeks = program.weeks.map((week, index) => (index === 3 ? { ...week, sessions: [] } : week));
    const { read } = readProgram({ program: { ...program, weeks }, profile }, last);
    const isTakenOver = read.weeks.map((week, index) => week === last.read.weeks[index]);
    expect(isTakenOver).toEqual(weeks.map((_, index) => index !== 3));
    expect(read.weeks[3]?.sessions).toEqual([]);
  });

  test('reads a week anew where its runs have become known, or are no longer', () => {
    const profile = articleRunner;
    const program = built({ profile, startsOn: '2026-01-05', weeks: 4, sessionsPerWeek: 2 });
    const known = readProgram({ program, profile });
    const unknown = readProgram({ program, profile, datedWeeks: [] });
    const again = (last: typeof known, datedWeeks?: readonly []) =>
      readProgram({ program, profile, ...(datedWeeks && { datedWeeks }) }, last).read;
    expect(again(unknown)).toEqual(known.read);
    expect(again(known, [])).toEqual(unknown.read);
    expect(again(unknown, []).weeks[0]).toBe(unknown.read.weeks[0]);
  });

  test('law: whatever was read before, it is read and judged as if for the first time', () => {
    const cases = arbitraryBuildInput.chain((input) => {
      const program = built(input);
      const edits = program.weeks.some(({ sessions }) => sessions.length > 0)
        ? fc.array(arbitraryEdit(program), { maxLength: 4 })
        : fc.constant([]);
      const other = fc.record({ runs: fc.option(arbitraryProfile, { nil: null }), edits });
      return fc.record({ input: fc.constant(input), program: fc.constant(program), other });
    });
    fc.assert(
      fc.property(cases, ({ input, program, other: { runs, edits } }) => {
        const last = readProgram({ program, profile: input.profile, ...rulesOf(input) });
        const { profile } = input;
        // The same runner among other runs.
        const moved = runs === null ? profile : { ...profile, runningWeek: runs.runningWeek };
        const edited = applyAll(program, edits, profile, input.rules);
        const again = readProgram({ program: edited, profile: moved, ...rulesOf(input) }, last);
        const anew = { program: edited, profile: moved, ...rulesOf(input) };
        expect(again.read).toEqual(readProgram(anew).read);
        expect(auditRead(again, input.rules)).toEqual(auditProgram(anew));
      }),
      { numRuns: 40 },
    );
  });
});

function rulesOf({ rules }: Parameters<typeof buildProgram>[0]) {
  return rules === undefined ? {} : { rules };
}
