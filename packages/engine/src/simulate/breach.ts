import type { PlainDate } from '../plain-date.ts';

/** Everything that must not happen to a runner. */
export const breachCodes = [
  'no_program',
  'rule_broken',
  'screened_out',
  'on_day_off',
  'load_above_cap',
  'load_below_bounds',
  'stuck',
  'not_explained',
  'nothing_changed',
  'replay_differs',
] as const;
export type BreachCode = (typeof breachCodes)[number];

/** One thing that happened all the same, to one runner. */
export interface Breach {
  readonly code: BreachCode;
  /** Which runner, from 0, and the day. */
  readonly runner: number;
  readonly date: PlainDate;
  /** What it is about: the finding, the exercise and its loads, the proposal. */
  readonly about: string;
}
