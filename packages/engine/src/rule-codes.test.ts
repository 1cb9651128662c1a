import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildProgram } from './build-program.ts';
import type { FindingCode } from './finding.ts';
import type { ReasonCode } from './reason.ts';
import { listRuleCodes } from './rule-codes.ts';
import { findRuleExamples, workRuleExamples } from './rule-examples.ts';
import { listRules } from './rules.ts';
import { arbitraryBuildInput } from './testing/arbitrary-profile.ts';

type Carried = { readonly code: string; readonly rule: string };

const isListed = ({ code, rule }: Carried) => {
  const { findings, reasons } = listRuleCodes(rule);
  return findings.includes(code as FindingCode) || reasons.includes(code as ReasonCode);
};

test('everything that a built program says is listed under its rule', () => {
  fc.assert(
    fc.property(arbitraryBuildInput, (input) => {
      const built = buildProgram(input);
      if (!built.ok) throw new Error(JSON.stringify(built.problems));
      const { program, findings, notes, holds } = built.value;
      const said: readonly Carried[] = [
        ...[...findings, ...notes, ...holds],
        ...program.blocks.flatMap(({ reasons }) => reasons),
        ...program.weeks.flatMap(({ warnings, days, sessions }) => [
          ...warnings,
          ...days.flatMap(({ reasons }) => reasons),
          ...sessions.flatMap(({ reasons, prescriptions }) => [
            ...reasons,
            ...prescriptions.flatMap((prescription) => prescription.reasons),
          ]),
        ]),
      ];
      expect(said.filter((one) => !isListed(one))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('everything that an example says is listed under the rule that says it', () => {
  // These two come from functions whose answer is no reason: a repair and an estimate.
  const voiceless = ['REPAIR', 'ONE_REP_MAX'];
  const said = listRules().flatMap(({ id }) =>
    workRuleExamples(id).flatMap(({ said: whole, lines }) =>
      [...whole, ...lines.flatMap((line) => line.said)].map(({ code }) => ({
        code,
        rule: findRuleExamples(id)?.saidBy ?? id,
      })),
    ),
  );
  expect(said.filter((one) => !voiceless.includes(one.rule) && !isListed(one))).toEqual([]);
});

test('an id that no rule has is said by nothing', () => {
  expect(listRuleCodes('S99')).toEqual({ findings: [], reasons: [] });
});
