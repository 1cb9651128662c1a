import { isOverride, listOverrides } from './adapt/place-under.ts';
import { fillSession } from './fill-session.ts';
import { fullness, type PlacedWeek, type Spot } from './place-weeks.ts';
import type { DayVerdict } from './placement.ts';
import { dayNumberOf, type PlainDate } from './plain-date.ts';
import type { BlockPlan } from './plan-block.ts';
import type { PlannedSession, ProgramWeek, WeekPhase } from './program.ts';
import type { ProgramPlan } from './program-plan.ts';
import { describeRace } from './race-limits.ts';
import type { Reason } from './reason.ts';
import { daysPerWeek } from './run-calendar.ts';
import type { Role } from './session-template.ts';
import type { SessionPlan } from './slot-plan.ts';
import type { SessionLoad, Weekday } from './vocabulary.ts';

/** Where a week stands in its program. */
export interface WeekPlace {
  /** From 1. */
  readonly number: number;
  readonly block: number;
  readonly isFirstOfBlock: boolean;
  /** Null where no week of the block has room for anything. */
  readonly blockPlan: BlockPlan | null;
  /** How often each role has been trained in the block; moves on with the week. */
  readonly exposures: Map<Role, number>;
}

/** A placed week with its sessions filled; days whose session turned out lighter or fell away say why. */
export function fillWeek(plan: ProgramPlan, week: PlacedWeek, place: WeekPlace): ProgramWeek {
  const { dated, placement, spots } = week;
  const { number, block, isFirstOfBlock, blockPlan, exposures } = place;
  const sessions: PlannedSession[] = [];
  const changes = new Map<Weekday, { readonly load: SessionLoad | null; readonly reason: Reason }>();
  const labels = assignSessions(spots, blockPlan);
  const trained = new Set<Role>();
  let phase: WeekPhase = isFirstOfBlock ? 'deload' : 'build';
  for (const spot of spots) {
    phase = strongerPhase(phase, phaseOf(spot));
    const session = labels.get(spot);
    if (spot.dropped !== null) {
      changes.set(spot.day, { load: null, reason: spot.dropped });
      continue;
    }
    const filled = session ? fillSession(plan, spot, session, number, exposures, trained) : undefined;
    if (!filled) {
      const nothing: Reason = { code: 'NOTHING_TO_DO', rule: 'AREAS', data: { day: spot.day } };
      changes.set(spot.day, { load: null, reason: spot.limit.reason ?? nothing });
      continue;
    }
    if (filled.eased) phase = strongerPhase(phase, 'return');
    if (filled.changed !== null) changes.set(spot.day, { load: filled.session.load, reason: filled.changed });
    sessions.push(filled.session);
  }
  for (const role of trained) {
    const state = plan.states.get(role);
    if (state) state.weeksDone += 1;
  }
  const days =
    changes.size === 0
      ? placement.days
      : placement.days.map((verdict) => changeVerdict(verdict, changes.get(verdict.day)));
  return {
    number,
    startsOn: dated.startsOn,
    block,
    phase,
    tier: placement.tier,
    warnings: [...placement.warnings, ...listOverrides(days), ...describePhase(phase, plan, dated.startsOn)],
    days,
    sessions,
  };
}

/** A stands on the fullest day, the earlier of two; B takes the other. A lone light day goes to B, which is made of light work. */
function assignSessions(spots: readonly Spot[], blockPlan: BlockPlan | null): ReadonlyMap<Spot, SessionPlan> {
  const assigned = new Map<Spot, SessionPlan>();
  const [main, other] = blockPlan?.sessions ?? [];
  const open = spots.filter((spot) => spot.dropped === null);
  const best = open.reduce<Spot | undefined>(
    (chosen, spot) => (chosen === undefined || fullness(spot) > fullness(chosen) ? spot : chosen),
    undefined,
  );
  if (!main || !best) return assigned;
  if (open.length === 1) return assigned.set(best, fullness(best) === 0 && other ? other : main);
  for (const spot of open) {
    const session = spot === best ? main : other;
    if (session) assigned.set(spot, session);
  }
  return assigned;
}

function phaseOf({ limit, dropped }: Spot): WeekPhase {
  if (limit.taper !== null) return 'taper';
  const code = dropped?.code ?? limit.reason?.code;
  if (code === undefined) return 'build';
  return code === 'AFTER_RACE_DAY_OFF' || code === 'AFTER_RACE_NO_HEAVY' ? 'return' : 'taper';
}

const phaseWeight = { build: 0, deload: 1, return: 2, taper: 3 } as const satisfies Record<WeekPhase, number>;

function strongerPhase(one: WeekPhase, other: WeekPhase): WeekPhase {
  return phaseWeight[one] >= phaseWeight[other] ? one : other;
}

function describePhase(phase: WeekPhase, plan: ProgramPlan, startsOn: PlainDate): readonly Reason[] {
  const monday = dayNumberOf(startsOn);
  switch (phase) {
    case 'build':
      return [];
    case 'deload':
      return [{ code: 'DELOAD_WEEK', rule: 'DELOAD', data: {} }];
    case 'taper': {
      const next = plan.races.find(({ dayNumber }) => dayNumber >= monday);
      return [
        { code: 'TAPER_WEEK', rule: next?.race.priority === 'A' ? 'TAPER' : 'RACE_WEEK', data: describeRace(next) },
      ];
    }
    case 'return': {
      const last = plan.races.findLast(({ dayNumber }) => dayNumber < monday + daysPerWeek);
      return [{ code: 'AFTER_RACE_WEEK', rule: 'AFTER_RACE', data: describeRace(last) }];
    }
  }
}

/** The placement's verdict on a day whose session turned out lighter or fell away. */
function changeVerdict(
  verdict: DayVerdict,
  change: { readonly load: SessionLoad | null; readonly reason: Reason } | undefined,
): DayVerdict {
  if (!change) return verdict;
  const isWaived = change.load === null || change.load === 'light';
  const kept = verdict.reasons.filter(
    ({ code }) => !code.startsWith('CHOSEN_') && code !== 'RULES_BESIDE' && !(isWaived && isOverride(code)),
  );
  return { ...verdict, placed: change.load, reasons: [change.reason, ...kept] };
}
