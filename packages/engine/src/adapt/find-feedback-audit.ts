// S33: feedback of soreness means that the program is looked at first. How often and how sore is a product decision.
import { daysBetween, type PlainDate } from '../plain-date.ts';
import type { Reason } from '../reason.ts';

/** Of five, 1 the sorest: seven of ten and more. */
const sore = 2;
const soreDays = 2;
const windowDays = 14;

/** Whether soreness has come back often enough to audit the program before anything is added; undefined where it has not. */
export function findFeedbackAudit(
  checkIns: readonly { readonly date: PlainDate; readonly soreness: number | null }[],
  today: PlainDate,
): Reason | undefined {
  const answers = new Map(checkIns.map(({ date, soreness }) => [date, soreness]));
  const times = [...answers].filter(([date, soreness]) => {
    const ago = daysBetween(date, today);
    return ago >= 0 && ago < windowDays && soreness !== null && soreness <= sore;
  }).length;
  if (times < soreDays) return undefined;
  return { code: 'FEEDBACK_AUDIT', rule: 'S33', data: { times, days: windowDays } };
}
