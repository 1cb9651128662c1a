import type {
  Area,
  Equipment,
  ExerciseFlag,
  Goal,
  HighResistanceClass,
  Ladder,
  LoadType,
  Measure,
  PainSite,
  SeedPath,
} from '../vocabulary.ts';

/** The dose an exercise starts from, before a program adapts it. */
export interface DefaultDose {
  /** 2 to 4. */
  readonly sets: number;
  /** Reps or seconds, after the exercise's measure; each side where `perSide`. */
  readonly min: number;
  readonly max: number;
  /** Seconds between sets, 15 to 180. */
  readonly restSeconds: number;
}

/** The exercise in the FIT profile's numbering, for a workout file on a watch. */
export interface FitExercise {
  readonly category: string;
  readonly categoryId: number;
  readonly name: string;
  readonly nameId: number;
  /** Approximate where the profile has only a close relative. */
  readonly match: 'exact' | 'approximate';
}

export interface CommonFault {
  readonly fault: string;
  readonly fix: string;
}

/** One exercise as the catalogue knows it. */
export interface Exercise {
  /** Stable for ever: programs and logs point at it. */
  readonly id: string;
  readonly name: string;
  /** Other names a coach may type. */
  readonly aliases: readonly string[];
  readonly area: Area;
  readonly ladder: Ladder;
  /** From 1, the easiest. Alternatives share a rung. */
  readonly rung: number;
  readonly pattern: string;
  /** Any one of these sets is enough; the empty set means nothing but a floor, wall, chair, step or towel. Never empty itself. */
  readonly equipment: readonly (readonly Equipment[])[];
  /** Pleasant or harder with it, possible without. */
  readonly optionalEquipment: readonly Equipment[];
  readonly unilateral: boolean;
  /** Reps or seconds are asked for on each side. */
  readonly perSide: boolean;
  readonly loadType: LoadType;
  readonly measure: Measure;
  readonly primaryMuscles: readonly string[];
  readonly highResistance: HighResistanceClass;
  readonly defaultGoal: Goal;
  readonly prescription: DefaultDose;
  /** Ground impact: 0 none, 1 small hops, 2 jumps and landings, 3 one-leg or drop jumps. */
  readonly impact: 0 | 1 | 2 | 3;
  /** Where it loads a site that may hurt: pain there regresses or removes it. */
  readonly painWatch: readonly PainSite[];
  readonly flags: readonly ExerciseFlag[];
  readonly seedPath: SeedPath | null;
  /** The easier neighbour; null on the first rung. */
  readonly regressTo: string | null;
  /** The harder neighbour; null on the last rung. */
  readonly progressTo: string | null;
  readonly fit: FitExercise | null;
  /** What it does for a runner, in the runner's words. */
  readonly purpose: string;
  readonly cues: readonly string[];
  readonly faults: readonly CommonFault[];
}
