// The slots of a block: roles to ladders to rungs, doses, order (ACSM 2009) and what gives way to the clock.
import { listLadder } from './catalogue/catalogue.ts';
import type { Exercise } from './catalogue/exercise.ts';
import { weeklyAreas } from './check-quantity.ts';
import {
  type Choice,
  type ChoiceBar,
  chooseNext,
  chooseStart,
  describeSubstitute,
  findChoiceBar,
  type SlotLimit,
  stayOn,
} from './choose-exercise.ts';
import { isHighResistance } from './high-resistance.ts';
import type { Load } from './load.ts';
import { parameters as limits } from './parameters.ts';
import type { ParameterValues } from './parse-parameters.ts';
import { type Dose, findWorkingLoad, planDoses, type SlotDose, slowTempo, wantsHighReps } from './plan-doses.ts';
import type { Profile } from './profile.ts';
import type { DatedRace } from './race-limits.ts';
import type { Reason } from './reason.ts';
import { findBar } from './runner-limits.ts';
import { estimateMinutes } from './session-minutes.ts';
import {
  type BlockMode,
  laddersOf,
  listRolesByPriority,
  listTemplates,
  type Role,
  type SessionTemplate,
} from './session-template.ts';
import type { Area, Ladder, SessionLoad } from './vocabulary.ts';

/** What a role has been given so far, carried from block to block. */
export interface RoleState {
  readonly exercise: Exercise;
  /** Weeks in which it was trained. */
  weeksDone: number;
  /** Blocks for which it has been kept, the first not counted. */
  blocksKept: number;
  /** The last planned dose, which a taper holds. */
  lastDose: Dose | null;
  load: Load | null;
  /** The heavier exercise that had to give way for want of room; it comes back when there is room again. */
  readonly gaveWay: Exercise | null;
}

export interface SlotPlan {
  readonly role: Role;
  /** "A1". */
  readonly slot: string;
  readonly exercise: Exercise;
  readonly dose: SlotDose;
  readonly restSeconds: number;
  /** Sets are cut to this where time is short. */
  readonly maxSets: number;
  readonly isHeavy: boolean;
  /** From 0, the last to go. */
  readonly priority: number;
  /** Why this exercise, and why this kind of dose. */
  readonly reasons: readonly Reason[];
}

export interface SessionPlan {
  readonly label: 'A' | 'B';
  /** The most that the session is made for. */
  readonly load: SessionLoad;
  readonly slots: readonly SlotPlan[];
  readonly reasons: readonly Reason[];
}

/** An area or a ladder that the block does without, and why. */
export interface LeftOut {
  readonly role: Role;
  readonly area: Area;
  readonly because: ChoiceBar | 'time' | 'race';
}

export interface BlockPlan {
  readonly sessions: readonly SessionPlan[];
  readonly leftOut: readonly LeftOut[];
  readonly newExercises: number;
  readonly keptExercises: number;
}

export interface BlockInput {
  readonly profile: Profile;
  readonly parameters: ParameterValues;
  readonly mode: BlockMode;
  readonly weeks: number;
  /** From 1; jumps wait for the weeks before. */
  readonly firstWeek: number;
  /** Blocks from this one to the end of the program. */
  readonly blocksLeft: number;
  /** Its first day, counted from 1970-01-01. */
  readonly monday: number;
  /** A race so near that nothing new may start. */
  readonly raceAgainstNew: DatedRace | null;
  readonly states: Map<Role, RoleState>;
}

interface Draft {
  readonly role: Role;
  readonly choice: Choice;
  readonly limit: SlotLimit;
}

const areaOfRole: Readonly<Record<Role, Area>> = {
  power: 'power',
  quads: 'quads',
  hinge: 'glutes',
  hamstrings: 'hamstrings',
  calf: 'calves',
  soleus: 'calves',
  core: 'core',
  second_core: 'core',
  hip: 'glutes',
  balance: 'ankle',
  foot: 'foot',
  ankle: 'ankle',
};

const mastersJumpAge = 60;

