import { catalogueVersion, findExercise } from './catalogue/catalogue.ts';
import { checkProgram } from './check-program.ts';
import { weeklyAreas } from './check-quantity.ts';
import { engineVersion } from './engine-version.ts';
import type { Finding } from './finding.ts';
import { parameters as limits, noHeavyDaysAfter } from './parameters.ts';
import { type ParameterProblem, type ParameterValues, parseParameters } from './parse-parameters.ts';
import type { DayVerdict, Placement } from './placement.ts';
import { placeStrength } from './placement.ts';
import { addDays, dateOfDayNumber, dayNumberOf, mondayOf, type PlainDate, parsePlainDate } from './plain-date.ts';
import {
  type BlockPlan,
  listMissingAreas,
  planBlock,
  type RoleState,
  type SessionPlan,
  type SlotPlan,
} from './plan-block.ts';
import { type Dose, findLoadStep } from './plan-doses.ts';
import type { Profile } from './profile.ts';
import type { Block, PlannedSession, Prescription, Program, ProgramWeek, WeekPhase } from './program.ts';
import {
  type DatedRace,
  findBRace,
  findRaceAgainstNew,
  findRaceLimit,
  listDatedRaces,
  type RaceLimit,
} from './race-limits.ts';
import type { Reason } from './reason.ts';
import { fail, type Result, succeed } from './result.ts';
import { lowerLoad } from './round-load.ts';
import { type DatedWeek, listDatedWeeks } from './run-calendar.ts';
import { adultAge, isLightWork } from './runner-limits.ts';
import { estimateMinutes } from './session-minutes.ts';
import type { BlockMode, Role } from './session-template.ts';
import { splitBlocks } from './split-blocks.ts';
import { findStrengthBar } from './strength-bar.ts';
import { type Area, type SessionLoad, type Weekday, weekdays } from './vocabulary.ts';

/** Weeks that a program may have. */
export const programWeeks = { min: 4, max: 24 } as const;

export interface BuildInput {
  readonly profile: Profile;
  /** A Monday. */
  readonly startsOn: PlainDate;
  /** 4 to 24; 7 can't be cut into blocks of 4 to 6. */
  readonly weeks: number;
  readonly sessionsPerWeek: 1 | 2;
  /** Tuned values; the defaults for the rest. */
  readonly parameters?: Readonly<Record<string, number>>;
}

export interface BuiltProgram {
  readonly program: Program;
  /** Never an error. */
  readonly findings: readonly Finding[];
  /** What the program had to do without, and why. */
  readonly notes: readonly Reason[];
  /** While there are any, the program waits for the coach's review. */
  readonly holds: readonly Reason[];
}

/** What is wrong with the input, by field, with what is allowed. */
export type BuildProblem =
  | { readonly field: 'startsOn'; readonly code: 'not_a_date' | 'not_a_monday' }
  | {
      readonly field: 'weeks';
      readonly code: 'out_of_range';
      readonly allowed: { readonly min: number; readonly max: number };
    }
  /** No cut into blocks of 4 to 6 weeks exists; these lengths have one. */
  | { readonly field: 'weeks'; readonly code: 'no_blocks'; readonly allowed: readonly number[] }
  | {
      readonly field: 'sessionsPerWeek';
      readonly code: 'out_of_range';
      readonly allowed: { readonly min: number; readonly max: number };
    }
  | { readonly field: 'parameters'; readonly code: 'parameter'; readonly problem: ParameterProblem };

/**
 * A whole program for a runner: blocks, weeks placed in the real running weeks, sessions and doses, each with its reasons.
 * The same input gives the same output, byte for byte.
 */
