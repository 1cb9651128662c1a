import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildProgram } from './build-program.ts';
import { explainDay, explainFinding, explainReason } from './explain.ts';
import type { Explanation } from './explanation.ts';
import { type Reason, reasonCodes } from './reason.ts';
import { findRule } from './rules.ts';
import { arbitraryBuildInput } from './testing/arbitrary-profile.ts';

/** Holes from missing data, and what no text may say. */
const broken = /undefined|NaN|null|\[object|\s{2}|\s[.,;]|\.\.|prevent|overtrain|guarantee/;

const expectWhole = ({ title, claim, instead, rule, source }: Explanation, about: unknown) => {
  const words = `${title} ${claim} ${instead ?? ''}`;
  if (broken.test(words)) expect.fail(`${words} in ${JSON.stringify(about)}`);
  expect(claim).toMatch(/^[\p{Lu}\d"].{10,}\.$/u);
  expect(rule.statement.length).toBeGreaterThan(10);
  expect(source.length).toBeGreaterThan(10);
};

test('law: every reason and finding of any program is a known code, opens to a rule and reads whole', () => {
  const explained = new Set<string>();
  const explainOnce = (reason: Reason) => {
    const key = JSON.stringify(reason);
    if (explained.has(key)) return;
    explained.add(key);
    expect(reasonCodes as readonly string[]).toContain(reason.code);
    expect(findRule(reason.rule), key).toBeDefined();
    expectWhole(explainReason(reason), reason);
  };
  fc.assert(
    fc.property(arbitraryBuildInput, (input) => {
      const built = buildProgram(input);
      if (!built.ok) return;
      const { program, findings, notes, holds } = built.value;
      for (const reason of [...notes, ...holds, ...program.blocks.flatMap(({ reasons }) => reasons)])
        explainOnce(reason);
      for (const week of program.weeks) {
        for (const reason of week.warnings) explainOnce(reason);
        for (const verdict of week.days) {
          for (const reason of verdict.reasons) explainOnce(reason);
          expectWhole(explainDay(week.days, verdict.day), verdict);
        }
        for (const session of week.sessions) {
          for (const reason of session.reasons) explainOnce(reason);
          for (const reason of session.prescriptions.flatMap(({ reasons }) => reasons)) explainOnce(reason);
        }
      }
      for (const finding of findings) {
        expect(findRule(finding.rule), finding.code).toBeDefined();
        expectWhole(explainFinding(finding), finding);
      }
    }),
    { numRuns: 150 },
  );
});
