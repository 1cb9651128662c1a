// How ready a runner is today: rulebook 2.6. How it feels comes first (Saw 2016); heart-rate variability counts only as a
// week's mean beside it (Düking 2021); a watch's own score never decides. What is missing is green.
import type { ParameterValues } from '../parse-parameters.ts';
import type { Reason } from '../reason.ts';

export const readinessLights = ['green', 'amber', 'red'] as const;
export type ReadinessLight = (typeof readinessLights)[number];

/** 1 the worst to 5 the best; null where it was not said. */
type Feeling = number | null;

export interface CheckIn {
  readonly soreness: Feeling;
  readonly sleep: Feeling;
  readonly fatigue: Feeling;
  readonly mood: Feeling;
  readonly isIll: boolean;
  readonly hasFever: boolean;
  /** A red or stop light for pain. */
  readonly hasRedPain: boolean;
  /** Means of the last seven days, one for each day, the newest last, against the runner's own baseline; null without. */
  readonly variability: {
    readonly means: readonly number[];
    readonly baseline: number;
    readonly deviation: number;
  } | null;
}

export interface Readiness {
  readonly light: ReadinessLight;
  readonly reason: Reason;
}

/** Of five. */
const lowFeeling = 2;

/** The day's light, and why. */
export function judgeReadiness(checkIn: CheckIn, parameters: ParameterValues): Readiness {
  const { isIll, hasFever, hasRedPain } = checkIn;
  if (isIll || hasFever || hasRedPain) {
    const because = hasFever ? 'fever' : isIll ? 'ill' : 'pain';
    return { light: 'red', reason: { code: 'READY_RED', rule: 'READINESS', data: { because } } };
  }
  const feelings = [checkIn.soreness, checkIn.sleep, checkIn.fatigue, checkIn.mood];
  const low = feelings.filter((feeling) => feeling !== null && feeling <= lowFeeling).length;
  const isVariabilityLow = hasLowVariability(checkIn.variability, parameters);
  if (low >= parameters.lowFeelings || (low > 0 && isVariabilityLow)) {
    const because = low >= parameters.lowFeelings ? 'feelings' : 'feeling_and_variability';
    return { light: 'amber', reason: { code: 'READY_AMBER', rule: 'READINESS', data: { low, because } } };
  }
  return { light: 'green', reason: { code: 'READY_GREEN', rule: 'READINESS', data: {} } };
}

function hasLowVariability(
  variability: CheckIn['variability'],
  { lowVariabilityDays, lowVariabilityDeviations }: ParameterValues,
): boolean {
  if (variability === null) return false;
  const { means, baseline, deviation } = variability;
  const last = means.slice(-lowVariabilityDays);
  const floor = baseline - lowVariabilityDeviations * deviation;
  return last.length === lowVariabilityDays && last.every((mean) => mean < floor);
}
