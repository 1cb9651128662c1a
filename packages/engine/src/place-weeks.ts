// The real running weeks of a program, placed: which sessions stand where, and what races leave of them.
import { placeUnder } from './adapt/place-under.ts';
import { planMaintenance } from './adapt/plan-maintenance.ts';
import type { Placement } from './placement.ts';
import type { TimeOff } from './profile.ts';
import type { ProgramPlan } from './program-plan.ts';
import { findBRace, findRaceLimit, type RaceLimit } from './race-limits.ts';
import type { Reason } from './reason.ts';
import type { DatedWeek } from './run-calendar.ts';
import { findSeasonRaces } from './season.ts';
import { type BlockMode, blockModes } from './session-template.ts';
import { type SessionLoad, type Weekday, weekdays } from './vocabulary.ts';

/** A session on its day, before it is filled. */
export interface Spot {
  readonly day: Weekday;
  readonly dayNumber: number;
  readonly load: SessionLoad;
  readonly limit: RaceLimit;
  /** On a holiday that allows light work without kit. */
  readonly isAway: boolean;
  /** Why nothing may stand here after all. */
  dropped: Reason | null;
}

/** A dated week with what the placement makes of it. */
export interface PlacedWeek {
  readonly dated: DatedWeek;
  readonly placement: Placement;
  /** By day. */
  readonly spots: readonly Spot[];
}

const sayOff = (span: TimeOff | null) => (span?.work === 'none' ? span.kind : '-');

/** Most weeks of a program are alike, so a placement is worth keeping. */
export function placeDated(plan: ProgramPlan, week: DatedWeek, sessions: 1 | 2 | 3): Placement {
  const key = `${sessions} ${week.before} ${week.runs.join(' ')} ${week.after} ${week.notes.join('\n')} ${week.off.map(sayOff).join('')}`;
  const known = plan.placements.get(key);
  if (known) return known;
  const placement = placeUnder(plan.rules, {
    week: week.runs,
    before: week.before,
    after: week.after,
    sessions,
    unavailable: plan.profile.unavailable,
    notes: week.notes,
    off: week.off.map((span) => (span?.work === 'none' ? span.kind : null)),
  });
  plan.placements.set(key, placement);
  return placement;
}

/** What most weeks of a block have room for, the richer on a tie; null when none has room for anything. */
export function findMode(placements: readonly Placement[]): BlockMode | null {
  let best: BlockMode | null = null;
  let bestCount = 0;
  for (const mode of blockModes) {
    const count = placements.filter((placement) => modeOf(placement) === mode).length;
    if (count > bestCount) {
      best = mode;
      bestCount = count;
    }
  }
  return best;
}

/** How many sessions a week of the block has at most. */
const sessionsIn: Readonly<Record<BlockMode, 1 | 2 | 3>> = {
  three_full: 3,
  two_full_and_light: 3,
  two_full: 2,
  full_and_reduced: 2,
  full_and_light: 2,
  one_full: 1,
  light: 1,
};

function modeOf({ sessions }: Placement): BlockMode | null {
  const [first, second, third] = sessions;
  if (!first) return null;
  if (third) return third.load === 'full' ? 'three_full' : 'two_full_and_light';
  if (!second) return first.load === 'light' ? 'light' : 'one_full';
  switch (second.load) {
    case 'full':
      return 'two_full';
    case 'reduced':
      return 'full_and_reduced';
    case 'light':
      return 'full_and_light';
  }
}

/** A block with one or two sessions a week has no more in any of its weeks, also where the week's own placement has. */
export function placeWeek(plan: ProgramPlan, dated: DatedWeek, own: Placement, mode: BlockMode | null): PlacedWeek {
  const most = mode === null ? plan.sessionsPerWeek : sessionsIn[mode];
  const placement = most === 1 || own.sessions.length > most ? placeDated(plan, dated, most) : own;
  const spots = placement.sessions
    .map(({ day, load }): Spot => {
      const index = weekdays.indexOf(day);
      const dayNumber = dated.monday + index;
      const isAway = dated.off[index] != null;
      const byRaces = findRaceLimit(dayNumber, plan.races, plan.parameters);
      const limit = isAway && byRaces.most === 'full' ? { ...byRaces, ...limitAway(day) } : byRaces;
      return { day, dayNumber, load, limit, isAway, dropped: limit.most === 'none' ? limit.reason : null };
    })
    .sort((one, other) => one.dayNumber - other.dayNumber);
  return { dated, placement, spots };
}

/** What a holiday that allows body-weight work leaves of a session. */
function limitAway(day: Weekday): Pick<RaceLimit, 'most' | 'reason'> {
  return { most: 'light', reason: { code: 'TIME_OFF_BODYWEIGHT', rule: 'LIGHT_SESSION', data: { day } } };
}

/** In season one session keeps what is there: the fullest, the earlier of two equals. From 60 it takes both. */
export function leaveOneInSeason(plan: ProgramPlan, weeks: readonly PlacedWeek[]): void {
  if (planMaintenance(plan.profile.age).sessions > 1) return;
  for (const { dated, spots } of weeks) {
    if (!findSeasonRaces(dated.monday, plan.races, plan.parameters)) continue;
    const open = spots.filter(({ dropped }) => dropped === null);
    const kept = findFullest(open);
    for (const spot of open) {
      if (spot === kept || kept === undefined) continue;
      spot.dropped = { code: 'IN_SEASON_ONE_SESSION', rule: 'IN_SEASON', data: { day: spot.day, kept: kept.day } };
    }
  }
}

function findFullest(spots: readonly Spot[]): Spot | undefined {
  return spots.reduce<Spot | undefined>(
    (best, spot) => (best === undefined || fullness(spot) > fullness(best) ? spot : best),
    undefined,
  );
}

/** In the last days before a B race the fullest session stays, the earlier of two equals (rulebook 2.5). */
export function leaveOneBeforeBRaces({ races }: ProgramPlan, weeks: readonly PlacedWeek[]): void {
  for (const dated of races) {
    if (dated.race.priority !== 'B') continue;
    const near = weeks
      .flatMap(({ spots }) => spots)
      .filter((spot) => spot.dropped === null && findBRace(spot.dayNumber, races) === dated);
    const kept = findFullest(near);
    for (const spot of near) {
      if (spot === kept || kept === undefined) continue;
      const data = {
        race: dated.race.date,
        distance: dated.race.distance,
        days: dated.dayNumber - spot.dayNumber,
        kept: kept.day,
      };
      spot.dropped = { code: 'RACE_B_ONE_SESSION', rule: 'RACE_WEEK', data };
    }
  }
}

const fullnessOf = { light: 0, reduced: 1, full: 2 } as const satisfies Record<SessionLoad, number>;

/** How much the day can hold once races have had their say: 0 light, 1 reduced, 2 full. */
export function fullness({ load, limit }: Spot): number {
  return limit.most === 'full' ? fullnessOf[load] : fullnessOf.light;
}

/** The lighter of two. */
export function lighterOf(one: SessionLoad, other: SessionLoad): SessionLoad {
  return fullnessOf[one] <= fullnessOf[other] ? one : other;
}