/** Plans the sessions of a block and moves the states of its roles on to it. */
export function planBlock(input: BlockInput): BlockPlan {
  const { profile, parameters, states } = input;
  const priorities = listRolesByPriority(profile, parameters.calfAge);
  const templates = listTemplates(input.mode, profile, parameters.calfAge, mayJump(input));
  const leftOut: LeftOut[] = [];
  const taken: Taken = { exercises: new Set(), ladders: new Set(), roles: new Set(), heavySlots: 0 };
  const drafts = templates.map((template) => chooseSlots(input, template, priorities, taken, leftOut));

  let newExercises = 0;
  let keptExercises = 0;
  for (const draft of drafts.flat()) {
    const state = states.get(draft.role);
    if (state && state.exercise.id === draft.choice.exercise.id) {
      state.blocksKept += 1;
      keptExercises += 1;
    } else {
      const load = findWorkingLoad(draft.choice.exercise, profile);
      const gaveWay = state && hasGivenWay(draft.choice) ? state.exercise : null;
      const { exercise } = draft.choice;
      states.set(draft.role, { exercise, weeksDone: 0, blocksKept: 0, lastDose: null, load, gaveWay });
      newExercises += 1;
    }
  }
  const sessions = templates.map((template, index) =>
    planSession(input, template, drafts[index] ?? [], priorities, leftOut),
  );
  return { sessions, leftOut, newExercises, keptExercises };
}

function hasGivenWay({ reasons }: Choice): boolean {
  return reasons.some(({ code }) => code === 'NO_HEAVY_SUBSTITUTE');
}

/** Jumps need weeks of strength first, and are not started by the very new, the young-boned or from 60 on without the coach. */
function mayJump({ profile, parameters, firstWeek, raceAgainstNew, states }: BlockInput): boolean {
  if (states.has('power')) return true;
  return (
    firstWeek > parameters.jumpGateWeeks &&
    profile.experience !== 'new' &&
    profile.age < mastersJumpAge &&
    raceAgainstNew === null
  );
}

/** What the block's sessions have used up between them. */
interface Taken {
  readonly exercises: Set<string>;
  readonly ladders: Set<Ladder>;
  readonly roles: Set<Role>;
  heavySlots: number;
}

/** Fills a session's roles by priority, so that the heavy slots go to what matters most. */
function chooseSlots(
  input: BlockInput,
  template: SessionTemplate,
  priorities: readonly Role[],
  taken: Taken,
  leftOut: LeftOut[],
): readonly Draft[] {
  const { parameters } = input;
  const cap = template.load === 'full' ? parameters.heavySlotsPerSession : parameters.heavySlotsReduced;
  const chosen: Draft[] = [];
  // The heavy slots are kept for the roles that matter most and can become heavy, or a later block would take one away.
  let heavyLeft = Math.min(cap, parameters.heavySlotsPerWeek - taken.heavySlots);
  const put = (role: Role, choice: Choice, slotLimit: SlotLimit) => {
    taken.exercises.add(choice.exercise.id);
    taken.ladders.add(choice.exercise.ladder);
    taken.roles.add(role);
    chosen.push({ role, choice, limit: slotLimit });
  };
  const take = (role: Role): ChoiceBar | null => {
    const slotLimit = limitOf(template, heavyLeft > 0);
    const choice = chooseForRole(input, role, slotLimit, taken);
    if (typeof choice === 'string') return choice;
    put(role, choice, slotLimit);
    if (slotLimit === 'any' && canBecomeHeavy(choice.exercise.ladder, input.profile)) {
      heavyLeft -= 1;
      taken.heavySlots += 1;
    }
    return null;
  };

  const wanted = priorities.filter((role) => template.roles.includes(role) && !taken.roles.has(role));
  for (const role of wanted.slice(0, parameters.slotsMax)) {
    const bar = take(role);
    if (bar !== null) leftOut.push({ role, area: areaOfRole[role], because: bar });
  }
  if (template.load === 'full' && template.label === 'A' && !chosen.some(isHard)) {
    const strength = findStrength(input, taken);
    if (strength) {
      // The role may stand here already, without load; else it takes the place of the least important.
      const place = chosen.findIndex(({ role }) => role === strength.role);
      if (place >= 0) chosen.splice(place, 1);
      else if (chosen.length >= parameters.slotsMax) chosen.pop();
      put(strength.role, strength.choice, 'any');
    }
  }
  for (const role of template.fillers) {
    if (chosen.length >= Math.min(parameters.slotsMin, parameters.slotsMax)) break;
    if (!template.roles.includes(role) && !taken.roles.has(role)) take(role);
  }
  return chosen;
}

/** Whether the ladder has a strength exercise that the client can do, on whatever rung. */
function canBecomeHeavy(ladder: Ladder, profile: Profile): boolean {
  return listLadder(ladder).some((rung) =>
    rung.some((exercise) => exercise.defaultGoal === 'strength' && findBar(exercise, profile) === null),
  );
}

function isHard({ choice }: Draft): boolean {
  return choice.exercise.defaultGoal === 'strength' || choice.exercise.defaultGoal === 'power';
}

const strengthRoles: readonly Role[] = ['hinge', 'quads', 'hamstrings', 'calf', 'soleus'];

