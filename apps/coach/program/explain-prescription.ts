import { findExercise } from '@groundwork/engine/catalogue/catalogue';
import { explainReason } from '@groundwork/engine/explain';
import type { Explanation } from '@groundwork/engine/explanation';
import { formatSets } from '@groundwork/engine/format-prescription';
import { findRule } from '@groundwork/engine/rules';
import type { GridCell } from './grid-rows.ts';

/** All the reasons behind a cell as one answer: the rule shown is that of the first. */
export function explainPrescription({ prescription, week }: GridCell): {
  readonly heading: string;
  readonly explanation: Explanation;
} {
  const name = findExercise(prescription.exerciseId)?.name ?? prescription.exerciseId;
  const heading = `Why ${formatSets(prescription)} of ${name} in week ${week}`;
  const explanations = prescription.reasons.map((reason) => explainReason(reason));
  const [first] = explanations;
  if (first) {
    const claim = explanations.map((one) => one.claim).join(' ');
    return { heading, explanation: { ...first, title: heading, claim } };
  }
  const rule = findRule('S20a');
  return {
    heading,
    explanation: {
      title: heading,
      claim: `It is there for ${prescription.purpose}.`,
      rule: { id: 'S20a', statement: rule?.statement ?? '' },
      source: rule?.source ?? '',
      instead: null,
    },
  };
}
