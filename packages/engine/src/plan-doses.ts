// The numbers of a slot through a block: double progression (rulebook 2.4), the easy first week (DELOAD), doses by goal
// (S3 to S5). Exposures are counted, not weeks: a week without the session moves nothing on.
import type { Exercise } from './catalogue/exercise.ts';
import { findGroupDose, groupSetsMax, type RepRange, youthReps } from './group-dose.ts';
import { isElastic } from './is-elastic.ts';
import type { Load } from './load.ts';
import { parameters as limits } from './parameters.ts';
import type { ParameterValues } from './parse-parameters.ts';
import type { Profile } from './profile.ts';
import type { BlockFocus } from './program.ts';
import type { Reason, ReasonCode } from './reason.ts';
import { findImplement, loadStepOf, lowerLoad, raiseLoad, roundLoad } from './round-load.ts';
import { adultAge, mastersAge } from './runner-limits.ts';
import { shareByNumbers } from './share-values.ts';
import type { Goal, Measure } from './vocabulary.ts';

export interface Dose {
  readonly sets: number;
  readonly amount: number;
  readonly load: Load | null;
  readonly rir: number | null;
  readonly tempo: string | null;
  /** Why this dose in this week. */
  readonly reason: Reason;
}

/** What is the same for a slot in every week of a block. */
export interface SlotDose {
  readonly goal: Goal;
  readonly range: readonly [low: number, high: number];
  readonly restSeconds: number;
  readonly explosive: boolean;
  /** One for each exposure of the block, the easy one first. */
  readonly doses: readonly Dose[];
  readonly reasons: readonly Reason[];
}

/** Three seconds down, one below, one up: the next thing to rise when reps and load can't. */
export const slowTempo = '3-1-1';

const deloadSets = 2;
const holdStepSeconds = 5;
/** A hold that is kept for another block goes on from near its top, this much further each time, to a minute. */
const staySeconds = 10;
const longestHoldSeconds = 60;
const controlSetsMax = 3;
/** Reps of a minor, also of what is not heavy. */
const [minorRepsMin, minorRepsMax] = youthReps;
/** Where reps can't rise, the same ones are done so often before the load does: two for two (NSCA). */
const timesAtTop = 2;
const narrowestRange = 2;
/** Someone new to jumps gets fewer contacts than anybody else (rulebook 2.4). */
const noviceContacts = 40;
/** Twelve contacts and more would count as high-rep work. */
const contactsMax = 11;

const startOfRange = shareByNumbers((low, high): Reason => reasonOf('START_OF_RANGE', { low, high }));
const riseReps = shareByNumbers((from, to): Reason => reasonOf('RISE_REPS', { from, to }));
const riseSeconds = shareByNumbers((from, to): Reason => reasonOf('RISE_SECONDS', { from, to }));
const riseLoadByFeel = shareByNumbers((low): Reason => reasonOf('RISE_LOAD_BY_FEEL', { low }));
const riseTempo = reasonOf('RISE_TEMPO', { tempo: slowTempo });
const sameAgain: Readonly<Record<Measure, ReturnType<typeof shareByNumbers<Reason>>>> = {
  reps: shareByNumbers((amount): Reason => reasonOf('SAME_AGAIN', { amount, measure: 'reps' })),
  seconds: shareByNumbers((amount): Reason => reasonOf('SAME_AGAIN', { amount, measure: 'seconds' })),
};
const easyFirstWeek = shareByNumbers(
  (sets, rir): Reason => ({ code: 'DELOAD_FIRST_WEEK', rule: 'DELOAD', data: { sets, rir } }),
);
const easyFirstHolds = shareByNumbers(
  (sets): Reason => ({ code: 'DELOAD_FIRST_WEEK', rule: 'DELOAD', data: { sets } }),
);

function reasonOf(code: ReasonCode, data: Reason['data']): Reason {
  return { code, rule: 'PROGRESSION', data };
}

export interface DoseInput {
  readonly exercise: Exercise;
  readonly profile: Profile;
  readonly parameters: ParameterValues;
  /** How often the slot can come in the block, 1 to 6. */
  readonly exposures: number;
  /** What the block is for, and what the exercise was dosed for before it; general when left out. */
  readonly focus?: BlockFocus;
  readonly focusBefore?: BlockFocus;
  /** How many blocks the exercise has been kept before this one. */
  readonly blocksBefore: number;
  /** The load to go on from; null when none is known. */
  readonly load: Load | null;
  /** Whether the session has room for another exercise of twelve reps or more. */
  readonly mayBeHighRep: boolean;
}

