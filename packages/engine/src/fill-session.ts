// What a session holds on its day: the planned doses, or less where the day, a race or the last heavy day asks for it.
import { handleGap } from './adapt/handle-gap.ts';
import { planMaintenance } from './adapt/plan-maintenance.ts';
import { isPossibleWith } from './catalogue/catalogue.ts';
import type { RoleState } from './choose-slots.ts';
import { noHeavyDaysAfter } from './parameters.ts';
import { lighterOf, type Spot } from './place-weeks.ts';
import { dateOfDayNumber } from './plain-date.ts';
import { type Dose, findLoadStep } from './plan-doses.ts';
import type { PlannedSession, Prescription } from './program.ts';
import type { ProgramPlan } from './program-plan.ts';
import { type DatedRace, describeRace } from './race-limits.ts';
import type { Reason } from './reason.ts';
import { lowerLoad } from './round-load.ts';
import { isLightWork, mastersAge, mastersGapHours } from './runner-limits.ts';
import { estimateMinutes } from './session-minutes.ts';
import type { Role } from './session-template.ts';
import type { SessionPlan, SlotPlan } from './slot-plan.ts';
import { settlePairs } from './superset.ts';
import { kitAway } from './time-off.ts';
import { listTurns } from './turns.ts';
import type { SessionLoad, SupersetLetter } from './vocabulary.ts';

const hoursPerDay = 24;
const easeWithinDays = 14;
const easeRir = 4;
const easeSets = 2;
const easeCutPercent = 5;
const lightSets = 2;
const lightRir = 4;
/** One plank is no session. */
const fewestLightSlots = 2;
const taperSets = 2;
/** A third to a half of the sets goes (rulebook 2.4). */
const extraDeloadShare = 0.7;

/** A session with its exercises. */
export interface FilledSession {
  readonly session: PlannedSession;
  /** Why it is lighter than the day was placed for; null when it is not. */
  readonly changed: Reason | null;
  readonly eased: boolean;
}

/** How a session's doses are turned down in one week. */
interface Turn {
  readonly kind: 'planned' | 'light' | 'taper' | 'ease' | 'back' | 'maintain' | 'deload';
  readonly race: DatedRace | null;
}

/** What a week asks of all its sessions. */
export type WeekTurn = 'maintain' | 'deload' | null;

/** Fills a session on its day; undefined when nothing is left that may stand there. Moves the plan's states on. */
export function fillSession(
  plan: ProgramPlan,
  spot: Spot,
  session: SessionPlan,
  number: number,
  exposures: Map<Role, number>,
  trained: Set<Role>,
  weekTurn: WeekTurn,
): FilledSession | undefined {
  const { load, changed } = decideLoad(plan, spot, session);
  const easedRace = load === 'light' ? undefined : findRaceToEase(plan, spot.dayNumber);
  const turn = decideTurn(plan, spot, session, load, easedRace, weekTurn);
  const { slots, reasons } = pickSlots(plan, session, load, turn, spot.isAway);
  if (turn.kind === 'light' && slots.length < Math.min(fewestLightSlots, session.slots.length)) return undefined;
  const lines: DosedSlot[] = [];
  for (const slot of slots) {
    const dosed = doseSlot(plan, slot, load, turn, exposures);
    if (!dosed) continue;
    lines.push(dosed);
    trained.add(slot.role);
    const state = plan.states.get(slot.role);
    if (state && !state.stoodIn.has(session.label)) state.stoodIn = new Set([...state.stoodIn, session.label]);
  }
  if (lines.length === 0) return undefined;
  const settled = settlePairs(lines);
  const isPaired = settled.some(({ superset }) => superset !== null);
  const prescriptions = isPaired ? listTurns(settled).flatMap(prescribePair) : settled.map((line) => prescribe(line));
  if (easedRace) plan.easedRaces.add(easedRace);
  if (slots.some((slot) => slot.isHeavy)) plan.lastHeavyDay = spot.dayNumber;
  if (turn.kind === 'back') plan.lighterSessions.delete(session.label);
  if (spot.isAway) plan.lastAwayDay = spot.dayNumber;
  else plan.lastSessionDay = spot.dayNumber;
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
        describeSession(plan, load, prescriptions.length),
        ...(changed === null ? none : [changed]),
        ...session.reasons.filter(({ code }) => code !== 'SESSION_SUPERSETS' || isPaired),
        ...reasons,
      ],
      prescriptions,
    },
  };
}

const none: readonly never[] = [];