export function buildProgram(input: BuildInput): Result<BuiltProgram, BuildProblem> {
  const problems: BuildProblem[] = [];
  const { profile, startsOn, weeks, sessionsPerWeek } = input;
  if (parsePlainDate(startsOn) === undefined) problems.push({ field: 'startsOn', code: 'not_a_date' });
  else if (mondayOf(startsOn) !== startsOn) problems.push({ field: 'startsOn', code: 'not_a_monday' });
  if (sessionsPerWeek !== 1 && sessionsPerWeek !== 2) {
    problems.push({ field: 'sessionsPerWeek', code: 'out_of_range', allowed: { min: 1, max: 2 } });
  }
  const parsed = parseParameters(input.parameters);
  if (!parsed.ok) {
    for (const problem of parsed.problems) problems.push({ field: 'parameters', code: 'parameter', problem });
  }
  const parameters = parsed.ok ? parsed.value : undefined;
  const cut = readCut(input, parameters, problems);
  if (problems.length > 0 || parameters === undefined || cut === undefined) return fail(...problems);
  const plan: Plan = {
    profile,
    startsOn,
    sessionsPerWeek,
    parameters,
    races: listDatedRaces(profile.races),
    placements: new Map(),
    states: new Map(),
    lastHeavyDay: Number.NEGATIVE_INFINITY,
    easedRaces: new Set(),
  };
  return succeed(buildFrom(plan, weeks, cut));
}

interface Cut {
  readonly lengths: readonly number[];
  /** Whether a race moved it. */
  readonly byRace: boolean;
}

function readCut(
  { weeks, startsOn, profile }: BuildInput,
  parameters: ParameterValues | undefined,
  problems: BuildProblem[],
): Cut | undefined {
  if (!Number.isInteger(weeks) || weeks < programWeeks.min || weeks > programWeeks.max) {
    problems.push({ field: 'weeks', code: 'out_of_range', allowed: programWeeks });
    return undefined;
  }
  const wished = parameters?.blockWeeks;
  const even = splitBlocks(weeks, wished);
  if (even === undefined) {
    const allowed = [weeks - 1, weeks + 1].filter((other) => splitBlocks(other, wished) !== undefined);
    problems.push({ field: 'weeks', code: 'no_blocks', allowed });
  }
  if (even === undefined || parameters === undefined || problems.length > 0) return undefined;
  if (profile.races.length === 0) return { lengths: even, byRace: false };
  const races = listDatedRaces(profile.races);
  const monday = dayNumberOf(startsOn);
  const isFrozen = (firstWeek: number) =>
    findRaceAgainstBlock(monday + (firstWeek - 1) * daysPerWeek, races, parameters) !== undefined;
  const lengths = splitBlocks(weeks, wished, isFrozen) ?? even;
  return { lengths, byRace: lengths.join() !== even.join() };
}

/** A block may start something new only if even the end of its first week is far enough from a race. */
function findRaceAgainstBlock(
  monday: number,
  races: readonly DatedRace[],
  parameters: ParameterValues,
): DatedRace | undefined {
  return (
    findRaceAgainstNew(monday, races, parameters) ?? findRaceAgainstNew(monday + daysPerWeek - 1, races, parameters)
  );
}

const daysPerWeek = 7;
const hoursPerDay = 24;
const mastersAge = 60;
const mastersGapHours = 72;
const easeWithinDays = 14;
const easeRir = 4;
const easeSets = 2;
const easeCutPercent = 5;
const lightSets = 2;
const lightRir = 4;
/** One plank is no session. */
const fewestLightSlots = 2;
const taperSets = 2;

/** What the weeks of a program share; from the placements on, it moves on as the program is built. */
interface Plan {
  readonly profile: Profile;
  readonly startsOn: PlainDate;
  readonly sessionsPerWeek: 1 | 2;
  readonly parameters: ParameterValues;
  readonly races: readonly DatedRace[];
  readonly placements: Map<string, Placement>;
  readonly states: Map<Role, RoleState>;
  lastHeavyDay: number;
  readonly easedRaces: Set<DatedRace>;
}

/** A session on its day, before it is filled. */
interface Spot {
  readonly day: Weekday;
  readonly dayNumber: number;
  readonly load: SessionLoad;
  readonly limit: RaceLimit;
  /** Why nothing may stand here after all. */
  dropped: Reason | null;
}

interface PlacedWeek {
  readonly dated: DatedWeek;
  readonly placement: Placement;
  /** By day. */
  readonly spots: readonly Spot[];
}

