// A missed session goes to another day that is open, or it goes: never on top of the next one (S14, S15, S21 to S28).
import { decidePlacement } from '../decide-placement.ts';
import type { ParameterValues } from '../parse-parameters.ts';
import type { Reason } from '../reason.ts';
import { type SessionLoad, type Weekday, weekdays } from '../vocabulary.ts';
import { readWeekMasks, type WeekInput, wholeWeek } from '../week-masks.ts';
import type { ProposedChange } from './proposed-change.ts';

export interface MissedInput extends WeekInput {
  /** The week's sessions, the missed one included. */
  readonly planned: readonly { readonly day: Weekday; readonly load: SessionLoad }[];
  readonly missed: Weekday;
  readonly today: Weekday;
  /** The first session of the week after, where it is known. */
  readonly nextWeek?: Weekday;
  readonly parameters: ParameterValues;
}

/** What becomes of it; the session itself is the same wherever it lands, and no other session changes. */
export interface Missed {
  readonly to: Weekday | null;
  readonly warnings: readonly Reason[];
  readonly change: ProposedChange;
}

/** The best day left in the week for a session that was missed, or none. Throws when nothing was planned on that day. */
export function handleMissed(input: MissedInput): Missed {
  const { planned, missed, today, nextWeek, parameters } = input;
  const session = planned.find(({ day }) => day === missed);
  if (!session) throw new RangeError(`Nothing planned on ${missed}`);
  const masks = readWeekMasks(input);
  const closed = masks.long | masks.speed | masks.race | masks.unavailable;
  const open = session.load === 'light' ? wholeWeek & ~closed : decidePlacement(masks, 2).legal;
  const taken = planned.flatMap(({ day }) => (day === missed ? [] : [weekdays.indexOf(day)]));
  if (nextWeek !== undefined) taken.push(weekdays.indexOf(nextWeek) + 7);
  const first = Math.max(weekdays.indexOf(today), weekdays.indexOf(missed) + 1);
  const openDays = weekdays.map((_, day) => day).filter((day) => day >= first && (open & (1 << day)) !== 0);
  const free = openDays.filter((day) => taken.every((other) => Math.abs(other - day) >= parameters.minGapDays));
  const isBeforeLong = (day: number) => (masks.beforeLong & (1 << day)) !== 0;
  const best = free.find((day) => !isBeforeLong(day)) ?? free[0];
  const target = { exerciseId: null, session: missed, field: 'session' } as const;
  if (best === undefined) {
    const data = { from: missed, because: openDays.length === 0 ? 'no_day' : 'too_close' };
    return {
      to: null,
      warnings: [],
      change: { code: 'MISSED_DROP', rule: 'MISSED', data, kind: 'change', target, before: missed, after: null },
    };
  }
  const to = weekdays[best] as Weekday;
  const warning: Reason = {
    code: 'W_BEFORE_LONG',
    rule: 'W_BEFORE_LONG',
    data: { day: to, runDay: weekdays[(best + 1) % 7] as Weekday },
  };
  return {
    to,
    warnings: isBeforeLong(best) ? [warning] : [],
    change: {
      code: 'MISSED_MOVE',
      rule: 'MISSED',
      data: { from: missed, to },
      kind: 'change',
      target,
      before: missed,
      after: to,
    },
  };
}
