// What a runner may be given: kit at hand, no painful site, no more impact than is due (rulebook 2.4, 2.7 and 2.8).
import { isScreenedOut } from './adapt/is-screened-out.ts';
import { isPossibleWith } from './catalogue/catalogue.ts';
import type { Exercise } from './catalogue/exercise.ts';
import type { Profile } from './profile.ts';
import type { PainSite } from './vocabulary.ts';

/** Why a runner may not be given an exercise, the weightiest reason first. */
export const barKinds = ['kit', 'pain', 'screening', 'age', 'experience'] as const;
export type BarKind = (typeof barKinds)[number];

export type Runner = Pick<Profile, 'age' | 'experience' | 'equipment' | 'painSites'> &
  Partial<Pick<Profile, 'screening'>>;

export const adultAge = 18;
/** From here recovery takes longer and steps are smaller (rulebook 2.8, masters). */
export const mastersAge = 60;
/** Between heavy sessions from that age. */
export const mastersGapHours = 72;
const minorImpactMax = 2;
const minorFastReps = 8;
/** Landings and single-leg jumps ask for more than a strength base of some months. */
const impactMax = { new: 1, some: 2, experienced: 3 } as const;
/** Pain on bone, or along the shin, ends all impact whatever the exercise (rulebook 2.7). */
const impactSites: readonly PainSite[] = ['bone', 'shin'];

/** What was found for a runner: every block of a program asks for the same ladders again. */
const barsOfRunners = new WeakMap<Runner, Map<Exercise, BarKind | null>>();

/** Why the runner may not do the exercise, or null when nothing stands against it. */
export function findBar(exercise: Exercise, runner: Runner): BarKind | null {
  let bars = barsOfRunners.get(runner);
  if (bars === undefined) {
    bars = new Map();
    barsOfRunners.set(runner, bars);
  }
  let bar = bars.get(exercise);
  if (bar === undefined) {
    bar = decideBar(exercise, runner);
    bars.set(exercise, bar);
  }
  return bar;
}

function decideBar(exercise: Exercise, runner: Runner): BarKind | null {
  if (!isPossibleWith(exercise, runner.equipment)) return 'kit';
  if (findPainfulSite(exercise, runner.painSites) !== undefined) return 'pain';
  if (runner.screening && isScreenedOut(exercise, runner.screening)) return 'screening';
  if (runner.age < adultAge && (exercise.impact > minorImpactMax || isFewFastReps(exercise))) return 'age';
  if (exercise.impact > impactMax[runner.experience]) return 'experience';
  if (exercise.highResistance === 'always' && (runner.experience === 'new' || runner.age < adultAge))
    return 'experience';
  return null;
}

/** Minors do six reps and more (rulebook 2.8), which is too many for single all-out jumps. */
function isFewFastReps({ defaultGoal, measure, prescription }: Exercise): boolean {
  return defaultGoal === 'power' && measure === 'reps' && prescription.max < minorFastReps;
}

/** The painful site that the exercise would load, if any. */
export function findPainfulSite(exercise: Exercise, painSites: readonly PainSite[]): PainSite | undefined {
  for (const site of painSites) {
    if (exercise.painWatch.includes(site) || (exercise.impact > 0 && impactSites.includes(site))) return site;
  }
  return undefined;
}

/** Cores up to this rung can be done easily; above it they are work. */
const easyCoreRungMax = 4;

/** Whether an exercise fits a light session: mobility, foot, easy core, balance and unloaded hip work; nothing heavy, no jumps. */
export function isLightWork(exercise: Exercise): boolean {
  if (exercise.highResistance !== 'never' || exercise.impact > 0) return false;
  if (exercise.loadType === 'external' && !exercise.equipment.some((set) => set.length === 0)) return false;
  switch (exercise.area) {
    case 'ankle':
    case 'foot':
      return true;
    case 'core':
      return exercise.rung <= easyCoreRungMax;
    case 'glutes':
      return exercise.ladder === 'glute_med';
    case 'quads':
    case 'hamstrings':
    case 'calves':
    case 'power':
      return false;
  }
}
