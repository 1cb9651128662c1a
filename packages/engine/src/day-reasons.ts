import {
  type Decision,
  findDecidingCriterion,
  gapBetween,
  type PlacementCriterion,
  pickDay,
  pickPair,
  scoreDay,
  scorePair,
} from './decide-placement.ts';
import type { Reason, ReasonCode } from './reason.ts';
import { classifyRun } from './run-class.ts';
import { type RunKind, type SessionLoad, weekdays } from './vocabulary.ts';
import type { WeekInput, WeekMasks } from './week-masks.ts';

const placementRule = 'PLACEMENT_ORDER';

const chosenCode = { full: 'CHOSEN_FULL', reduced: 'CHOSEN_REDUCED', light: 'CHOSEN_LIGHT' } as const satisfies Record<
  SessionLoad,
  ReasonCode
>;
const chosenRule = { full: placementRule, reduced: 'W_CONSECUTIVE', light: 'LIGHT_SESSION' } as const;

const unusedCode = {
  gap: 'UNUSED_TOO_CLOSE',
  free_day: 'UNUSED_FREE_DAY',
  before_long: 'UNUSED_BEFORE_LONG',
  space: 'UNUSED_LESS_SPACE',
} as const satisfies Record<PlacementCriterion, ReasonCode>;
const unusedRule = { gap: placementRule, free_day: placementRule, before_long: 'S28', space: placementRule } as const;

/** Why a day holds its session, and what to mind there. */
export function listUsedReasons(
  input: WeekInput,
  week: WeekMasks,
  decision: Decision,
  day: number,
  load: SessionLoad,
): readonly Reason[] {
  const other = day === decision.first ? decision.second : decision.first;
  const name = weekdays[day] as string;
  const reasons: Reason[] = [
    {
      code: chosenCode[load],
      rule: chosenRule[load],
      data: {
        day: name,
        ...(other < 0 ? {} : { other: weekdays[other] as string, gap: gapBetween(day, other) }),
        decidedBy: findReasonForUse(week, decision, day),
        ...describeHardDays(input, day),
      },
    },
  ];
  if (load !== 'light' && week.beforeLong & (1 << day)) {
    reasons.push({
      code: 'W_BEFORE_LONG',
      rule: 'S28',
      data: { day: name, runDay: weekdays[(day + 1) % 7] as string },
    });
  }
  if (input.week[day] === 'easy') reasons.push({ code: 'WITH_EASY_RUN', rule: 'S29', data: { day: name } });
  if (input.week[day] === 'rest') reasons.push({ code: 'ON_RUN_FREE_DAY', rule: 'S30', data: { day: name } });
  return reasons;
}

/** Why a legal day stays unused: the criterion on which the best plan with it loses to the chosen one. */
export function listUnusedReasons(week: WeekMasks, decision: Decision, day: number): readonly Reason[] {
  const { first, second, legal } = decision;
  const best = second < 0 ? undefined : pickPair(week, legal, 1 << day);
  const criterion = best
    ? findDecidingCriterion(scorePair(week, best.first, best.second), scorePair(week, first, second))
    : findDecidingCriterion(scoreDay(week, day), scoreDay(week, first));
  // What speaks against the pair may lie in the day itself or in the only partner left for it.
  const lies = criterion === 'free_day' ? week.rest : criterion === 'before_long' ? week.beforeLong : 0;
  return [
    {
      code: criterion === undefined ? 'UNUSED_LATER' : unusedCode[criterion],
      rule: criterion === undefined ? placementRule : unusedRule[criterion],
      data: {
        day: weekdays[day] as string,
        first: weekdays[first] as string,
        ...(lies === 0 ? {} : { against: lies & (1 << day) ? 'day' : 'partner' }),
        ...(best && {
          second: weekdays[second] as string,
          gap: gapBetween(first, second),
          bestWith: weekdays[best.first === day ? best.second : best.first] as string,
          bestGap: gapBetween(best.first, best.second),
        }),
      },
    },
  ];
}

/**
 * The criterion on which the chosen plan beats the best plan without this day: "only" when no other day is open,
 * "only_pair" when no other pair is, "earlier" on a tie.
 */
function findReasonForUse(
  week: WeekMasks,
  decision: Decision,
  day: number,
): PlacementCriterion | 'only' | 'only_pair' | 'earlier' {
  const { first, second, legal } = decision;
  const others = legal & ~(1 << day);
  if ((legal & (1 << day)) === 0 || others === 0) return 'only';
  if (second < 0) {
    const best = pickDay(week, others, 0);
    return findDecidingCriterion(scoreDay(week, best), scoreDay(week, day)) ?? 'earlier';
  }
  if ((others & (others - 1)) === 0) return 'only_pair';
  const best = pickPair(week, others, 0);
  return findDecidingCriterion(scorePair(week, best.first, best.second), scorePair(week, first, second)) ?? 'earlier';
}

/** The nearest hard run behind and ahead, as far as the week is known. */
function describeHardDays(input: WeekInput, day: number): Record<string, string | number> {
  const data: Record<string, string | number> = {};
  const last = findHardRun(input, day, -1);
  if (last) Object.assign(data, { lastHardDay: last.day, lastHardRun: last.run, daysSinceHard: last.days });
  const next = findHardRun(input, day, 1);
  if (next) Object.assign(data, { nextHardDay: next.day, nextHardRun: next.run, daysToHard: next.days });
  return data;
}

/** How far off another run can be, either way: after that the week comes round to the day itself. */
const daysAround = [1, 2, 3, 4, 5, 6] as const;

function findHardRun(
  { week, before, after }: WeekInput,
  from: number,
  step: 1 | -1,
): { day: string; run: RunKind; days: number } | undefined {
  const neighbour = step === 1 ? after : before;
  for (const days of daysAround) {
    const index = from + step * days;
    const outside = index < 0 || index > 6;
    const run = outside && neighbour !== undefined ? neighbour : (week[(index + 7) % 7] as RunKind);
    const runClass = classifyRun(run);
    if (runClass === 'long' || runClass === 'speed' || runClass === 'race') {
      return { day: weekdays[(index + 7) % 7] as string, run, days };
    }
    // Of the real neighbouring week only the nearest day is known.
    if (outside && neighbour !== undefined) return undefined;
  }
  return undefined;
}