function describeSession({ parameters }: ProgramPlan, load: SessionLoad, exercises: number): Reason {
  const data: Reason['data'] = load === 'light' ? { exercises, effort: parameters.lightEffortMax } : { exercises };
  return { code: sessionCode[load], rule: sessionRule[load], data };
}

const sessionCode = { full: 'SESSION_FULL', reduced: 'SESSION_REDUCED', light: 'SESSION_LIGHT' } as const;
const sessionRule = { full: 'S8', reduced: 'W_CONSECUTIVE', light: 'LIGHT_SESSION' } as const;

/** The weightiest thing that turns the session down: a race behind, a gap behind, a race ahead, the week itself. */
function decideTurn(
  plan: ProgramPlan,
  { dayNumber, limit }: Spot,
  session: SessionPlan,
  load: SessionLoad,
  easedRace: DatedRace | undefined,
  weekTurn: WeekTurn,
): Turn {
  if (easedRace !== undefined) return { kind: 'ease', race: easedRace };
  const isLighter = dayNumber < plan.lighterUntil && plan.lighterSessions.has(session.label);
  if (isLighter && load !== 'light') return { kind: 'back', race: limit.taper };
  if (limit.taper !== null) return { kind: 'taper', race: limit.taper };
  if (load === 'light' && session.load !== 'light') return { kind: 'light', race: null };
  return { kind: weekTurn ?? 'planned', race: null };
}

/** The lightest of what the day allows, what the session is made for, what races leave and what the last heavy day leaves. */
function decideLoad(
  plan: ProgramPlan,
  spot: Spot,
  session: SessionPlan,
): { readonly load: SessionLoad; readonly changed: Reason | null } {
  if (spot.limit.most === 'light' && (spot.load !== 'light' || spot.isAway))
    return { load: 'light', changed: spot.limit.reason };
  const load = lighterOf(spot.load, session.load);
  const age = plan.profile.age;
  const hours = Math.max(
    plan.parameters.heavyGapHours,
    age >= mastersAge ? mastersGapHours : 0,
    plan.profile.screening?.heavyGapHours ?? 0,
  );
  const gap = (spot.dayNumber - plan.lastHeavyDay) * hoursPerDay;
  if (load === 'full' && gap < hours && session.slots.some((slot) => slot.isHeavy)) {
    const rule = age >= mastersAge ? 'MASTERS' : 'W_CONSECUTIVE';
    return { load: 'reduced', changed: { code: 'GAP_REDUCED', rule, data: { day: spot.day, gap, hours } } };
  }
  if (load === spot.load) return { load, changed: null };
  return { load, changed: { code: 'BLOCK_LIGHTER', rule: 'BLOCK', data: { day: spot.day, load } } };
}

/** The race after which no full session has been held yet, while that still matters. */
function findRaceToEase(plan: ProgramPlan, dayNumber: number): DatedRace | undefined {
  return plan.races.find((dated) => {
    const days = dayNumber - dated.dayNumber;
    return days > 0 && days <= noHeavyDaysAfter[dated.race.distance] + easeWithinDays && !plan.easedRaces.has(dated);
  });
}

