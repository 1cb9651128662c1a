import { findExercise } from '@groundwork/engine/catalogue/catalogue';
import { explainReason } from '@groundwork/engine/explain';
import type { Explanation } from '@groundwork/engine/explanation';
import { formatSets } from '@groundwork/engine/format-prescription';
import { findRule } from '@groundwork/engine/rules';
import type { GridCell } from './grid-rows.ts';

export interface ExplainedPrescription {
  readonly exerciseId: string;
  readonly heading: string;
  /** At least one. */
  readonly explanations: readonly Explanation[];
}

/** Every reason behind a cell; its purpose alone where the engine gave none. */
export function explainPrescription({ prescription, week }: GridCell): ExplainedPrescription {
  const { exerciseId } = prescription;
  const name = findExercise(exerciseId)?.name ?? exerciseId;
  const heading = `Why ${formatSets(prescription)} of ${name} in week ${week}`;
  const explanations = prescription.reasons.map((reason) => explainReason(reason));
  if (explanations.length > 0) return { exerciseId, heading, explanations };
  const rule = findRule('S20a');
  const purpose: Explanation = {
    title: heading,
    claim: `It is there for ${prescription.purpose}.`,
    rule: { id: 'S20a', statement: rule?.statement ?? '' },
    source: rule?.source ?? '',
    instead: null,
  };
  return { exerciseId, heading, explanations: [purpose] };
}
