// What a report of pain means for the exercise: rulebook 2.7. Stricter than Silbernagel 2007 and Thomeé by product decision.
// The engine names no cause: whatever is beyond these lights is for a professional.
import type { ParameterValues } from '../parse-parameters.ts';
import { daysBetween, type PlainDate } from '../plain-date.ts';
import type { Reason } from '../reason.ts';
import type { PainSite } from '../vocabulary.ts';

/** Each lighter than the next. */
export const painLights = ['green', 'amber', 'red', 'stop'] as const;
export type PainLight = (typeof painLights)[number];

/** What ends training until a professional has had a look, whatever the number says. */
export const stopFlags = [
  'focal_bone',
  'night_pain',
  'rest_pain',
  'limping',
  'swelling',
  'locking',
  'giving_way',
  'numbness',
  'calf_heat',
  'chest_pain',
  'fever',
] as const;
export type StopFlag = (typeof stopFlags)[number];

/** From the least to the most. */
export const painActions = ['continue', 'hold', 'regress', 'stop_exercise', 'suspend_plan_and_refer'] as const;
export type PainAction = (typeof painActions)[number];

/** The next morning may be so much above the usual. */
const settledAbove = 1;
const ambersToRegress = 2;
const sitesWithoutImpact: readonly PainSite[] = ['bone', 'shin'];

export interface PainReport {
  readonly date: PlainDate;
  readonly site: PainSite;
  /** The worst during the exercise, 0 to 10. */
  readonly during: number;
  /** The morning after, 0 to 10; null while it is not known. */
  readonly nextMorning: number | null;
  /** What is usual at the site, 0 to 10. */
  readonly baseline: number;
  /** Whether the week's pain is on its way up. */
  readonly isRising: boolean;
  readonly flags: readonly StopFlag[];
}

/** An earlier report and the light it got. */
export interface JudgedPain {
  readonly date: PlainDate;
  readonly site: PainSite;
  readonly light: PainLight;
}

export interface PainVerdict {
  readonly light: PainLight;
  readonly action: PainAction;
  readonly progressAllowed: boolean;
  readonly notifyCoach: boolean;
  /** All hops and jumps go, not only those that load the site. */
  readonly removesImpact: boolean;
  readonly reason: Reason;
}

/** The light for a report and what follows, given the reports before it. A stop flag outweighs every number. */
export function judgePain(
  report: PainReport,
  parameters: ParameterValues,
  before: readonly JudgedPain[] = [],
): PainVerdict {
  const { site, during, nextMorning, baseline, flags } = report;
  const removesImpact = sitesWithoutImpact.includes(site);
  const data = { site, during };
  if (flags.length > 0) {
    return {
      light: 'stop',
      action: 'suspend_plan_and_refer',
      progressAllowed: false,
      notifyCoach: true,
      removesImpact: true,
      reason: { code: 'PAIN_STOP', rule: 'STOP_FLAGS', data: { site, flags: flags.join(' ') } },
    };
  }
  const reasonOf = (code: string, more: Reason['data'] = {}): Reason => ({
    code,
    rule: 'PAIN',
    data: { ...data, ...more },
  });
  const red = (reason: Reason): PainVerdict => ({
    light: 'red',
    action: 'stop_exercise',
    progressAllowed: false,
    notifyCoach: true,
    removesImpact,
    reason,
  });
  if (during >= parameters.painRedMin) return red(reasonOf('PAIN_RED'));
  const isSettled = nextMorning === null || nextMorning <= baseline + settledAbove;
  const morning: Reason['data'] = nextMorning === null ? {} : { nextMorning, baseline };
  if (during > parameters.painGreenMax) {
    if (!isSettled || report.isRising) return red(reasonOf('PAIN_AS_RED', morning));
    const repeats = before.filter(
      (one) =>
        one.light === 'amber' &&
        one.site === site &&
        one.date < report.date &&
        daysBetween(one.date, report.date) <= parameters.painRepeatDays,
    );
    const isRepeat = repeats.length + 1 >= ambersToRegress;
    return {
      light: 'amber',
      action: isRepeat ? 'regress' : 'hold',
      progressAllowed: false,
      notifyCoach: isRepeat,
      removesImpact,
      reason: isRepeat ? reasonOf('PAIN_REGRESS', { days: parameters.painRepeatDays }) : reasonOf('PAIN_HOLD', morning),
    };
  }
  const isGreen = isSettled && !report.isRising;
  return {
    light: isGreen ? 'green' : 'amber',
    action: isGreen ? 'continue' : 'hold',
    progressAllowed: isGreen,
    notifyCoach: false,
    removesImpact: removesImpact && during > 0,
    reason: isGreen ? reasonOf('PAIN_GREEN') : reasonOf('PAIN_MORNING', morning),
  };
}
