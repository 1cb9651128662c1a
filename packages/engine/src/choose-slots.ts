// Which exercises a block trains: roles to ladders to rungs (rulebook 5, question 9 for what wins), S2 for the strength in it.
import { findExercise, listLadder } from './catalogue/catalogue.ts';
import type { Exercise } from './catalogue/exercise.ts';
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
import type { Load } from './load.ts';
import { parameters as limits } from './parameters.ts';
import type { ParameterValues } from './parse-parameters.ts';
import type { Dose } from './plan-doses.ts';
import type { Profile } from './profile.ts';
import type { BlockFocus } from './program.ts';
import type { DatedRace } from './race-limits.ts';
import type { Reason } from './reason.ts';
import { findBar } from './runner-limits.ts';
import { type BlockMode, laddersOf, type Role, type SessionTemplate } from './session-template.ts';
import type { Gap } from './time-off.ts';
import type { Area, Ladder } from './vocabulary.ts';

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
  /** What forced it into the place of another. */
  readonly forcedBy: Reason | null;
  /** The sessions in which it has stood, and said so. */
  stoodIn: ReadonlySet<SessionTemplate['label']>;
}

/** What a block is planned from. */
export interface BlockInput {
  readonly profile: Profile;
  readonly parameters: ParameterValues;
  readonly mode: BlockMode;
  readonly focus: BlockFocus;
  /** Of the block before; general for the first. */
  readonly focusBefore: BlockFocus;
  readonly weeks: number;
  /** From 1; jumps wait for the weeks before. */
  readonly firstWeek: number;
  /** Blocks from this one to the end of the program. */
  readonly blocksLeft: number;
  /** Its first day, counted from 1970-01-01. */
  readonly monday: number;
  /** A race so near that nothing new may start. */
  readonly raceAgainstNew: DatedRace | null;
  /** The time away that the block starts anew after. */
  readonly gap: Gap | null;
  readonly states: Map<Role, RoleState>;
}

/** An area or a ladder that the block does without, and why. */
export interface LeftOut {
  readonly role: Role;
  readonly area: Area;
  readonly because: ChoiceBar | 'time' | 'race';
}

/** A role with its exercise, before it has a dose. */
export interface Draft {
  readonly role: Role;
  readonly choice: Choice;
  readonly limit: SlotLimit;
}

export const areaOfRole: Readonly<Record<Role, Area>> = {
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

/** What the block's sessions have used up between them. */
export interface Taken {
  readonly exercises: Set<string>;
  readonly ladders: Set<Ladder>;
  readonly roles: Set<Role>;
  heavySlots: number;
}

/** Fills a session's roles by priority, so that the heavy slots go to what matters most. */
export function chooseSlots(
  input: BlockInput,
  template: SessionTemplate,
  priorities: readonly Role[],
  taken: Taken,
  leftOut: LeftOut[],
): readonly Draft[] {
  const { parameters } = input;
  const cap = template.load === 'full' ? parameters.heavySlotsPerSession : parameters.heavySlotsReduced;
  const chosen: Draft[] = [];
  // The foot ladder ends in calf raises: with a second calf slot beside it, that would be one muscle three times a week.
  if (template.roles.includes('soleus')) for (const id of footRaises) taken.exercises.add(id);
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
function chooseFromState(input: BlockInput, state: RoleState, limit: SlotLimit, taken: Taken): Choice {
  const { profile, raceAgainstNew, monday, gap } = input;
  const exercise = state.exercise;
  if (gap !== null) return chooseAfterGap(input, gap, exercise, limit, taken);
  if (raceAgainstNew !== null) {
    const { date, distance } = raceAgainstNew.race;
    const data = { exercise: exercise.id, race: date, distance, days: raceAgainstNew.dayNumber - monday };
    return stayOn(exercise, { code: 'STAY_BEFORE_RACE', rule: 'TAPER', data });
  }
  if (state.weeksDone < limits.blockWeeks.min) {
    const data = { exercise: exercise.id, weeks: state.weeksDone, min: limits.blockWeeks.min };
    return stayOn(exercise, { code: 'STAY_TOO_FEW_WEEKS', rule: 'LADDER', data });
  }
  return chooseNext(exercise, profile, limit, taken.exercises);
}

/** One rung down after a long time away, the same again after a shorter one; nothing new just before a race either way. */
function chooseAfterGap(
  { profile, raceAgainstNew, parameters }: BlockInput,
  { days, blockWeek }: Gap,
  exercise: Exercise,
  limit: SlotLimit,
  taken: Taken,
): Choice {
  const easier = exercise.regressTo === null ? undefined : findExercise(exercise.regressTo);
  const mayGoDown = blockWeek === 'new_block' && raceAgainstNew === null;
  if (mayGoDown && easier && !taken.exercises.has(easier.id) && findChoiceBar(easier, profile, limit) === null) {
    return stayOn(easier, { code: 'GAP_RUNG_DOWN', rule: 'GAP', data: { days, from: exercise.id } });
  }
  const percent = parameters.missedRestartPercent;
  return stayOn(exercise, { code: 'STAY_AFTER_GAP', rule: 'GAP', data: { days, percent } });
}

const footRaises = ['fi_toe_ext_raise', 'fi_toe_ext_loaded'] as const;

/**
 * Novices learn to keep the trunk still on the back and on all fours before they hold it from the side. Nobody gets two
 * side planks in one week, one for the hip and one for the trunk.
 */
function orderLadders(role: Role, input: BlockInput, limit: SlotLimit): readonly Ladder[] {
  if (role !== 'core') return laddersOf[role];
  const isLateralLast = input.profile.experience === 'new' || doSidePlanksMeet(input, limit);
  return isLateralLast ? ['core_anti_ext', 'core_anti_rot', 'core_lateral'] : laddersOf[role];
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
