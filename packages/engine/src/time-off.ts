// Holidays and illness inside a program: nothing, or light work without kit, on their days; the gap rules after them.
import { type GapPlan, handleGap } from './adapt/handle-gap.ts';
import { dayNumberOf } from './plain-date.ts';
import type { TimeOff } from './profile.ts';
import type { ProgramPlan } from './program-plan.ts';
import type { Equipment } from './vocabulary.ts';

/** Days away, both ends included, counted from 1970-01-01. */
export interface DatedTimeOff {
  readonly first: number;
  readonly last: number;
}

/** Away from home there is a floor; a towel does for a mat. */
export const kitAway: readonly Equipment[] = ['mat'];

export function listDatedTimeOff(timeOff: readonly TimeOff[]): readonly DatedTimeOff[] {
  return timeOff.map(({ from, to }) => ({ first: dayNumberOf(from), last: dayNumberOf(to) }));
}

/** What days away do to the training after them. */
export interface Gap {
  /** Since the last session at home. */
  readonly days: number;
  readonly blockWeek: Exclude<GapPlan['blockWeek'], 'continue'>;
}

/**
 * The gap before a day, where a holiday or an illness lies in it and it is too long to just go on. Light work away keeps
 * enough that the block need not start anew (product decision).
 */
export function findGap(plan: ProgramPlan, dayNumber: number): Gap | null {
  const { lastSessionDay, lastAwayDay, timeOff, parameters } = plan;
  if (!timeOff.some(({ first, last }) => last > lastSessionDay && first < dayNumber)) return null;
  const days = dayNumber - lastSessionDay;
  if (!Number.isFinite(days)) return null;
  const gapDays = lastAwayDay > lastSessionDay ? Math.min(days, parameters.missedEaseDays) : days;
  const { blockWeek } = handleGap({ gapDays, load: null, loadable: 1, parameters });
  return blockWeek === 'continue' ? null : { days, blockWeek };
}