/** S2: where any strength exercise is within reach, the main session has one, even above the usual start. */
function findStrength(input: BlockInput, taken: Taken): { readonly role: Role; readonly choice: Choice } | undefined {
  for (const role of strengthRoles) {
    if (taken.roles.has(role)) continue;
    const choice = chooseForRole(input, role, 'any', taken);
    if (typeof choice !== 'string' && choice.exercise.defaultGoal === 'strength') return { role, choice };
  }
  for (const role of strengthRoles) {
    for (const ladder of laddersOf[role]) {
      const choice = chooseStart(ladder, input.profile, 'any', input.parameters, taken.exercises, true);
      if (typeof choice !== 'string') return { role, choice };
    }
  }
  return undefined;
}

function limitOf(template: SessionTemplate, hasHeavyLeft: boolean): SlotLimit {
  if (template.load === 'light') return 'light';
  return hasHeavyLeft ? 'any' : 'no_heavy';
}

function chooseForRole(input: BlockInput, role: Role, limit: SlotLimit, taken: Taken): Choice | ChoiceBar {
  const { profile, parameters, states } = input;
  const state = states.get(role);
  const back = state?.gaveWay ?? null;
  if (back && isFreeFor(back, taken) && findChoiceBar(back, profile, limit) === null) {
    return stayOn(back, { code: 'BACK_ON_RUNG', rule: 'S16', data: { exercise: back.id } });
  }
  const isFree = state !== undefined && isFreeFor(state.exercise, taken);
  const stateBar = state && (isFree ? findChoiceBar(state.exercise, profile, limit) : 'used');
  if (state && stateBar === null) return chooseFromState(input, state, limit, taken);
  let bar: ChoiceBar = 'used';
  for (const ladder of orderLadders(role, input, limit)) {
    if (taken.ladders.has(ladder)) continue;
    const choice = chooseStart(ladder, profile, limit, parameters, taken.exercises);
    if (typeof choice !== 'string') {
      if (!state || !stateBar) return choice;
      const reason = describeSubstitute(stateBar, state.exercise, choice.exercise, profile);
      return { ...choice, reasons: [...choice.reasons, reason] };
    }
    if (bar === 'used') bar = choice;
  }
  return bar;
}

function isFreeFor({ id, ladder }: Exercise, taken: Taken): boolean {
  return !taken.exercises.has(id) && !taken.ladders.has(ladder);
}

/** S10: four weeks at least on a rung; and no new exercise just before a race. */
function chooseFromState(
  { profile, raceAgainstNew, monday }: BlockInput,
  state: RoleState,
  limit: SlotLimit,
  taken: Taken,
): Choice {
  const exercise = state.exercise;
  if (raceAgainstNew !== null) {
    const { date, distance } = raceAgainstNew.race;
    const data = { exercise: exercise.id, race: date, distance, days: raceAgainstNew.dayNumber - monday };
    return stayOn(exercise, { code: 'STAY_BEFORE_RACE', rule: 'TAPER', data });
  }
  if (state.weeksDone < limits.blockWeeks.min) {
    const data = { exercise: exercise.id, weeks: state.weeksDone, min: limits.blockWeeks.min };
    return stayOn(exercise, { code: 'STAY_TOO_FEW_WEEKS', rule: 'LADDER', data });
  }
  // The foot ladder ends in calf raises: with a calf slot beside it, that would be the same muscle three times a week.
  const used = taken.ladders.has('soleus') ? new Set([...taken.exercises, ...footRaises]) : taken.exercises;
  return chooseNext(exercise, profile, limit, used);
}

const footRaises: ReadonlySet<string> = new Set(['fi_toe_ext_raise', 'fi_toe_ext_loaded']);

/**
 * Novices learn to keep the trunk still on the back and on all fours before they hold it from the side. Nobody gets two
 * side planks in one week, one for the hip and one for the trunk.
 */
function orderLadders(role: Role, input: BlockInput, limit: SlotLimit): readonly Ladder[] {
  if (role !== 'core') return laddersOf[role];
  if (input.profile.experience === 'new' || doSidePlanksMeet(input, limit))
    return ['core_anti_ext', 'core_anti_rot', 'core_lateral'];
  return laddersOf[role];
}

const sidePlanks: ReadonlySet<string> = new Set([
  'cl_side_knee',
  'cl_side_plank',
  'cl_side_dips',
  'gm_side_plank',
  'gm_side_plank_lift',
]);

function doSidePlanksMeet(input: BlockInput, limit: SlotLimit): boolean {
  const hips = climb('glute_med', input, limit);
  const trunks = climb('core_lateral', input, limit);
  return hips.some((hip, block) => sidePlanks.has(hip) && sidePlanks.has(trunks[block] ?? ''));
}

