// Which rung of a ladder: the start by experience (product decision, rulebook 2.2 for feet), then one rung a block (S10).
import { listLadder } from './catalogue/catalogue.ts';
import type { Exercise } from './catalogue/exercise.ts';
import type { ParameterValues } from './parse-parameters.ts';
import type { Profile } from './profile.ts';
import { findNextRung } from './progression.ts';
import type { Reason } from './reason.ts';
import { type BarKind, findBar, findPainfulSite, isLightWork } from './runner-limits.ts';
import type { Experience, Ladder } from './vocabulary.ts';

/** How heavy the slot may be: the week's heavy slots are counted, and a light session has none. */
export type SlotLimit = 'any' | 'no_heavy' | 'light';

export interface Choice {
  readonly exercise: Exercise;
  readonly reasons: readonly Reason[];
}

/** Why a rung is out of reach: the runner's limits, the slot's, or another slot has the exercise. */
export type ChoiceBar = BarKind | 'heavy' | 'used';

const startRungs: Readonly<Record<Ladder, Readonly<Record<Experience, number>>>> = {
  glute_med: { new: 1, some: 3, experienced: 4 },
  glute_max_hinge: { new: 3, some: 4, experienced: 5 },
  quads: { new: 2, some: 3, experienced: 4 },
  hamstrings: { new: 2, some: 3, experienced: 4 },
  calf_gastroc: { new: 2, some: 3, experienced: 4 },
  soleus: { new: 2, some: 3, experienced: 4 },
  ankle_mobility: { new: 2, some: 2, experienced: 2 },
  ankle_stability: { new: 1, some: 2, experienced: 3 },
  foot_intrinsic: { new: 1, some: 2, experienced: 2 },
  core_anti_ext: { new: 1, some: 3, experienced: 3 },
  core_anti_rot: { new: 1, some: 2, experienced: 3 },
  core_lateral: { new: 1, some: 2, experienced: 2 },
  plyo: { new: 1, some: 1, experienced: 1 },
};

/** Ladders that someone new to running enters at the bottom: calves and feet are not used to the landings yet. */
const fromTheFirstRung: readonly Ladder[] = ['foot_intrinsic', 'calf_gastroc'];

/** Higher than the start by more than this is not "the nearest rung" any more. */
const maxRungsAbove = { new: 2, some: 2, experienced: 3 } as const satisfies Record<Experience, number>;

/** The rung at which the runner would enter the ladder if nothing stood in the way. */
function startRungOf(ladder: Ladder, profile: Profile, parameters: ParameterValues): number {
  const isNewRunner = profile.runningMonths < parameters.footRunningMonths;
  return isNewRunner && fromTheFirstRung.includes(ladder) ? 1 : startRungs[ladder][profile.experience];
}

/** Whether a rung is near enough to the runner's start to begin with it. */
export function isWithinReach({ ladder, rung }: Exercise, profile: Profile, parameters: ParameterValues): boolean {
  return rung - startRungOf(ladder, profile, parameters) <= maxRungsAbove[profile.experience];
}

/** Why the exercise can't stand in a slot, or null. */
export function findChoiceBar(exercise: Exercise, profile: Profile, limit: SlotLimit): ChoiceBar | null {
  const bar = findBar(exercise, profile);
  if (bar !== null) return bar;
  switch (limit) {
    case 'any':
      return null;
    case 'no_heavy':
      return exercise.defaultGoal === 'strength' || exercise.highResistance === 'always' ? 'heavy' : null;
    case 'light':
      return isLightWork(exercise) ? null : 'heavy';
  }
}

/**
 * The exercise to enter a ladder with: the start rung, else the nearest rung down, else the nearest up. A rung beside the
 * start whose load is known comes first: the client does it already. `needsStrength` takes the easiest strength rung.
 * Gives what stands in the way when the ladder has nothing to offer.
 */