function buildFrom(plan: Plan, totalWeeks: number, cut: Cut): BuiltProgram {
  const dated = listDatedWeeks(plan.profile, plan.startsOn, totalWeeks);
  const ranges = listRanges(cut.lengths);
  const modes = ranges.map(({ first, last }) =>
    findMode(dated.slice(first - 1, last).map((week) => place(plan, week, plan.sessionsPerWeek))),
  );
  const placed = ranges.flatMap(({ first, last }, index) =>
    dated.slice(first - 1, last).map((week) => placeWeek(plan, week, modes[index] ?? null)),
  );
  leaveOneBeforeBRaces(plan, placed);

  const blocks: Block[] = [];
  const weeks: ProgramWeek[] = [];
  const blockPlans: (BlockPlan | null)[] = [];
  ranges.forEach(({ first, last }, index) => {
    const mode = modes[index] ?? null;
    const length = last - first + 1;
    const monday = dayNumberOf(addDays(plan.startsOn, (first - 1) * daysPerWeek));
    const raceAgainstNew = index === 0 ? null : (findRaceAgainstBlock(monday, plan.races, plan.parameters) ?? null);
    const blockPlan =
      mode === null
        ? null
        : planBlock({
            profile: plan.profile,
            parameters: plan.parameters,
            mode,
            weeks: length,
            firstWeek: first,
            blocksLeft: ranges.length - index,
            monday,
            raceAgainstNew,
            states: plan.states,
          });
    blockPlans.push(blockPlan);
    blocks.push({
      number: index + 1,
      firstWeek: first,
      lastWeek: last,
      reasons: describeBlock(plan, blockPlan, totalWeeks, length, cut.byRace),
    });
    const exposures = new Map<Role, number>();
    for (let number = first; number <= last; number += 1) {
      const week = placed[number - 1];
      if (week) weeks.push(fillWeek(plan, week, blockPlan, number, index + 1, number === first, exposures));
    }
  });
  const program: Program = { startsOn: plan.startsOn, blocks, weeks, engineVersion, catalogueVersion };
  const findings = checkProgram({ program, profile: plan.profile, parameters: plan.parameters });
  return { program, findings, notes: listNotes(plan, program, blockPlans, findings), holds: listHolds(plan.profile) };
}

function listRanges(lengths: readonly number[]): readonly { readonly first: number; readonly last: number }[] {
  let first = 1;
  return lengths.map((length) => {
    const range = { first, last: first + length - 1 };
    first += length;
    return range;
  });
}

/** Most weeks of a program are alike, so a placement is worth keeping. */
function place(plan: Plan, week: DatedWeek, sessions: 1 | 2): Placement {
  const key = `${sessions} ${week.before} ${week.runs.join(' ')} ${week.after} ${week.notes.join('\n')}`;
  const known = plan.placements.get(key);
  if (known) return known;
  const placement = placeStrength({
    week: week.runs,
    before: week.before,
    after: week.after,
    sessions,
    unavailable: plan.profile.unavailable,
    notes: week.notes,
  });
  plan.placements.set(key, placement);
  return placement;
}

const modesRichestFirst: readonly BlockMode[] = ['two_full', 'full_and_reduced', 'full_and_light', 'one_full', 'light'];

/** What most weeks of a block have room for, the richer on a tie; null when none has room for anything. */
function findMode(placements: readonly Placement[]): BlockMode | null {
  let best: BlockMode | null = null;
  let bestCount = 0;
  for (const mode of modesRichestFirst) {
    const count = placements.filter((placement) => modeOf(placement) === mode).length;
    if (count > bestCount) {
      best = mode;
      bestCount = count;
    }
  }
  return best;
}