/** The doses of an exercise over a block. */
export function planDoses(input: DoseInput): SlotDose {
  switch (input.exercise.defaultGoal) {
    case 'strength':
      return planStrength(input);
    case 'power':
      return planPower(input);
    case 'mobility':
    case 'stability':
    case 'hypertrophy':
    case 'endurance':
      return planControl(input);
  }
}

/** Whether the exercise would have sets of twelve reps or more if it may. */
export function wantsHighReps(exercise: Exercise, parameters: ParameterValues): boolean {
  return exercise.measure === 'reps' && exercise.prescription.max >= parameters.highRepThreshold;
}

/** Reps in reserve of a hard set: more for novices and minors, whose judgement or joints need the margin. */
function targetRir(profile: Profile, parameters: ParameterValues): number {
  const rir = profile.experience === 'new' ? parameters.rirNovice : parameters.rir;
  const least = Math.max(profile.age < adultAge ? parameters.rirMinor : 0, profile.screening?.minRir ?? 0);
  return Math.round(Math.max(rir, least) * 2) / 2;
}

/** The known working load, rounded to what the runner's kit can be loaded to. */
export function findWorkingLoad(exercise: Exercise, profile: Profile): Load | null {
  const load = profile.workingLoads[exercise.id];
  const step = findLoadStep(exercise, profile);
  return load === undefined || step === undefined ? null : roundLoad(load, step, profile.unit);
}

export function findLoadStep(exercise: Exercise, profile: Pick<Profile, 'equipment' | 'unit'>): number | undefined {
  const kit = exercise.equipment.find((set) => set.length > 0 && set.every((item) => profile.equipment.includes(item)));
  const optional = exercise.optionalEquipment.filter((item) => profile.equipment.includes(item));
  const implement = findImplement(kit ?? optional);
  return implement === undefined ? undefined : loadStepOf(implement, profile.unit);
}

function planStrength(input: DoseInput): SlotDose {
  const { exercise, profile, parameters } = input;
  const usual = strengthRange(exercise, profile, parameters);
  const range = isSpecific(input.focus) ? makeHeavier(input, usual) : usual;
  const isHeavier = range[0] < usual[0];
  const rir = targetRir(profile, parameters);
  const group = findGroupDose(profile);
  const most = Math.min(parameters.setsStrength, group === null ? Number.POSITIVE_INFINITY : groupSetsMax);
  const sets = input.focus === 'power' ? Math.max(most - 1, deloadSets) : most;
  const restSeconds = strengthRest(exercise, parameters);
  const dose: Reason = {
    code: 'DOSE_STRENGTH',
    rule: 'S3',
    data: { low: range[0], high: range[1], sets, rir, restSeconds },
  };
  const reasons = [dose, ...runnerReasons(input)];
  if (isHeavier) {
    reasons.push({ code: 'DOSE_HEAVIER', rule: 'BLOCK', data: { low: range[0], high: range[1] } });
  }
  const base = { goal: 'strength', range, restSeconds, explosive: false } as const;
  if (exercise.loadType === 'bodyweight') {
    return { ...base, reasons, doses: climbThenSlow(input, range, sets, rir) };
  }
  if (input.load === null) {
    reasons.push({ code: 'LOAD_BY_FEEL', rule: 'LOAD', data: { rir } });
    return { ...base, reasons, doses: climbByFeel(input, range, sets, rir) };
  }
  reasons.push({ code: 'LOAD_KNOWN', rule: 'LOAD', data: { load: input.load.hundredths, unit: input.load.unit } });
  const load = isHeavier && !isSpecific(input.focusBefore) ? addForFewerReps(input, input.load) : input.load;
  return { ...base, reasons, doses: climbWithLoad(input, load, range, sets, rir) };
}

/**
 * Heavy for an adult who has lifted before: 4 to 6; for novices 6 to 8. The exercise's own dose shifts it. A group's range
 * stands before all of it, from its low end on.
 */
function strengthRange(exercise: Exercise, profile: Profile, parameters: ParameterValues): RepRange {
  const { min, max } = exercise.prescription;
  const top = parameters.strengthRepsMax;
  const group = findGroupDose(profile);
  if (group !== null) {
    const [low, high] = group.reps;
    return [low, Math.min(high, Math.max(top, low + narrowestRange))];
  }
  const within = (low: number, high: number): readonly [number, number] => {
    const least = Math.max(low, parameters.strengthRepsMin);
    return [least, Math.max(least, Math.min(high + least - low, top))];
  };
  if (exercise.loadType === 'bodyweight') return within(min, max);
  if (profile.experience === 'new') return within(6, 8);
  const low = Math.max(4, min - 1, parameters.strengthRepsMin);
  return within(low, low + narrowestRange);
}