/** What of a session's slots the day can hold. */
function pickSlots(
  plan: ProgramPlan,
  session: SessionPlan,
  load: SessionLoad,
  turn: Turn,
  isAway: boolean,
): { readonly slots: readonly SlotPlan[]; readonly reasons: readonly Reason[] } {
  switch (load) {
    case 'light': {
      const light = session.slots.filter((slot) => isLightWork(slot.exercise) && !isHard(slot));
      const slots = isAway ? light.filter(({ exercise }) => isPossibleWith(exercise, kitAway)) : light;
      return { slots, reasons: [] };
    }
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

/** A slot with what is asked for on the day. */
interface DosedSlot {
  readonly slot: SlotPlan;
  readonly superset: SupersetLetter | null;
  readonly dose: Dose;
  /** Why this dose on this day. */
  readonly reasons: readonly Reason[];
}

function doseSlot(
  plan: ProgramPlan,
  slot: SlotPlan,
  load: SessionLoad,
  turn: Turn,
  exposures: Map<Role, number>,
): DosedSlot | undefined {
  const planned = findDose(slot, plan.states.get(slot.role), turn, exposures);
  if (!planned) return undefined;
  const { dose, reasons } = turnDown(plan, slot, planned, load, turn);
  return { slot, superset: slot.superset, dose, reasons };
}

/** A pair is the day's: what is left of it on a lighter day stands on its own. */
function prescribePair([lead, second]: readonly DosedSlot[]): readonly Prescription[] {
  if (!lead || !second) return lead ? [prescribe(lead)] : [];
  const data = { lift: lead.slot.exercise.id, exercise: second.slot.exercise.id, restSeconds: lead.slot.restSeconds };
  const reason: Reason = { code: 'SUPERSET_FOR_TIME', rule: 'SUPERSET', data };
  return [prescribe(lead, [reason]), prescribe(second, [reason])];
}

function prescribe({ slot, superset, dose, reasons }: DosedSlot, paired: readonly Reason[] = none): Prescription {
  return {
    slot: slot.slot,
    superset,
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
    // The slice gives back the room for sixteen more that a spread array keeps: a fifth of what a program would hold.
    reasons: [...slot.reasons, ...reasons, ...paired].slice(),
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
  const mayBegin = turn.kind === 'ease' || turn.kind === 'back' || turn.kind === 'deload';
  const isFirst = exposure === 0 && (mayBegin || !state?.lastDose);
  if (turn.kind !== 'planned' && !isFirst) return state?.lastDose ? withinLongest(state.lastDose, slot) : undefined;
  exposures.set(slot.role, exposure + 1);
  const dose = slot.dose.doses[Math.min(exposure, slot.dose.doses.length - 1)];
  if (state && dose) {
    state.lastDose = dose;
    if (exposure > 0) state.load = dose.load;
  }
  return dose;
}

/** A dose held from another block may take longer than what this one was cut to the client's minutes for. */
function withinLongest(dose: Dose, { longest }: SlotPlan): Dose {
  const isSlower = dose.tempo !== null && longest.tempo === null;
  if (dose.amount <= longest.amount && !isSlower) return dose;
  return { ...dose, amount: Math.min(dose.amount, longest.amount), tempo: isSlower ? null : dose.tempo };
}

function turnDown(
  plan: ProgramPlan,
  slot: SlotPlan,
  dose: Dose,
  load: SessionLoad,
  turn: Turn,
): { readonly dose: Dose; readonly reasons: readonly Reason[] } {
  const race = describeRace(turn.race);
  const findStep = () => findLoadStep(slot.exercise, plan.profile);
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
      const step = findStep();
      const rir = dose.rir === null ? null : Math.max(dose.rir, easeRir);
      const sets = Math.min(dose.sets, easeSets);
      const isEasyAlready = dose.reason.code === 'DELOAD_FIRST_WEEK' || dose.load === null || step === undefined;
      const lighter = isEasyAlready ? dose.load : lowerLoad(dose.load, easeCutPercent, step);
      const reason: Reason = { code: 'AFTER_RACE_EASE', rule: 'AFTER_RACE', data: { ...race, sets, rir: easeRir } };
      return { dose: { ...dose, sets, rir, load: lighter }, reasons: [reason] };
    }
    case 'back': {
      const step = findStep();
      const { load, setsDelta, reason } = handleGap({
        // Light work away keeps a longer gap from being more than this.
        gapDays: Math.min(plan.gapDays, plan.parameters.missedEaseDays),
        load: dose.load,
        loadable: step ?? 1,
        parameters: plan.parameters,
      });
      // The easy first session of a block is lighter already.
      const isEasyAlready = dose.reason.code === 'DELOAD_FIRST_WEEK' || step === undefined;
      const fewer = Math.max(1, dose.sets + setsDelta);
      const sets = turn.race === null ? fewer : Math.min(fewer, taperSets);
      return {
        dose: { ...dose, sets, load: isEasyAlready ? dose.load : load },
        reasons: [{ ...reason, data: { ...reason.data, days: plan.gapDays } }],
      };
    }
    case 'maintain': {
      const { sessions, setsMin } = planMaintenance(plan.profile.age);
      const sets = Math.max(Math.min(setsMin, dose.sets), Math.ceil(dose.sets / 2));
      return { dose: { ...dose, sets }, reasons: [{ code: 'IN_SEASON', rule: 'IN_SEASON', data: { sessions, sets } }] };
    }
    case 'deload': {
      if (dose.reason.code === 'DELOAD_FIRST_WEEK') return { dose, reasons: [dose.reason] };
      const sets = Math.max(1, Math.floor(dose.sets * extraDeloadShare));
      const rir = dose.rir === null ? null : Math.max(dose.rir, Math.min(dose.rir + 1, easeRir));
      const percent = plan.parameters.deloadLoadPercent;
      const step = findStep();
      const lighter =
        dose.load === null || step === undefined || percent === 0 ? dose.load : lowerLoad(dose.load, percent, step);
      const reason: Reason = { code: 'DELOAD_EXTRA', rule: 'DELOAD', data: { from: dose.sets, sets } };
      return { dose: { ...dose, sets, rir, load: lighter }, reasons: [reason] };
    }
  }
}
