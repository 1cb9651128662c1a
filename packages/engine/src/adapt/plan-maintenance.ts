// Strength kept through a racing season: Beattie 2017 and Spiering 2021 (rulebook 2.5). Less often, with the load kept.

import type { Reason } from '../reason.ts';
import { mastersAge } from '../runner-limits.ts';

export interface Maintenance {
  /** A week. */
  readonly sessions: 1 | 2;
  /** The fewest sets of each exercise. */
  readonly setsMin: 1 | 2;
  /** The load is what keeps strength: it stays. */
  readonly keepsLoad: true;
  readonly reason: Reason;
}

/** The least that keeps strength in season, for an age in years: older runners need it twice a week. */
export function planMaintenance(age: number): Maintenance {
  const isOlder = age >= mastersAge;
  const [sessions, setsMin] = isOlder ? ([2, 2] as const) : ([1, 1] as const);
  return {
    sessions,
    setsMin,
    keepsLoad: true,
    reason: { code: 'IN_SEASON', rule: 'IN_SEASON', data: { sessions, sets: setsMin } },
  };
}