function isSpecific(focus: BlockFocus | undefined): boolean {
  return focus === 'strength' || focus === 'power';
}

/** A rep fewer at both ends, for those in no group and where something can be loaded (rulebook 2.4: three to eight reps). */
function makeHeavier(
  { exercise, profile, parameters }: DoseInput,
  [low, high]: readonly [number, number],
): readonly [number, number] {
  const mayBeHeavier = findGroupDose(profile) === null && exercise.loadType !== 'bodyweight';
  if (!mayBeHeavier || low <= parameters.strengthRepsMin) return [low, high];
  return [low - 1, high - 1];
}

/** A rep fewer with the same in reserve is that much heavier, as far as a week may rise. */
function addForFewerReps({ exercise, profile, parameters }: DoseInput, load: Load): Load {
  const step = findLoadStep(exercise, profile);
  return step === undefined ? load : (raiseLoad(load, parameters.rirPercent, step, parameters.weekCapPercent) ?? load);
}

/** Three minutes for the big lifts, the catalogue's two to two and a half for the rest (S3, S7). */
function strengthRest(exercise: Exercise, parameters: ParameterValues): number {
  const { restSeconds } = exercise.prescription;
  if (restSeconds >= limits.restStrength.default) return parameters.restStrength;
  return Math.min(Math.max(restSeconds, limits.restStrength.min), parameters.restStrength);
}

/** Reps rise through the range, then the load takes a step and the reps start again; where no step is small enough, reps go on. */
function climbWithLoad(
  { exercise, profile, parameters, exposures }: DoseInput,
  start: Load,
  [low, high]: readonly [number, number],
  sets: number,
  rir: number,
): readonly Dose[] {
  const step = findLoadStep(exercise, profile) ?? loadStepOf('bar', profile.unit);
  const increment =
    profile.age >= mastersAge
      ? Math.min(parameters.incrementPercent, parameters.mastersIncrementPercent)
      : parameters.incrementPercent;
  const percent = Math.min(increment, parameters.weekCapPercent);
  const doses: Dose[] = [deloadDose(high, easeLoad(start, parameters.deloadLoadPercent, step), rir)];
  let load = start;
  let amount = low;
  let tempo: string | null = null;
  let reason: Reason = startOfRange(low, high);
  let times = 0;
  while (doses.length < exposures) {
    doses.push({ sets, amount, load, rir, tempo, reason });
    times += 1;
    if (low === high && tempo === null && times < timesAtTop) {
      reason = sameAgain[exercise.measure](amount);
      continue;
    }
    times = 0;
    const raised =
      amount >= high && tempo === null
        ? (raiseLoad(load, percent, step, parameters.weekCapPercent) ??
          raiseLoad(load, percent, step, parameters.oneStepMaxPercent))
        : null;
    if (amount < high) {
      amount += 1;
      reason = riseReps(amount - 1, amount);
    } else if (raised) {
      reason = {
        code: 'RISE_LOAD',
        rule: 'PROGRESSION',
        data: { from: load.hundredths, to: raised.hundredths, unit: raised.unit, low },
      };
      load = raised;
      amount = low;
    } else if (low < high && amount < parameters.strengthRepsMax) {
      amount += 1;
      reason = riseReps(amount - 1, amount);
    } else {
      tempo = slowTempo;
      reason = riseTempo;
    }
  }
  return doses;
}

/** As with a load, but the client finds it: she adds the smallest step when the reps start again. */
function climbByFeel(
  { exercise, exposures }: DoseInput,
  [low, high]: readonly [number, number],
  sets: number,
  rir: number,
): readonly Dose[] {
  const doses: Dose[] = [deloadDose(high, null, rir)];
  let amount = low;
  let reason: Reason = startOfRange(low, high);
  let times = 0;
  while (doses.length < exposures) {
    doses.push({ sets, amount, load: null, rir, tempo: null, reason });
    times += 1;
    if (low === high && times < timesAtTop) {
      reason = sameAgain[exercise.measure](amount);
      continue;
    }
    times = 0;
    if (amount < high) {
      amount += 1;
      reason = riseReps(amount - 1, amount);
    } else {
      amount = low;
      reason = riseLoadByFeel(low);
    }
  }
  return doses;
}

