import { type Equipment, type Ladder, type SeedPath, seedPaths } from '../vocabulary.ts';
import { ankleMobilityLadder } from './ankle-mobility-ladder.ts';
import { ankleStabilityLadder } from './ankle-stability-ladder.ts';
import { calfGastrocLadder } from './calf-gastroc-ladder.ts';
import { coreAntiExtLadder } from './core-anti-ext-ladder.ts';
import { coreAntiRotLadder } from './core-anti-rot-ladder.ts';
import { coreLateralLadder } from './core-lateral-ladder.ts';
import type { Exercise } from './exercise.ts';
import { footIntrinsicLadder } from './foot-intrinsic-ladder.ts';
import { gluteMaxHingeLadder } from './glute-max-hinge-ladder.ts';
import { gluteMedLadder } from './glute-med-ladder.ts';
import { hamstringsLadder } from './hamstrings-ladder.ts';
import { plyoLadder } from './plyo-ladder.ts';
import { quadsLadder } from './quads-ladder.ts';
import { soleusLadder } from './soleus-ladder.ts';

/** Stored with every published program, so that its explanations can be reproduced. Raise it with any change of an exercise. */
export const catalogueVersion = '1.0.0';

const exercisesByLadder: Readonly<Record<Ladder, readonly Exercise[]>> = {
  glute_med: gluteMedLadder,
  glute_max_hinge: gluteMaxHingeLadder,
  quads: quadsLadder,
  hamstrings: hamstringsLadder,
  calf_gastroc: calfGastrocLadder,
  soleus: soleusLadder,
  ankle_mobility: ankleMobilityLadder,
  ankle_stability: ankleStabilityLadder,
  foot_intrinsic: footIntrinsicLadder,
  core_anti_ext: coreAntiExtLadder,
  core_anti_rot: coreAntiRotLadder,
  core_lateral: coreLateralLadder,
  plyo: plyoLadder,
};

/** Every exercise, ladder by ladder, easiest first within each. */
export const exercises: readonly Exercise[] = Object.values(exercisesByLadder).flat();

const exercisesById: ReadonlyMap<string, Exercise> = new Map(exercises.map((exercise) => [exercise.id, exercise]));

const rungsByLadder = new Map<Ladder, readonly (readonly Exercise[])[]>(
  (Object.keys(exercisesByLadder) as Ladder[]).map((ladder) => [ladder, groupByRung(exercisesByLadder[ladder])]),
);

const exercisesBySeedPath = new Map(
  seedPaths.map((path) => [path, exercises.filter((exercise) => exercise.seedPath === path)]),
);

/** The exercise with this id, or undefined when the catalogue has none. */
export function findExercise(id: string): Exercise | undefined {
  return exercisesById.get(id);
}

/** The rungs of a ladder, easiest first. A rung may hold two alternatives, which are equally hard. */
export function listLadder(ladder: Ladder): readonly (readonly Exercise[])[] {
  return rungsByLadder.get(ladder) ?? [];
}

/** The exercises of a named path, in the order they are trained. */
export function listSeedPath(path: SeedPath): readonly Exercise[] {
  return exercisesBySeedPath.get(path) ?? [];
}

/** Whether someone who owns this kit can do the exercise. */
export function isPossibleWith(exercise: Exercise, owned: readonly Equipment[]): boolean {
  return exercise.equipment.some((set) => set.every((item) => owned.includes(item)));
}

function groupByRung(ladder: readonly Exercise[]): readonly (readonly Exercise[])[] {
  const rungs: Exercise[][] = [];
  for (const exercise of ladder) {
    const rung = rungs[exercise.rung - 1];
    if (rung) rung.push(exercise);
    else rungs[exercise.rung - 1] = [exercise];
  }
  return rungs;
}