/** The exercises of a ladder, block by block, if nothing but the client's limits stands in the way. */
function climb(ladder: Ladder, input: BlockInput, limit: SlotLimit): readonly string[] {
  const { profile, parameters, states, blocksLeft } = input;
  const start = chooseStart(ladder, profile, limit, parameters, noneUsed);
  if (typeof start === 'string') return [];
  const now = states.get('hip')?.exercise;
  let exercise = now?.ladder === ladder ? now : start.exercise;
  const climbed = [exercise.id];
  while (climbed.length < blocksLeft) {
    exercise = chooseNext(exercise, profile, limit, noneUsed).exercise;
    climbed.push(exercise.id);
  }
  return climbed;
}

const noneUsed: ReadonlySet<string> = new Set();

/** Power, heavy multi-joint, heavy single-joint, the same muscles without load, stability, foot, mobility (rule ORDER). */
function orderOf({ role, choice }: Draft): number {
  const isStrength = choice.exercise.defaultGoal === 'strength';
  switch (role) {
    case 'power':
      return 0;
    case 'quads':
      return isStrength ? 1 : 6;
    case 'hinge':
      return isStrength ? 2 : 7;
    case 'hamstrings':
      return isStrength ? 3 : 8;
    case 'calf':
      return isStrength ? 4 : 9;
    case 'soleus':
      return isStrength ? 5 : 10;
    case 'core':
      return 11;
    case 'second_core':
      return 12;
    case 'hip':
      return 13;
    case 'balance':
      return 14;
    case 'foot':
      return 15;
    case 'ankle':
      return 16;
    default: {
      const unknown: never = role;
      throw new TypeError(`Unknown role: ${unknown}`);
    }
  }
}

function planSession(
  input: BlockInput,
  template: SessionTemplate,
  drafts: readonly Draft[],
  priorities: readonly Role[],
  leftOut: LeftOut[],
): SessionPlan {
  const { parameters, profile } = input;
  const ordered = [...drafts].sort((one, other) => orderOf(one) - orderOf(other));
  const highRep = pickHighReps(ordered, parameters);
  const planned = ordered.map((draft, index) =>
    planSlot(input, template.label, draft, index, highRep.has(draft.role), priorities.indexOf(draft.role)),
  );
  const fitted = fitToTime(planned, profile.minutesPerSession, priorities);
  for (const { role } of fitted.dropped) leftOut.push({ role, area: areaOfRole[role], because: 'time' });
  const slots = fitted.slots.map((slot, index) => ({ ...slot, slot: `${template.label}${index + 1}` }));
  return { label: template.label, load: template.load, slots, reasons: fitted.reasons };
}

/** Who may go to twelve reps and more: mobility first, which is meant to (S5), then what asks for the most reps. */
function pickHighReps(drafts: readonly Draft[], parameters: ParameterValues): ReadonlySet<Role> {
  const wanting = drafts.filter(
    ({ choice }) => choice.exercise.defaultGoal !== 'power' && wantsHighReps(choice.exercise, parameters),
  );
  const ranked = wanting.sort((one, other) => repRank(other) - repRank(one));
  return new Set(ranked.slice(0, parameters.highRepMax).map(({ role }) => role));
}

function repRank({ choice: { exercise } }: Draft): number {
  return exercise.defaultGoal === 'mobility' ? Number.POSITIVE_INFINITY : exercise.prescription.min;
}

function planSlot(
  input: BlockInput,
  label: string,
  { role, choice }: Draft,
  index: number,
  mayBeHighRep: boolean,
  priority: number,
): SlotPlan {
  const { exercise } = choice;
  const state = input.states.get(role);
  const dose = planDoses({
    exercise,
    profile: input.profile,
    parameters: input.parameters,
    exposures: input.weeks,
    blocksBefore: state?.blocksKept ?? 0,
    load: state?.load ?? null,
    mayBeHighRep,
  });
  const amount = dose.range[1];
  return {
    role,
    slot: `${label}${index + 1}`,
    exercise,
    dose,
    restSeconds: dose.restSeconds,
    maxSets: Number.POSITIVE_INFINITY,
    isHeavy: isHighResistance(exercise, { goal: dose.goal, measure: exercise.measure, amount }),
    priority,
    reasons: [...choice.reasons, ...dose.reasons],
  };
}

interface Fitted {
  readonly slots: readonly SlotPlan[];
  readonly dropped: readonly SlotPlan[];
  readonly reasons: readonly Reason[];
}