/** Bodyweight: a rep more each time, then the same reps slowly. Kept for another block, it is slow from the start. */
function climbThenSlow(
  { exercise, exposures, blocksBefore }: DoseInput,
  [low, high]: readonly [number, number],
  sets: number,
  rir: number,
): readonly Dose[] {
  const doses: Dose[] = [deloadDose(low, null, rir)];
  let amount = low;
  // Where the range is a single number, going slow is all that can rise, in this block as in the last.
  let tempo: string | null = blocksBefore > 0 && low < high ? slowTempo : null;
  let reason: Reason = tempo === null ? startOfRange(low, high) : riseTempo;
  let times = 0;
  while (doses.length < exposures) {
    doses.push({ sets, amount, load: null, rir, tempo, reason });
    times += 1;
    if (low === high && times < timesAtTop) {
      reason = sameAgain[exercise.measure](amount);
    } else if (amount < high) {
      amount += 1;
      reason = riseReps(amount - 1, amount);
    } else {
      tempo = slowTempo;
      reason = riseTempo;
    }
  }
  return doses;
}

function easeLoad(load: Load, percent: number, step: number): Load {
  return percent === 0 ? load : lowerLoad(load, percent, step);
}

function deloadDose(amount: number, load: Load | null, rir: number): Dose {
  const easier = Math.min(rir + 1, 4);
  return {
    sets: deloadSets,
    amount,
    load,
    rir: easier,
    tempo: null,
    reason: easyFirstWeek(deloadSets, easier),
  };
}

/** Jumps: few, fast, fully rested; drills on stiff ankles are counted in contacts (S4). */
function planPower(input: DoseInput): SlotDose {
  const { exercise, profile, parameters } = input;
  const { min, max, restSeconds } = exercise.prescription;
  // One foot at a time lands twice as often; rope skipping goes by the clock.
  const budget =
    profile.experience === 'new'
      ? Math.min(parameters.contactsPerSession, noviceContacts)
      : parameters.contactsPerSession;
  const roomIn = (count: number) => Math.floor(budget / (count * (exercise.perSide ? 2 : 1)));
  const wanted = exercise.prescription.sets + (input.focus === 'power' ? 1 : 0);
  const usual = roomIn(wanted) > parameters.powerRepsMax ? wanted : exercise.prescription.sets;
  const sets = usual > deloadSets && roomIn(usual) <= parameters.powerRepsMin ? deloadSets : usual;
  const perSet = roomIn(sets);
  const least = profile.age < adultAge ? minorRepsMin : 1;
  const low = Math.max(least, Math.min(min, contactsMax - narrowestRange, perSet - narrowestRange));
  const high = exercise.measure === 'seconds' ? max : Math.max(Math.min(max, contactsMax, perSet), low + 1);
  const range = isElastic(exercise) ? ([low, high] as const) : clampToPower([low, high], parameters);
  const rest = restSeconds >= limits.restPower.min ? parameters.restPower : restSeconds;
  const dose: Reason = {
    code: 'DOSE_POWER',
    rule: 'S4',
    data: { low: range[0], high: range[1], sets, restSeconds: rest },
  };
  const gate: Reason = { code: 'JUMPS_GATE', rule: 'JUMPS', data: { weeks: parameters.jumpGateWeeks } };
  return {
    goal: 'power',
    range,
    restSeconds: rest,
    explosive: true,
    reasons: [dose, gate, ...runnerReasons(input)],
    doses: spread(input, range, sets, null),
  };
}

/** Single efforts stay within the reps of power (S4), whatever the exercise would allow. */
function clampToPower([low, high]: readonly [number, number], parameters: ParameterValues): readonly [number, number] {
  const { powerRepsMin: min, powerRepsMax: max } = parameters;
  const most = Math.min(high, max);
  // A rep of room is what can rise.
  const least = Math.min(Math.max(low, min), Math.max(min, most - 1));
  return [least, Math.max(least, most)];
}

/** Stability and mobility: control first; reps or seconds rise evenly through the range. */
function planControl(input: DoseInput): SlotDose {
  const { exercise, profile, parameters, mayBeHighRep } = input;
  const { restSeconds } = exercise.prescription;
  const sets = Math.min(exercise.prescription.sets, controlSetsMax);
  const goal = exercise.defaultGoal === 'mobility' ? 'mobility' : 'stability';
  const range = controlRange(input);
  const rir = goal === 'stability' && exercise.measure === 'reps' ? Math.max(3, targetRir(profile, parameters)) : null;
  const reasons: Reason[] = [
    goal === 'mobility'
      ? {
          code: 'DOSE_MOBILITY',
          rule: 'DOSE',
          data: { low: range[0], high: range[1], sets, measure: exercise.measure },
        }
      : {
          code: 'DOSE_STABILITY',
          rule: 'S5',
          data: { low: range[0], high: range[1], sets, measure: exercise.measure },
        },
  ];
  if (wantsHighReps(exercise, parameters) && !mayBeHighRep) {
    reasons.push({ code: 'HIGH_REP_LIMIT', rule: 'S5', data: { max: parameters.highRepMax, high: range[1] } });
  }
  return {
    goal,
    range,
    restSeconds,
    explosive: false,
    reasons: [...reasons, ...runnerReasons(input)],
    doses: spread(input, range, sets, rir),
  };
}

