// The sessions of a block: chosen slots with their doses, in order (rule ORDER), cut to the time there is.
import { weeklyAreas } from './check-quantity.ts';
import type { Choice } from './choose-exercise.ts';
import {
  areaOfRole,
  type BlockInput,
  chooseSlots,
  type Draft,
  type LeftOut,
  type RoleState,
  type Taken,
} from './choose-slots.ts';
import { excusesSwap } from './excuses.ts';
import { fitToTime } from './fit-to-time.ts';
import { isHighResistance } from './high-resistance.ts';
import { findLongestSet } from './longest-set.ts';
import type { ParameterValues } from './parse-parameters.ts';
import { findLoadStep, findWorkingLoad, planDoses, wantsHighReps } from './plan-doses.ts';
import type { BlockFocus } from './program.ts';
import type { Reason } from './reason.ts';
import { lowerLoad } from './round-load.ts';
import { mastersAge } from './runner-limits.ts';
import { listRolesByPriority, listTemplates, type Role, type SessionTemplate } from './session-template.ts';
import type { SessionPlan, SlotPlan } from './slot-plan.ts';
import type { Area } from './vocabulary.ts';

/** The sessions of a block, before they have days. */
export interface BlockPlan {
  /** Power where there is a jump in it, strength where power was wanted and there is none. */
  readonly focus: BlockFocus;
  readonly sessions: readonly SessionPlan[];
  readonly leftOut: readonly LeftOut[];
  readonly newExercises: number;
  readonly keptExercises: number;
}

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
      state.blocksKept = input.gap === null ? state.blocksKept + 1 : 0;
      if (input.gap !== null) startAnew(input, state);
      keptExercises += 1;
    } else {
      const load = findWorkingLoad(draft.choice.exercise, profile);
      const gaveWay = state && hasGivenWay(draft.choice) ? state.exercise : null;
      const { exercise } = draft.choice;
      const forcedBy = draft.choice.reasons.find(({ code }) => excusesSwap(code)) ?? null;
      const started: RoleState = {
        exercise,
        weeksDone: 0,
        blocksKept: 0,
        lastDose: null,
        load,
        gaveWay,
        forcedBy,
        stoodIn: new Set(),
      };
      if (input.gap !== null) startAnew(input, started);
      states.set(draft.role, started);
      newExercises += 1;
    }
  }
  const hasJumps = drafts.some((draft) => draft.some(({ role }) => role === 'power'));
  const focus = input.focus === 'power' && !hasJumps ? 'strength' : input.focus;
  const sessions = templates.map((template, index) =>
    planSession({ ...input, focus }, template, drafts[index] ?? [], priorities, leftOut),
  );
  return { focus, sessions, leftOut, newExercises, keptExercises };
}

/** After a long time away the block starts again with less on the bar, as the gap rules say. */
function startAnew({ profile, parameters }: BlockInput, state: RoleState): void {
  const step = findLoadStep(state.exercise, profile);
  if (state.load !== null && step !== undefined) {
    state.load = lowerLoad(state.load, parameters.missedRestartPercent, step);
  }
  state.weeksDone = 0;
  state.lastDose = null;
}

/** A forced swap is explained in each session when the exercise first stands in it, be it a block later. */
function listOpenReasons(
  { reasons }: Choice,
  state: RoleState | undefined,
  label: SessionTemplate['label'],
): readonly Reason[] {
  const forcedBy = state && !state.stoodIn.has(label) ? state.forcedBy : null;
  return forcedBy === null || reasons.includes(forcedBy) ? [] : [forcedBy];
}

function hasGivenWay({ reasons }: Choice): boolean {
  return reasons.some(({ code }) => code === 'NO_HEAVY_SUBSTITUTE');
}

/** Jumps need weeks of strength first; the engine starts none for novices, from 60 on, or just before a race (rule JUMPS). */
function mayJump({ profile, parameters, firstWeek, raceAgainstNew, states }: BlockInput): boolean {
  if (states.has('power')) return true;
  return (
    firstWeek > parameters.jumpGateWeeks &&
    profile.experience !== 'new' &&
    profile.age < mastersAge &&
    raceAgainstNew === null
  );
}

/** Power, heavy multi-joint, heavy single-joint, the same muscles without load, stability, foot, mobility (rule ORDER). */
function orderOf({ role, choice }: Draft): number {
  const isStrength = choice.exercise.defaultGoal === 'strength';
  switch (role) {
    case 'power':
      return 0;
    case 'quads':
      return isStrength ? 1 : 7;
    case 'hinge':
      return isStrength ? 2 : 8;
    case 'hamstrings':
      return isStrength ? 3 : 9;
    case 'calf':
      return isStrength ? 4 : 10;
    case 'soleus':
      return isStrength ? 5 : 11;
    case 'foot':
      return isStrength ? 6 : 16;
    case 'core':
      return 12;
    case 'second_core':
      return 13;
    case 'hip':
      return 14;
    case 'balance':
      return 15;
    case 'ankle':
      return 17;
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
  label: SessionTemplate['label'],
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
    focus: input.focus,
    focusBefore: state && state.blocksKept > 0 ? input.focusBefore : 'general',
    load: state?.load ?? null,
    mayBeHighRep,
  });
  // Heavy if any of its weeks is: the fewest reps weigh the most.
  const amount = dose.range[0];
  return {
    role,
    slot: `${label}${index + 1}`,
    superset: null,
    exercise,
    dose,
    longest: findLongestSet(exercise, dose),
    restSeconds: dose.restSeconds,
    maxSets: Number.POSITIVE_INFINITY,
    isHeavy: isHighResistance(exercise, { goal: dose.goal, measure: exercise.measure, amount }),
    priority,
    reasons: [...choice.reasons, ...listOpenReasons(choice, state, label), ...dose.reasons],
  };
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
