// A warm-up of about five minutes, made for what comes first (rule WARM_UP). It is read from the prescriptions, so that it
// follows every edit; its steps are no slots and nothing of it is logged.
import { findExercise } from './catalogue/catalogue.ts';
import type { Exercise } from './catalogue/exercise.ts';
import type { Load } from './load.ts';
import type { Prescription } from './program.ts';
import type { Reason } from './reason.ts';
import { findImplement, loadStepOf, roundLoad } from './round-load.ts';

const generalSeconds = 180;
const springSeconds = 60;
const secondsPerRep = 4;
const restSeconds = 45;
/** Easy enough to leave the work sets alone: half the load for six, three quarters for three. */
const rampSteps = [
  { percent: 50, reps: 6 },
  { percent: 75, reps: 3 },
] as const;
/** What has no load to start lower with is rehearsed once. */
const rehearsalReps = 3;

/** One set on the way up to the first heavy lift, before its first work set. */
export interface RampSet {
  readonly reps: number;
  /** Of the work sets' load; null for body weight. */
  readonly percent: (typeof rampSteps)[number]['percent'] | null;
  /** Where the work sets have a load, in its unit and in steps that can be loaded. */
  readonly load: Load | null;
}

export type WarmUpStep =
  | { readonly kind: 'general' | 'springs'; readonly seconds: number; readonly reason: Reason }
  | {
      readonly kind: 'ramp';
      readonly seconds: number;
      readonly reason: Reason;
      readonly exerciseId: string;
      readonly perSide: boolean;
      /** Lightest first, one or two. */
      readonly sets: readonly RampSet[];
    };

export interface WarmUp {
  readonly seconds: number;
  readonly steps: readonly WarmUpStep[];
}

/** What the warm-up is read from. */
export type WarmUpLine = Pick<Prescription, 'exerciseId' | 'goal' | 'perSide' | 'load'>;

const general: WarmUpStep = {
  kind: 'general',
  seconds: generalSeconds,
  reason: { code: 'WARM_UP_GENERAL', rule: 'WARM_UP', data: { minutes: generalSeconds / 60 } },
};

const springs: WarmUpStep = {
  kind: 'springs',
  seconds: springSeconds,
  reason: { code: 'WARM_UP_SPRINGS', rule: 'WARM_UP', data: {} },
};

/** What to do before the first set: move for three minutes, spring before jumps, ramp up to the first heavy lift. */
export function planWarmUp(lines: readonly WarmUpLine[]): WarmUp {
  const steps = [general];
  if (lines.some(({ goal }) => goal === 'power')) steps.push(springs);
  const heavy = lines.find(({ goal }) => goal === 'strength');
  const exercise = heavy && findExercise(heavy.exerciseId);
  if (heavy && exercise) steps.push(planRamp(heavy, exercise));
  return { steps, seconds: steps.reduce((sum, { seconds }) => sum + seconds, 0) };
}

function planRamp({ load, perSide }: WarmUpLine, exercise: Exercise): WarmUpStep {
  const ramp = exercise.loadType === 'bodyweight' ? [] : listRampSets(load, exercise);
  const sets = ramp.length > 0 ? ramp : rehearsal;
  const reps = sets.reduce((sum, set) => sum + set.reps, 0) * (perSide ? 2 : 1);
  return {
    kind: 'ramp',
    seconds: reps * secondsPerRep + sets.length * restSeconds,
    reason: { code: 'WARM_UP_RAMP', rule: 'WARM_UP', data: { exercise: exercise.id, sets: sets.length } },
    exerciseId: exercise.id,
    perSide,
    sets,
  };
}

const rehearsal: readonly RampSet[] = [{ reps: rehearsalReps, percent: null, load: null }];

/** The bar alone is the lightest it can be. */
const emptyBar = { kg: 2000, lb: 4500 } as const;

/** What rounds to the weight of the next set is left out; with the lightest weight there is nothing to ramp with. */
function listRampSets(load: Load | null, { equipment, optionalEquipment }: Exercise): readonly RampSet[] {
  if (load === null) return rampSteps.map((step) => ({ ...step, load: null }));
  const implement = findImplement([...equipment.flat(), ...optionalEquipment]);
  const step = implement ? loadStepOf(implement, load.unit) : 1;
  const sets = rampSteps.map(({ percent, reps }): RampSet => {
    const part = Math.floor((load.hundredths * percent) / 100);
    const least = implement === 'bar' ? emptyBar[load.unit] : 0;
    return { percent, reps, load: roundLoad({ hundredths: Math.max(part, least), unit: load.unit }, step) };
  });
  return sets.filter(({ load: now }, index) => {
    const next = sets[index + 1]?.load?.hundredths ?? load.hundredths;
    return now !== null && now.hundredths < next;
  });
}
