// The reserve corrects the load: rulebook 2.4. NSCA chart and Zourdos 2016, trusted as far as Hackett 2017 found it.
import type { Load } from '../load.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import { lowerLoad, roundLoad } from '../round-load.ts';
import { isLighter } from './is-lighter.ts';
import type { StepContext } from './step-context.ts';

/** Reports above this are "5 or more": nobody judges them well (Hackett 2017). */
const reserveTrustMax = 5;
/** Judging the reserve takes practice: for some days after a runner's first report it counts so much. */
const halfTrust = 0.5;

/** Percent of load for the reserve that was over or short, half of it while the runner learns to judge. */
export function correctionOf(
  target: number | null,
  reserve: number | null,
  date: PlainDate,
  { parameters, reservesSince }: StepContext,
): number {
  if (target === null || reserve === null) return 0;
  const off = Math.min(reserve, reserveTrustMax) - target;
  const percent = Math.min(
    Math.max(off * parameters.rirPercent, -parameters.rirCutMaxPercent),
    parameters.rirRiseMaxPercent,
  );
  const isLearning = reservesSince === null || date < addDays(reservesSince, parameters.rirPracticeDays);
  return isLearning ? percent * halfTrust : percent;
}

/** At least a step where the reserve was a whole rep short; less than that only where it rounds to one. */
export function correctDown(basis: Load, percent: number, { parameters, loadable }: StepContext): Load {
  if (percent >= parameters.rirPercent) return lowerLoad(basis, percent, loadable);
  const rounded = roundLoad(
    { hundredths: Math.round(basis.hundredths * (1 - percent / 100)), unit: basis.unit },
    loadable,
  );
  return isLighter(rounded, basis) ? rounded : basis;
}
