// The dose of an exercise that a coach trains for another goal than the catalogue's. Ranges and rests after S3 to S7 and the
// NSCA table (rulebook 2.1); sets are a product decision.
import type { DefaultDose, Exercise } from './catalogue/exercise.ts';
import { type DoseInput, findLoadStep, planDoses, type SlotDose } from './plan-doses.ts';
import { lowerLoad } from './round-load.ts';
import type { Goal } from './vocabulary.ts';

const repDoses: Readonly<Record<Goal, DefaultDose>> = {
  strength: { sets: 3, min: 5, max: 6, restSeconds: 180 },
  power: { sets: 3, min: 3, max: 6, restSeconds: 150 },
  hypertrophy: { sets: 3, min: 8, max: 12, restSeconds: 90 },
  endurance: { sets: 2, min: 10, max: 15, restSeconds: 45 },
  mobility: { sets: 2, min: 8, max: 12, restSeconds: 30 },
  stability: { sets: 2, min: 8, max: 12, restSeconds: 45 },
};

/** S4: power is moved with slightly less load. */
const powerCutPercent = 10;

/** Whether the exercise can be trained for the goal: a hold is neither fast nor counted in reps, unless the catalogue says so. */
export function suitsGoal({ measure, defaultGoal }: Exercise, goal: Goal): boolean {
  if (goal === defaultGoal || measure === 'reps') return true;
  return goal === 'stability' || goal === 'mobility';
}

/** The doses of an exercise over a block for a goal, the catalogue's where that is its own. */
export function planForGoal(input: DoseInput, goal: Goal): SlotDose {
  const { exercise, profile } = input;
  if (goal === exercise.defaultGoal) return planDoses(input);
  const prescription = exercise.measure === 'reps' ? repDoses[goal] : exercise.prescription;
  const step = findLoadStep(exercise, profile);
  const load =
    goal === 'power' && input.load && step !== undefined ? lowerLoad(input.load, powerCutPercent, step) : input.load;
  const planned = planDoses({ ...input, exercise: { ...exercise, defaultGoal: goal, prescription }, load });
  if (planned.goal === goal) return planned;
  // Size and staying power are dosed as control is, for another purpose.
  return { ...planned, goal, reasons: planned.reasons.filter(({ code }) => code !== 'DOSE_STABILITY') };
}