function controlRange({
  exercise,
  profile,
  parameters,
  mayBeHighRep,
  blocksBefore,
}: DoseInput): readonly [number, number] {
  let { min: low, max: high } = exercise.prescription;
  if (exercise.measure === 'seconds') {
    if (blocksBefore === 0) return [low, high];
    const top = Math.min(longestHoldSeconds, high + blocksBefore * staySeconds);
    return [Math.max(low, Math.min(top - 3 * holdStepSeconds, high)), top];
  }
  if (profile.age < adultAge) {
    low = Math.min(Math.max(low, minorRepsMin), minorRepsMax - narrowestRange);
    high = Math.max(Math.min(high, minorRepsMax), low + narrowestRange);
  }
  // Sets of thirteen and more would be endurance work (S6); ankle rocks of fifteen to twenty are the article's own.
  if (exercise.defaultGoal !== 'mobility') high = Math.min(high, parameters.enduranceReps - 1);
  if (!mayBeHighRep) high = Math.min(high, parameters.highRepThreshold - 1);
  return [Math.max(1, Math.min(low, high - narrowestRange)), high];
}

/**
 * Evenly from the low end towards the high one over the exposures after the easy first, at most one rep or five seconds at
 * a time; ankle rocks may take two.
 */
function spread(
  { exercise, exposures, blocksBefore, load }: DoseInput,
  [low, high]: readonly [number, number],
  sets: number,
  rir: number | null,
): readonly Dose[] {
  const unit = exercise.measure === 'seconds' ? holdStepSeconds : 1;
  const steps = Math.floor((high - low) / unit);
  const rises = Math.max(exposures - 2, 1);
  const isSlow = blocksBefore > 0 && exercise.measure === 'reps' && exercise.defaultGoal === 'stability';
  const tempo = isSlow ? slowTempo : null;
  const easy = rir === null ? null : Math.min(rir + 1, 4);
  const doses: Dose[] = [
    {
      sets: Math.min(sets, deloadSets),
      amount: low,
      load,
      rir: easy,
      tempo,
      reason:
        easy === null ? easyFirstHolds(Math.min(sets, deloadSets)) : easyFirstWeek(Math.min(sets, deloadSets), easy),
    },
  ];
  let before = low;
  for (let index = 1; index < exposures; index += 1) {
    const even = Math.ceil((steps * (index - 1)) / rises);
    const amount = low + (exercise.defaultGoal === 'mobility' ? even : Math.min(even, index - 1)) * unit;
    const reason = index === 1 ? startOfRange(low, high) : describeRise(exercise, before, amount);
    doses.push({ sets, amount, load, rir, tempo, reason });
    before = amount;
  }
  return doses;
}

function describeRise(exercise: Exercise, from: number, to: number): Reason {
  if (to === from) return sameAgain[exercise.measure](to);
  return exercise.measure === 'seconds' ? riseSeconds(from, to) : riseReps(from, to);
}

/** What of the dose is for who she is: under 18, in a group with a dose of its own, or with an eye on falls. */
function runnerReasons({ exercise, profile }: DoseInput): readonly Reason[] {
  const reasons: Reason[] = [];
  if (profile.age < adultAge) {
    reasons.push({ code: 'DOSE_YOUTH', rule: 'YOUTH', data: { min: minorRepsMin, max: minorRepsMax } });
  }
  const flag = exercise.flags.find((one) => profile.screening?.cautionFlags.includes(one));
  if (flag !== undefined) reasons.push({ code: 'SCREEN_CAUTION', rule: 'SCREENING', data: { flag } });
  const group = findGroupDose(profile);
  if (exercise.defaultGoal !== 'strength' || group?.rule !== 'BONE') return reasons;
  const [min, max] = group.reps;
  reasons.push({ code: 'DOSE_BONE', rule: 'BONE', data: { min, max, sets: groupSetsMax } });
  return reasons;
}
