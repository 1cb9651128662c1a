// Back after days without strength: rulebook, parameter table ("missed"). The steps are product decisions.
import type { Load } from '../load.ts';
import type { ParameterValues } from '../parse-parameters.ts';
import type { Reason } from '../reason.ts';
import { type Loadable, lowerLoad } from '../round-load.ts';

export interface GapInput {
  /** Whole days since the last session. */
  readonly gapDays: number;
  /** The last working load; null where nothing is loaded. */
  readonly load: Load | null;
  readonly loadable: Loadable;
  readonly parameters: ParameterValues;
}

/** How training goes on. */
export interface GapPlan {
  /** Go on, the last week again, the block from its start, or a new block one rung down. */
  readonly blockWeek: 'continue' | 'repeat' | 'start' | 'new_block';
  /** Null after a long gap: the exercise is another one. */
  readonly load: Load | null;
  /** Sets more or less than planned, for the first week back. */
  readonly setsDelta: 0 | -1;
  readonly rungDelta: 0 | -1;
  readonly reason: Reason;
}

/** What the first week back looks like after so many days. */
export function handleGap({ gapDays, load, loadable, parameters }: GapInput): GapPlan {
  const reasonOf = (code: string, data: Reason['data'] = {}): Reason => ({
    code,
    rule: 'GAP',
    data: { days: gapDays, ...data },
  });
  const lower = (percent: number) => (load === null ? null : lowerLoad(load, percent, loadable));
  if (gapDays <= parameters.missedResumeDays) {
    return { blockWeek: 'continue', load, setsDelta: 0, rungDelta: 0, reason: reasonOf('GAP_RESUME') };
  }
  if (gapDays <= parameters.missedEaseDays) {
    const easePercent = parameters.missedEasePercent;
    const reason = reasonOf('GAP_EASE', { percent: easePercent });
    return { blockWeek: 'repeat', load: lower(easePercent), setsDelta: -1, rungDelta: 0, reason };
  }
  if (gapDays <= parameters.missedRestartDays) {
    const restartPercent = parameters.missedRestartPercent;
    const reason = reasonOf('GAP_RESTART', { percent: restartPercent });
    return { blockWeek: 'start', load: lower(restartPercent), setsDelta: 0, rungDelta: 0, reason };
  }
  return { blockWeek: 'new_block', load: null, setsDelta: 0, rungDelta: -1, reason: reasonOf('GAP_RUNG_DOWN') };
}