const shortestRest = { strength: limits.restStrength.min, power: limits.restPower.min, other: 45 } as const;
const fewestSets = 2;

/**
 * Cuts a session to the client's minutes at its longest, a step at a time and the least important first: rests to their
 * minimum, third sets of light exercises, the fifth exercise, third sets of heavy ones, exercises. The last strength
 * exercise stays (rule TIME).
 */
function fitToTime(planned: readonly SlotPlan[], minutes: number, priorities: readonly Role[]): Fitted {
  const before = longestMinutes(planned);
  if (before <= minutes) return { slots: planned, dropped: [], reasons: [] };
  const leastFirst = [...priorities].reverse();
  const dropped: SlotPlan[] = [];
  let slots = planned;
  const fits = () => longestMinutes(slots) <= minutes;
  const change = (turn: (slot: SlotPlan) => SlotPlan) => {
    for (const role of leastFirst) {
      if (fits()) return;
      slots = slots.map((slot) => (slot.role === role ? turn(slot) : slot));
    }
  };
  const drop = () => {
    const going = findLeastImportant(slots);
    if (!going) return false;
    slots = slots.filter((slot) => slot !== going);
    dropped.push(going);
    return true;
  };
  change(shortenRest);
  change((slot) => (isStrength(slot) ? slot : cutSets(slot)));
  while (!fits() && slots.length > limits.slotsMin.default) drop();
  change(cutSets);
  while (!fits() && drop()) {
    // Each turn leaves one exercise fewer.
  }
  const reasons = dropped.map(
    ({ exercise }): Reason => ({
      code: 'TIME_SLOT_DROPPED',
      rule: 'TIME',
      data: { exercise: exercise.id, area: exercise.area, minutes },
    }),
  );
  return { slots, dropped, reasons: [{ code: 'SESSION_TIME', rule: 'TIME', data: { minutes, before } }, ...reasons] };
}

function isStrength({ dose }: SlotPlan): boolean {
  return dose.goal === 'strength';
}

function shortenRest(slot: SlotPlan): SlotPlan {
  const goal = slot.dose.goal;
  const min = goal === 'strength' ? shortestRest.strength : goal === 'power' ? shortestRest.power : shortestRest.other;
  if (slot.restSeconds <= min || (goal === 'power' && slot.restSeconds < shortestRest.power)) return slot;
  const reason: Reason = { code: 'TIME_SHORTER_REST', rule: 'TIME', data: { from: slot.restSeconds, to: min } };
  return { ...slot, restSeconds: min, reasons: [...slot.reasons, reason] };
}

function cutSets(slot: SlotPlan): SlotPlan {
  const sets = Math.max(...slot.dose.doses.map((dose) => dose.sets));
  if (sets <= fewestSets) return slot;
  const reason: Reason = { code: 'TIME_FEWER_SETS', rule: 'TIME', data: { from: sets, to: fewestSets } };
  return { ...slot, maxSets: fewestSets, reasons: [...slot.reasons, reason] };
}

function findLeastImportant(slots: readonly SlotPlan[]): SlotPlan | undefined {
  if (slots.length <= 1) return undefined;
  const hard = slots.filter(({ dose }) => dose.goal === 'strength' || dose.goal === 'power');
  const candidates = hard.length === 1 ? slots.filter((slot) => slot !== hard[0]) : slots;
  let least: SlotPlan | undefined;
  for (const slot of candidates) {
    if (!least || slot.priority > least.priority) least = slot;
  }
  return least;
}

/** The minutes of the session's longest week. */
function longestMinutes(slots: readonly SlotPlan[]): number {
  return estimateMinutes(
    slots.map(({ exercise, dose, restSeconds, maxSets }) => ({
      sets: Math.min(maxSets, Math.max(...dose.doses.map((one) => one.sets))),
      measure: exercise.measure,
      amount: Math.max(...dose.doses.map((one) => one.amount)),
      perSide: exercise.perSide,
      restSeconds,
      explosive: dose.explosive,
      tempo: dose.doses.some((one) => one.tempo !== null) ? slowTempo : null,
    })),
  );
}

/** The areas of the week that no slot of the block trains, with the reason. */
export function listMissingAreas(plan: BlockPlan): ReadonlyMap<Area, LeftOut['because'] | 'sessions'> {
  const trained = new Set(plan.sessions.flatMap(({ slots }) => slots.map((slot) => slot.exercise.area)));
  const missing = new Map<Area, LeftOut['because'] | 'sessions'>();
  for (const area of weeklyAreas) {
    if (trained.has(area)) continue;
    missing.set(area, plan.leftOut.find((one) => one.area === area)?.because ?? 'sessions');
  }
  return missing;
}
