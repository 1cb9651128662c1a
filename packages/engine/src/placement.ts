import { listUnusedReasons, listUsedReasons } from './day-reasons.ts';
import { type Decision, decidePlacement, gapBetween } from './decide-placement.ts';
import { listRefusals } from './list-refusals.ts';
import type { Reason } from './reason.ts';
import { type RunKind, type SessionLoad, type Tier, type Weekday, weekdays } from './vocabulary.ts';
import { listDays, readWeekMasks, type WeekInput } from './week-masks.ts';

export interface PlacementInput extends WeekInput {
  readonly sessions: 1 | 2;
  /** The coach's words for each day's run, such as "6 × 800 m", so that a reason can name it. */
  readonly notes?: readonly (string | undefined)[];
}

export interface PlacedDay {
  readonly day: Weekday;
  readonly load: SessionLoad;
}

/** What the engine says about one day: used or not, and every reason. A refused day always has at least one. */
export interface DayVerdict {
  readonly day: Weekday;
  readonly legal: boolean;
  readonly placed: SessionLoad | null;
  readonly reasons: readonly Reason[];
}

export interface Placement {
  readonly tier: Tier;
  readonly legal: readonly Weekday[];
  /** In the order they were chosen: the fullest first, then by day. */
  readonly sessions: readonly PlacedDay[];
  readonly days: readonly DayVerdict[];
  readonly warnings: readonly Reason[];
}

/** A change to the running week that would let more strength in. Always a suggestion: the engine moves no run. */
export type Repair =
  | {
      readonly kind: 'swap';
      readonly days: readonly [Weekday, Weekday];
      readonly week: readonly RunKind[];
      readonly gives: Placement;
    }
  | {
      readonly kind: 'downgrade';
      readonly day: Weekday;
      readonly to: 'easy';
      readonly week: readonly RunKind[];
      readonly gives: Placement;
    };

/**
 * Places one or two strength sessions in a running week, by the article's rules S20 to S31 and the tiers below them. Every
 * day gets a verdict: refused days all their reasons, used days why they were chosen, legal unused ones why not.
 */
export function placeStrength(input: PlacementInput): Placement {
  const week = readWeekMasks(input);
  const decision = decidePlacement(week, input.sessions);
  const days = listRefusals(input).map((refused, index): DayVerdict => {
    const day = weekdays[index] as Weekday;
    const legal = refused.length === 0;
    const placed =
      index === decision.first ? decision.firstLoad : index === decision.second ? decision.secondLoad : null;
    const chosen = placed
      ? listUsedReasons(input, week, decision, index, placed)
      : legal
        ? listUnusedReasons(week, decision, index)
        : [];
    return { day, legal, placed, reasons: [...refused, ...chosen] };
  });
  return {
    tier: decision.tier,
    legal: listDays(decision.legal).map((index) => weekdays[index] as Weekday),
    sessions: listSessions(decision),
    days,
    warnings: listTierWarnings(decision, days),
  };
}

/** What a decision places: the fullest first, then by day. */
export function listSessions({ first, firstLoad, second, secondLoad }: Decision): PlacedDay[] {
  const sessions: PlacedDay[] = [];
  if (first >= 0) sessions.push({ day: weekdays[first] as Weekday, load: firstLoad });
  if (second >= 0) sessions.push({ day: weekdays[second] as Weekday, load: secondLoad });
  return sessions;
}

/** What the week gives up against T0; nothing at T0. */
export function listTierWarnings({ tier, first, second }: Decision, days: readonly DayVerdict[]): readonly Reason[] {
  const main = weekdays[first] as Weekday;
  const other = weekdays[second] as Weekday;
  switch (tier) {
    case 'T0':
      return [];
    case 'T1':
      return [
        {
          code: 'W_CONSECUTIVE',
          rule: 'W_CONSECUTIVE',
          data: { full: main, reduced: other, gap: gapBetween(first, second) },
        },
      ];
    case 'T2':
    case 'T3': {
      const code = tier === 'T2' ? 'W_BEFORE_SPEED_LIGHT' : 'W_AFTER_LONG_LIGHT';
      // No full session may stand on a light day, and the first thing that is said of it is for which run.
      const [refusal] = (days[second] as DayVerdict).reasons as readonly [Reason];
      const { runDay, run } = refusal.data as Readonly<Record<'runDay' | 'run', string>>;
      return [{ code, rule: code, data: { full: main, light: other, runDay, run } }];
    }
    case 'T4':
      return [{ code: 'W_ONE_SESSION', rule: 'W_ONE_SESSION', data: { full: main } }];
    case 'T5':
      return [{ code: 'W_NO_LEGAL_DAY', rule: 'W_NO_LEGAL_DAY', data: { light: main } }];
    case 'T6':
      return [{ code: 'E_WEEK_FULL', rule: 'E_WEEK_FULL', data: {} }];
    default: {
      const unknown: never = tier;
      throw new TypeError(`Unknown tier: ${unknown}`);
    }
  }
}
