import { isOverride, listOverrides } from './adapt/place-under.ts';
import { fillSession } from './fill-session.ts';
import { fullness, type PlacedWeek, type Spot } from './place-weeks.ts';
import type { DayVerdict } from './placement.ts';
import type { BlockPlan } from './plan-block.ts';
import type { TimeOff } from './profile.ts';
import type { PlannedSession, ProgramWeek, WeekPhase } from './program.ts';
import type { ProgramPlan } from './program-plan.ts';
import { type DatedRace, describeRace } from './race-limits.ts';
import type { Reason } from './reason.ts';
import { daysPerWeek } from './run-calendar.ts';
import { findSeasonRaces } from './season.ts';
import type { Role } from './session-template.ts';
import type { SessionPlan } from './slot-plan.ts';
import type { Gap } from './time-off.ts';
import type { SessionLoad, Weekday } from './vocabulary.ts';

/** Where a week stands in its program. */
export interface WeekPlace {
  /** From 1. */
  readonly number: number;
  readonly block: number;
  readonly isFirstOfBlock: boolean;
  /** Null where no week of the block has room for anything. */
  readonly blockPlan: BlockPlan | null;
  readonly isLastOfBlock: boolean;
  /** The time away that ends in this week, if it was long. */
  readonly gap: Gap | null;
  /** How often each role has been trained in the block; moves on with the week. */
  readonly exposures: Map<Role, number>;
}

/** A placed week with its sessions filled; days whose session turned out lighter or fell away say why. */
export function fillWeek(plan: ProgramPlan, week: PlacedWeek, place: WeekPlace): ProgramWeek {
  const { dated, placement, spots } = week;
  const { number, block, isFirstOfBlock, blockPlan, gap, exposures } = place;
  const sessions: PlannedSession[] = [];
  const changes = new Map<Weekday, { readonly load: SessionLoad | null; readonly reason: Reason }>();
  const labels = assignSessions(spots, blockPlan);
  const trained = new Set<Role>();
  const season = findSeasonRaces(dated.monday, plan.races, plan.parameters);
  const weekTurn = season ? 'maintain' : isDueForDeload(plan, place) ? 'deload' : null;
  let phase: WeekPhase = weekTurn ?? (isFirstOfBlock || gap !== null ? 'deload' : 'build');
  for (const spot of spots) {
    phase = strongerPhase(phase, phaseOf(spot));
    const session = labels.get(spot);
    if (spot.dropped !== null) {
      changes.set(spot.day, { load: null, reason: spot.dropped });
      continue;
    }
    const filled = session ? fillSession(plan, spot, session, number, exposures, trained, weekTurn) : undefined;
    if (!filled) {
      const nothing: Reason = { code: 'NOTHING_TO_DO', rule: 'AREAS', data: { day: spot.day } };
      changes.set(spot.day, { load: null, reason: spot.limit.reason ?? nothing });
      continue;
    }
    if (filled.eased) phase = strongerPhase(phase, 'return');
    if (filled.changed !== null) changes.set(spot.day, { load: filled.session.load, reason: filled.changed });
    sessions.push(filled.session);
  }
  const daysOff = dated.off.filter((span) => span !== null);
  const wanted = blockPlan?.sessions.length ?? plan.sessionsPerWeek;
  const lostToTimeOff = daysOff.length > 0 && (sessions.length < wanted || spots.some(({ isAway }) => isAway));
  const phaseWarnings = describePhase(phase, plan, dated.monday, gap);
  if (lostToTimeOff) phase = 'off';
  if (phase !== 'build' && phase !== 'maintain') plan.lastEasyWeek = number;
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
    warnings: [
      ...(daysOff.length === daysPerWeek ? [] : placement.warnings),
      ...listOverrides(days),
      ...(lostToTimeOff ? [describeTimeOff(daysOff)] : []),
      ...(gap && sessions.length > 0 ? [describeGap(gap)] : []),
      ...(season ? [describeSeason(season)] : []),
      ...phaseWarnings,
    ],
    days,
    sessions,
  };
}

/** A stands on the fullest day, the earlier of two; B takes the other, or the next fullest before C. A lone light day goes to B, which is made of light work. */
function assignSessions(spots: readonly Spot[], blockPlan: BlockPlan | null): ReadonlyMap<Spot, SessionPlan> {
  const assigned = new Map<Spot, SessionPlan>();
  const [main, ...others] = blockPlan?.sessions ?? [];
  const open = spots.filter((spot) => spot.dropped === null);
  const best = open.reduce<Spot | undefined>(
    (chosen, spot) => (chosen === undefined || fullness(spot) > fullness(chosen) ? spot : chosen),
    undefined,
  );
  if (!main || !best) return assigned;
  const [other] = others;
  if (open.length === 1) return assigned.set(best, fullness(best) === 0 && other ? other : main);
  assigned.set(best, main);
  const rest = open.filter((spot) => spot !== best).sort((one, two) => fullness(two) - fullness(one));
  for (const [index, spot] of rest.entries()) {
    const session = others[index];
    if (session) assigned.set(spot, session);
  }
  return assigned;
}

function phaseOf({ limit, dropped }: Spot): WeekPhase {
  if (limit.taper !== null) return 'taper';
  const code = dropped?.code ?? limit.reason?.code;
  if (code === undefined || code === 'IN_SEASON_ONE_SESSION') return 'build';
  if (code === 'TIME_OFF_BODYWEIGHT') return 'off';
  return code === 'AFTER_RACE_DAY_OFF' || code === 'AFTER_RACE_NO_HEAVY' ? 'return' : 'taper';
}

const phaseWeight = { build: 0, deload: 1, maintain: 2, return: 3, taper: 4, off: 5 } as const satisfies Record<
  WeekPhase,
  number
>;

function strongerPhase(one: WeekPhase, other: WeekPhase): WeekPhase {
  return phaseWeight[one] >= phaseWeight[other] ? one : other;
}

/** One more easy week where the block leaves too many without; not just before the next block, which begins with one. */
function isDueForDeload({ lastEasyWeek, parameters }: ProgramPlan, place: WeekPlace): boolean {
  const { number, isFirstOfBlock, isLastOfBlock } = place;
  return !isFirstOfBlock && !isLastOfBlock && number - lastEasyWeek >= parameters.deloadWeeks;
}

function describeTimeOff(daysOff: readonly TimeOff[]): Reason {
  const kind = daysOff.some((span) => span.kind === 'sick') ? 'sick' : 'holiday';
  return { code: 'TIME_OFF_WEEK', rule: 'AVAILABILITY', data: { kind, days: daysOff.length } };
}

function describeGap({ days, blockWeek }: Gap): Reason {
  return { code: 'BACK_AFTER_GAP', rule: 'GAP', data: { days, blockWeek } };
}

function describeSeason({ last, next }: { readonly last: DatedRace; readonly next: DatedRace }): Reason {
  const data = { weeks: Math.round((next.dayNumber - last.dayNumber) / daysPerWeek), ...describeRace(next) };
  return { code: 'IN_SEASON_WEEK', rule: 'IN_SEASON', data };
}

function describePhase(phase: WeekPhase, plan: ProgramPlan, monday: number, gap: Gap | null): readonly Reason[] {
  switch (phase) {
    case 'build':
    case 'maintain':
    case 'off':
      return [];
    case 'deload':
      return gap ? [] : [{ code: 'DELOAD_WEEK', rule: 'DELOAD', data: {} }];
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