function modeOf({ sessions }: Placement): BlockMode | null {
  const [first, second] = sessions;
  if (!first) return null;
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

/** A block with one session a week has one in each of its weeks, also where two would fit. */
function placeWeek(plan: Plan, dated: DatedWeek, mode: BlockMode | null): PlacedWeek {
  const placement = place(plan, dated, mode === 'one_full' || mode === 'light' ? 1 : plan.sessionsPerWeek);
  const monday = dayNumberOf(dated.startsOn);
  const spots = placement.sessions
    .map(({ day, load }): Spot => {
      const dayNumber = monday + weekdays.indexOf(day);
      const limit = findRaceLimit(dayNumber, plan.races, plan.parameters);
      return { day, dayNumber, load, limit, dropped: limit.most === 'none' ? limit.reason : null };
    })
    .sort((one, other) => one.dayNumber - other.dayNumber);
  return { dated, placement, spots };
}

/** In the last days before a B race the fullest session stays, the earlier of two equals (rulebook 2.5). */
function leaveOneBeforeBRaces({ races }: Plan, weeks: readonly PlacedWeek[]): void {
  for (const dated of races) {
    if (dated.race.priority !== 'B') continue;
    const near = weeks
      .flatMap(({ spots }) => spots)
      .filter((spot) => spot.dropped === null && findBRace(spot.dayNumber, races) === dated);
    const kept = near.reduce<Spot | undefined>(
      (best, spot) => (best === undefined || fullness(spot) > fullness(best) ? spot : best),
      undefined,
    );
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

function fullness({ load, limit }: Spot): number {
  return limit.most === 'full' ? fullnessOf[load] : fullnessOf.light;
}

function lighterOf(one: SessionLoad, other: SessionLoad): SessionLoad {
  return fullnessOf[one] <= fullnessOf[other] ? one : other;
}

function fillWeek(
  plan: Plan,
  { dated, placement, spots }: PlacedWeek,
  blockPlan: BlockPlan | null,
  number: number,
  block: number,
  isFirstOfBlock: boolean,
  exposures: Map<Role, number>,
): ProgramWeek {
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
  return {
    number,
    startsOn: dated.startsOn,
    block,
    phase,
    tier: placement.tier,
    warnings: [...placement.warnings, ...describePhase(phase, plan, dated.startsOn)],
    days:
      changes.size === 0
        ? placement.days
        : placement.days.map((verdict) => changeVerdict(verdict, changes.get(verdict.day))),
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

function describePhase(phase: WeekPhase, plan: Plan, startsOn: PlainDate): readonly Reason[] {
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

function describeRace(dated: DatedRace | null | undefined): Record<string, string> {
  return dated ? { race: dated.race.date, distance: dated.race.distance } : {};
}

/** The placement's verdict on a day whose session turned out lighter or fell away. */
function changeVerdict(
  verdict: DayVerdict,
  change: { readonly load: SessionLoad | null; readonly reason: Reason } | undefined,
): DayVerdict {
  if (!change) return verdict;
  const kept = verdict.reasons.filter(({ code }) => !code.startsWith('CHOSEN_'));
  return { ...verdict, placed: change.load, reasons: [change.reason, ...kept] };
}

interface FilledSession {
  readonly session: PlannedSession;
  /** Why it is lighter than the day was placed for; null when it is not. */
  readonly changed: Reason | null;
  readonly eased: boolean;
}

/** How a session's doses are turned down in one week. */
interface Turn {
  readonly kind: 'planned' | 'light' | 'taper' | 'ease';
  readonly race: DatedRace | null;
}

function fillSession(
  plan: Plan,
  spot: Spot,
  session: SessionPlan,
  number: number,
  exposures: Map<Role, number>,
  trained: Set<Role>,
): FilledSession | undefined {
  const { load, changed } = decideLoad(plan, spot, session);
  const easedRace = load === 'light' ? undefined : findRaceToEase(plan, spot.dayNumber);
  const turn: Turn =
    easedRace !== undefined
      ? { kind: 'ease', race: easedRace }
      : spot.limit.taper !== null
        ? { kind: 'taper', race: spot.limit.taper }
        : { kind: load === 'light' && session.load !== 'light' ? 'light' : 'planned', race: null };
  const { slots, reasons } = pickSlots(plan, session, load, turn);
  if (turn.kind === 'light' && slots.length < Math.min(fewestLightSlots, session.slots.length)) return undefined;
  const prescriptions: Prescription[] = [];
  for (const slot of slots) {
    const prescription = prescribe(plan, slot, load, turn, exposures);
    if (!prescription) continue;
    prescriptions.push(prescription);
    trained.add(slot.role);
  }
  if (prescriptions.length === 0) return undefined;
  if (easedRace) plan.easedRaces.add(easedRace);
  if (slots.some((slot) => slot.isHeavy)) plan.lastHeavyDay = spot.dayNumber;
  const key = `w${String(number).padStart(2, '0')}-${session.label}`;
  return {
    changed,
    eased: easedRace !== undefined,
    session: {
      key,
      label: session.label,
      date: dateOfDayNumber(spot.dayNumber),
      day: spot.day,
      load,
      minutes: estimateMinutes(prescriptions),
      reasons: [
        { code: sessionCode[load], rule: sessionRule[load], data: { exercises: prescriptions.length } },
        ...(changed === null ? [] : [changed]),
        ...session.reasons,
        ...reasons,
      ],
      prescriptions,
    },
  };
}

const sessionCode = { full: 'SESSION_FULL', reduced: 'SESSION_REDUCED', light: 'SESSION_LIGHT' } as const;
const sessionRule = { full: 'S8', reduced: 'W_CONSECUTIVE', light: 'LIGHT_SESSION' } as const;

/** The lightest of what the day allows, what the session is made for, what races leave and what the last heavy day leaves. */
function decideLoad(
  plan: Plan,
  spot: Spot,
  session: SessionPlan,
): { readonly load: SessionLoad; readonly changed: Reason | null } {
  if (spot.limit.most === 'light' && spot.load !== 'light') return { load: 'light', changed: spot.limit.reason };
  const load = lighterOf(spot.load, session.load);
  const age = plan.profile.age;
  const hours =
    age >= mastersAge ? Math.max(mastersGapHours, plan.parameters.heavyGapHours) : plan.parameters.heavyGapHours;
  const gap = (spot.dayNumber - plan.lastHeavyDay) * hoursPerDay;
  if (load === 'full' && gap < hours && session.slots.some((slot) => slot.isHeavy)) {
    const rule = age >= mastersAge ? 'MASTERS' : 'W_CONSECUTIVE';
    return { load: 'reduced', changed: { code: 'GAP_REDUCED', rule, data: { day: spot.day, gap, hours } } };
  }
  if (load === spot.load) return { load, changed: null };
  return { load, changed: { code: 'BLOCK_LIGHTER', rule: 'BLOCK', data: { day: spot.day, load } } };
}

/** The race after which no full session has been held yet, while that still matters. */
function findRaceToEase(plan: Plan, dayNumber: number): DatedRace | undefined {
  return plan.races.find((dated) => {
    const days = dayNumber - dated.dayNumber;
    return days > 0 && days <= noHeavyDaysAfter[dated.race.distance] + easeWithinDays && !plan.easedRaces.has(dated);
  });
}

/** What of a session's slots the day can hold. */
function pickSlots(
  plan: Plan,
  session: SessionPlan,
  load: SessionLoad,
  turn: Turn,
): { readonly slots: readonly SlotPlan[]; readonly reasons: readonly Reason[] } {
  switch (load) {
    case 'light':
      return { slots: session.slots.filter((slot) => isLightWork(slot.exercise) && !isHard(slot)), reasons: [] };
    case 'reduced': {
      // The main session keeps one even where reduced sessions are tuned to none: a week without strength is no week (S2).
      let left = session.label === 'A' ? 1 : plan.parameters.heavySlotsReduced;
      const slots = session.slots.filter((slot) => {
        if (slot.dose.goal === 'power') return false;
        if (!slot.isHeavy) return true;
        left -= 1;
        return left >= 0;
      });
      return { slots, reasons: [] };
    }
    case 'full': {
      const heavy = session.slots.filter((slot) => slot.isHeavy);
      const least = heavy.reduce<SlotPlan | undefined>(
        (chosen, slot) => (chosen === undefined || slot.priority > chosen.priority ? slot : chosen),
        undefined,
      );
      const going = turn.kind === 'taper' && heavy.length > 1 ? least : undefined;
      if (!going) return { slots: session.slots, reasons: [] };
      const data = { exercise: going.exercise.id, race: turn.race?.race.date ?? '' };
      return {
        slots: session.slots.filter((slot) => slot !== going),
        reasons: [{ code: 'TAPER_MAIN_LIFT_DROPPED', rule: 'TAPER', data }],
      };
    }
  }
}

function isHard({ dose }: SlotPlan): boolean {
  return dose.goal === 'strength' || dose.goal === 'power';
}

function prescribe(
  plan: Plan,
  slot: SlotPlan,
  load: SessionLoad,
  turn: Turn,
  exposures: Map<Role, number>,
): Prescription | undefined {
  const state = plan.states.get(slot.role);
  const planned = findDose(slot, state, turn, exposures);
  if (!planned) return undefined;
  const { dose, reasons } = turnDown(plan, slot, planned, load, turn);
  return {
    slot: slot.slot,
    exerciseId: slot.exercise.id,
    goal: slot.dose.goal,
    sets: Math.min(dose.sets, slot.maxSets),
    measure: slot.exercise.measure,
    amount: dose.amount,
    range: slot.dose.range,
    perSide: slot.exercise.perSide,
    load: dose.load,
    rir: dose.rir,
    restSeconds: slot.restSeconds,
    explosive: slot.dose.explosive,
    tempo: dose.tempo,
    purpose: slot.exercise.purpose,
    reasons: [...slot.reasons, ...reasons],
    pinned: [],
  };
}

/**
 * A planned session moves the slot on; one that is turned down repeats what was last done. The first session of a block is
 * easy already, so a first session back after a race, or the first of all, serves as it.
 */
function findDose(
  slot: SlotPlan,
  state: RoleState | undefined,
  turn: Turn,
  exposures: Map<Role, number>,
): Dose | undefined {
  const exposure = exposures.get(slot.role) ?? 0;
  const isFirst = exposure === 0 && (turn.kind === 'ease' || !state?.lastDose);
  if (turn.kind !== 'planned' && !isFirst) return state?.lastDose ?? undefined;
  exposures.set(slot.role, exposure + 1);
  const dose = slot.dose.doses[Math.min(exposure, slot.dose.doses.length - 1)];
  if (state && dose) {
    state.lastDose = dose;
    if (exposure > 0) state.load = dose.load;
  }
  return dose;
}

function turnDown(
  plan: Plan,
  slot: SlotPlan,
  dose: Dose,
  load: SessionLoad,
  turn: Turn,
): { readonly dose: Dose; readonly reasons: readonly Reason[] } {
  const race = describeRace(turn.race);
  const step = findLoadStep(slot.exercise, plan.profile);
  switch (turn.kind) {
    case 'planned':
    case 'light': {
      if (load !== 'light') return { dose, reasons: [dose.reason] };
      const rir = dose.rir === null ? null : Math.max(dose.rir, lightRir);
      const sets = Math.min(dose.sets, lightSets);
      const light: Reason = { code: 'LIGHT_DOSE', rule: 'LIGHT_SESSION', data: { sets } };
      return { dose: { ...dose, sets, rir }, reasons: turn.kind === 'light' ? [light] : [dose.reason, light] };
    }
    case 'taper': {
      const sets = slot.dose.goal === 'power' ? Math.ceil(dose.sets / 2) : Math.min(dose.sets, taperSets);
      const reason: Reason = {
        code: 'TAPER_VOLUME_DOWN_INTENSITY_HELD',
        rule: 'TAPER',
        data: { ...race, from: dose.sets, sets },
      };
      return { dose: { ...dose, sets }, reasons: [reason] };
    }
    case 'ease': {
      const rir = dose.rir === null ? null : Math.max(dose.rir, easeRir);
      const sets = Math.min(dose.sets, easeSets);
      const isEasyAlready = dose.reason.code === 'DELOAD_FIRST_WEEK' || dose.load === null || step === undefined;
      const lighter = isEasyAlready ? dose.load : lowerLoad(dose.load, easeCutPercent, step);
      const reason: Reason = { code: 'AFTER_RACE_EASE', rule: 'AFTER_RACE', data: { ...race, sets, rir: easeRir } };
      return { dose: { ...dose, sets, rir, load: lighter }, reasons: [reason] };
    }
  }
}

function describeBlock(
  plan: Plan,
  blockPlan: BlockPlan | null,
  totalWeeks: number,
  weeks: number,
  byRace: boolean,
): readonly Reason[] {
  const { min, max } = limits.blockWeeks;
  const data = {
    weeks,
    wished: plan.parameters.blockWeeks,
    total: totalWeeks,
    min,
    max,
    cutBy: byRace ? 'race' : 'even',
  };
  const reasons: Reason[] = [{ code: 'BLOCK_LENGTH', rule: 'BLOCK', data }];
  if (blockPlan) {
    const { newExercises, keptExercises } = blockPlan;
    reasons.push({ code: 'BLOCK_NEXT_RUNGS', rule: 'S10', data: { new: newExercises, kept: keptExercises } });
  }
  return reasons;
}

function listHolds({ age }: Profile): readonly Reason[] {
  if (age >= adultAge) return [];
  return [{ code: 'HOLD_MINOR', rule: 'YOUTH', data: { age, adultAge } }];
}

function listNotes(
  plan: Plan,
  program: Program,
  blockPlans: readonly (BlockPlan | null)[],
  findings: readonly Finding[],
): readonly Reason[] {
  const notes = new Map<string, Reason>();
  const note = (key: string, reason: Reason) => {
    if (!notes.has(key)) notes.set(key, reason);
  };
  const gaps = new Set<Area>();
  const { profile } = plan;
  const bar = findStrengthBar(profile, plan.parameters);
  if (bar === 'kit') note('strength', { code: 'NOTE_NO_STRENGTH_KIT', rule: 'S2', data: {} });
  if (bar === 'pain') note('strength', { code: 'NOTE_NO_STRENGTH_PAIN', rule: 'PAIN', data: {} });
  for (const { code, at, data } of findings) {
    if (code !== 'M3_AREA_GAP' || at.week === undefined) continue;
    const block = blockPlans[(program.weeks[at.week - 1]?.block ?? 1) - 1];
    const area = weeklyAreas.find((one) => one === data.area);
    if (!area) continue;
    const because = (block && listMissingAreas(block).get(area)) ?? 'days';
    const reason = { area, because, week: at.week, throughWeek: at.throughWeek ?? at.week };
    gaps.add(area);
    note(`area ${area} ${because}`, { code: 'NOTE_AREA_LEFT_OUT', rule: 'AREAS', data: reason });
  }
  for (const block of blockPlans) {
    for (const { role, area, because } of block?.leftOut ?? []) {
      if (because === 'used' || because === 'heavy' || gaps.has(area)) continue;
      note(`slot ${role} ${because}`, {
        code: 'NOTE_SLOT_LEFT_OUT',
        rule: 'AREAS',
        data: { slot: role, area, because },
      });
    }
  }
  const nearest = findNearRace(plan, findings);
  if (nearest) note('race', { code: 'NOTE_START_NEAR_RACE', rule: 'TAPER', data: nearest });
  if (plan.sessionsPerWeek === 1) note('one', { code: 'NOTE_ONE_SESSION', rule: 'S14', data: {} });
  if (lacksLoads(program)) note('loads', { code: 'NOTE_NO_LOADS', rule: 'LOAD', data: {} });
  return [...notes.values()];
}

/** The race before which something is new: at the start of the program, or where sessions fell away and it came late. */
function findNearRace(plan: Plan, findings: readonly Finding[]): Record<string, string | number> | undefined {
  const monday = dayNumberOf(plan.startsOn);
  const near = findRaceAgainstNew(monday, plan.races, plan.parameters);
  if (near) {
    const { date, distance } = near.race;
    return { race: date, distance, days: near.dayNumber - monday, min: plan.parameters.noNewExerciseDays };
  }
  return findings.find(({ code }) => code === 'M4_NEW_BEFORE_RACE')?.data;
}

/** Strength by feel throughout: some exercise could take a load, and none has one. */
function lacksLoads({ weeks }: Program): boolean {
  const heavy = weeks.flatMap(({ sessions }) =>
    sessions.flatMap(({ prescriptions }) =>
      prescriptions.filter(({ exerciseId }) => findExercise(exerciseId)?.loadType === 'external'),
    ),
  );
  return heavy.some(({ goal }) => goal === 'strength') && heavy.every(({ load }) => load === null);
}
