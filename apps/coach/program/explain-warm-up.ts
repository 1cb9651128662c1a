import { describeWarmUp } from '@groundwork/engine/describe-warm-up';
import { explainReason } from '@groundwork/engine/explain';
import type { PlannedSession } from '@groundwork/engine/program';
import type { LoadUnit } from '@groundwork/engine/vocabulary';
import { planWarmUp } from '@groundwork/engine/warm-up';
import type { ExplainedPrescription } from './explain-prescription.ts';

/** A session's warm-up as the builder shows it: step by step, each with its rule. */
export function explainWarmUp({ label, key, prescriptions }: PlannedSession, unit: LoadUnit): ExplainedPrescription {
  const { steps } = planWarmUp(prescriptions);
  const { minutes, steps: texts } = describeWarmUp(prescriptions, unit);
  return {
    exerciseId: prescriptions[0]?.exerciseId ?? '',
    heading: `Warm-up of Strength ${label} in week ${Number(key.slice(1, 3))}, about ${minutes} min`,
    explanations: steps.map(({ reason }, index) => {
      const explanation = explainReason(reason);
      return { ...explanation, claim: `${explanation.title}. ${texts[index]?.text ?? explanation.claim}` };
    }),
  };
}