export function chooseStart(
  ladder: Ladder,
  profile: Profile,
  limit: SlotLimit,
  parameters: ParameterValues,
  used: ReadonlySet<string>,
  needsStrength = false,
): Choice | ChoiceBar {
  const rungs = listLadder(ladder);
  const isFootStart = ladder === 'foot_intrinsic' && profile.runningMonths < parameters.footRunningMonths;
  const target = startRungOf(ladder, profile, parameters);
  const place = rungReason(ladder, rungs.length);

  let known: Exercise | undefined;
  let below: Exercise | undefined;
  let above: Exercise | undefined;
  let bar: ChoiceBar | undefined;
  let wanted: Exercise | undefined;
  for (const rung of rungs) {
    for (const exercise of rung) {
      if (used.has(exercise.id) || (needsStrength && exercise.defaultGoal !== 'strength')) continue;
      const barred = findChoiceBar(exercise, profile, limit);
      if (barred !== null) {
        // What stands in the way is told about the rung that was aimed for, or the nearest one to it.
        if (wanted === undefined || Math.abs(exercise.rung - target) < Math.abs(wanted.rung - target)) {
          bar = barred;
          wanted = exercise;
        }
        continue;
      }
      if (profile.workingLoads[exercise.id] !== undefined && Math.abs(exercise.rung - target) <= 1) known = exercise;
      if (exercise.rung <= target && (below === undefined || exercise.rung > below.rung)) below = exercise;
      if (exercise.rung > target && above === undefined) above = exercise;
    }
  }
  if (above && !isWithinReach(above, profile, parameters)) above = undefined;
  if (needsStrength) {
    const exercise = [below, above].find((candidate) => candidate !== undefined);
    return exercise
      ? { exercise, reasons: [place(exercise), { code: 'STRENGTH_NEEDED', rule: 'S2', data: {} }] }
      : (bar ?? 'kit');
  }
  if (known) {
    return {
      exercise: known,
      reasons: [place(known), { code: 'START_KNOWN_LOAD', rule: 'START', data: { exercise: known.id } }],
    };
  }
  const exercise = below ?? above;
  if (!exercise) return bar ?? 'kit';
  const reasons: Reason[] = [place(exercise)];
  if (exercise.rung === target) {
    reasons.push(
      isFootStart
        ? { code: 'START_FIRST_RUNG_FOOT', rule: 'FOOT_START', data: { months: profile.runningMonths } }
        : { code: 'START_RUNG', rule: 'START', data: { experience: profile.experience } },
    );
  } else if (bar !== undefined && wanted !== undefined)
    reasons.push(describeSubstitute(bar, wanted, exercise, profile));
  return { exercise, reasons };
}

/** The exercise of the next block for one that has had its weeks, or the same one with the reason for staying. */
export function chooseNext(
  current: Exercise,
  profile: Profile,
  limit: SlotLimit,
  used: ReadonlySet<string>,
): Choice & { readonly isNew: boolean } {
  const place = rungReason(current.ladder, listLadder(current.ladder).length);
  const next = findNextRung(current, (exercise) =>
    used.has(exercise.id) ? 'used' : findChoiceBar(exercise, profile, limit),
  );
  switch (next.kind) {
    case 'next': {
      const code = next.bySeedPath ? 'NEXT_RUNG_SEED_PATH' : 'NEXT_RUNG';
      const reason = {
        code,
        rule: next.bySeedPath ? 'S12' : 'LADDER',
        data: { from: current.id, to: next.exercise.id },
      };
      return { exercise: next.exercise, reasons: [place(next.exercise), reason], isNew: true };
    }
    case 'top': {
      const reason = { code: 'STAY_TOP_OF_LADDER', rule: 'LADDER', data: { exercise: current.id } };
      return { exercise: current, reasons: [place(current), reason], isNew: false };
    }
    case 'barred': {
      const data = { exercise: current.id, wanted: next.wanted.id };
      return {
        exercise: current,
        reasons: [place(current), describeStay(next.by, next.wanted, data, profile)],
        isNew: false,
      };
    }
  }
}

/** The same exercise for another block, for a reason from outside the ladder. */
export function stayOn(current: Exercise, reason: Reason): Choice {
  return {
    exercise: current,
    reasons: [rungReason(current.ladder, listLadder(current.ladder).length)(current), reason],
  };
}

function rungReason(ladder: Ladder, rungs: number): (exercise: Exercise) => Reason {
  return ({ area, rung }) => ({ code: 'AREA_SLOT', rule: 'S17', data: { area, ladder, rung, rungs } });
}

/** Why one exercise stands in for another. */
export function describeSubstitute(bar: ChoiceBar, wanted: Exercise, chosen: Exercise, profile: Profile): Reason {
  const data = { wanted: wanted.id, exercise: chosen.id };
  switch (bar) {
    case 'kit':
      return { code: 'KIT_SUBSTITUTE', rule: 'KIT', data };
    case 'pain':
      return {
        code: 'PAIN_SUBSTITUTE',
        rule: 'PAIN',
        data: { ...data, site: findPainfulSite(wanted, profile.painSites) ?? '' },
      };
    case 'screening':
      return { code: 'SCREENING_SUBSTITUTE', rule: 'SCREENING', data };
    case 'age':
      return { code: 'AGE_SUBSTITUTE', rule: 'YOUTH', data };
    case 'experience':
      return { code: 'EXPERIENCE_SUBSTITUTE', rule: 'START', data: { ...data, experience: profile.experience } };
    case 'heavy':
    case 'used':
      return { code: 'NO_HEAVY_SUBSTITUTE', rule: 'S16', data };
  }
}

function describeStay(bar: ChoiceBar, wanted: Exercise, data: Record<string, string>, profile: Profile): Reason {
  switch (bar) {
    case 'kit':
      return { code: 'STAY_KIT', rule: 'KIT', data };
    case 'pain':
      return {
        code: 'STAY_PAIN',
        rule: 'PAIN',
        data: { ...data, site: findPainfulSite(wanted, profile.painSites) ?? '' },
      };
    case 'screening':
      return { code: 'STAY_LIMIT', rule: 'SCREENING', data: { ...data, because: bar } };
    case 'age':
    case 'experience':
    case 'heavy':
    case 'used':
      return { code: 'STAY_LIMIT', rule: bar === 'age' ? 'YOUTH' : 'LADDER', data: { ...data, because: bar } };
  }
}
