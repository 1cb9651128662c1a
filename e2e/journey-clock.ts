import { findToday } from '@groundwork/api/today';
import type { PlainDate } from '@groundwork/engine/plain-date';

const hour = 60 * 60 * 1000;
const week = 7 * 24 * hour;
/** 5 January 1970 was a Monday. */
const aMondayAtEight = 4 * 24 * hour + 8 * hour;

/** Milliseconds from an instant to the coming Monday, 08:00 UTC: forward, because cookies have to outlive the browser's own clock. */
export function untilMondayMorning(now: number): number {
  return (week - ((now - aMondayAtEight) % week)) % week;
}

/** Now, as the apps see it: they run ahead of this machine's clock, so that every journey begins on a Monday morning. */
export const journeyNow = (): Date => new Date(Date.now() + Number(process.env.E2E_CLOCK_AHEAD_MS));

/** Today in the practice's time zone. */
export const journeyToday = (): PlainDate => findToday('Europe/Berlin', journeyNow());
