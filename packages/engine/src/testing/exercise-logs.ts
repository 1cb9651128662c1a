import type { ExerciseLog, PlannedDose } from '../adapt/exercise-log.ts';
import type { StepContext } from '../adapt/step-context.ts';
import type { Load } from '../load.ts';
import { defaultParameters } from '../parse-parameters.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import { exampleDose } from '../rule-examples/example-runner.ts';

/** The Monday on which the logged block starts. */
export const logStart: PlainDate = '2026-01-05';

export const inKg = (amount: number): Load => ({ hundredths: amount * 100, unit: 'kg' });

/** A Romanian deadlift as the golden cases plan it: 3 sets of 4 to 6 with two in reserve. */
export const deadlift = exampleDose;

/** An adult with plates of 1.25 kg whose reports are trusted. */
export const lifter: StepContext = {
  parameters: defaultParameters,
  age: 34,
  loadable: 250,
  unit: 'kg',
  reservesSince: '2025-01-01',
};

/** What was done in the nth session of the block, a week after the one before. */
export function writeLog(
  planned: PlannedDose,
  nth: number,
  reps: readonly number[],
  rir: number | null,
  load: Load | null = planned.load,
): ExerciseLog {
  return {
    session: `w${String(nth).padStart(2, '0')}-A`,
    slot: 'A1',
    revision: 0,
    date: addDays(logStart, nth * 7),
    block: 1,
    phase: 'build',
    planned,
    sets: reps.map((amount) => ({ amount, load, rir })),
    pain: null,
    isEased: false,
    isConfirmed: false,
  };
}
