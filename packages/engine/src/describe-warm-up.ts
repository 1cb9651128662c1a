import { explainReason } from './explain.ts';
import { formatLoad } from './load.ts';
import type { LoadUnit } from './vocabulary.ts';
import { planWarmUp, type RampSet, type WarmUpLine } from './warm-up.ts';

/** A warm-up in words, as plain values that a phone can keep. */
export interface WarmUpText {
  /** Whole, at least 1. */
  readonly minutes: number;
  readonly steps: readonly { readonly title: string; readonly text: string }[];
}

/** The warm-up of a session's prescriptions; weights are shown in `unit`. */
export function describeWarmUp(lines: readonly WarmUpLine[], unit: LoadUnit): WarmUpText {
  const { seconds, steps } = planWarmUp(lines);
  return {
    minutes: Math.max(1, Math.round(seconds / 60)),
    steps: steps.map((step) => {
      const { title, claim } = explainReason(step.reason);
      return { title, text: step.kind === 'ramp' ? `${describeRamp(step.sets, step.perSide, unit)} ${claim}` : claim };
    }),
  };
}

/** "6 a side with 8 kg, then 3 a side with 14 kg." */
function describeRamp(sets: readonly RampSet[], perSide: boolean, unit: LoadUnit): string {
  const words = sets.map(
    ({ reps, percent, load }) =>
      `${reps}${perSide ? ' a side' : ''} ${load ? `with ${formatLoad(load, unit)}` : percent === null ? 'without haste' : `with ${shareWords[percent]} of your work weight`}`,
  );
  return `${words.join(', then ')}.`;
}

const shareWords = { 50: 'half', 75: 'three quarters' } as const satisfies Record<
  NonNullable<RampSet['percent']>,
  string
>;
