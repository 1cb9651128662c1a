// The dose of an exercise that takes another's place for a while: the start of its own range, or a known load.
import type { Exercise } from '../catalogue/exercise.ts';
import type { Load } from '../load.ts';
import type { ParameterValues } from '../parse-parameters.ts';
import { findWorkingLoad, planDoses } from '../plan-doses.ts';
import { prescribeNew } from '../prescribe-new.ts';
import type { Profile } from '../profile.ts';
import type { PlannedSession, Prescription, ProgramWeek } from '../program.ts';
import type { Reason } from '../reason.ts';

export interface InsteadInput {
  readonly week: ProgramWeek;
  readonly session: PlannedSession;
  /** What it stands in for. */
  readonly prescription: Prescription;
  readonly exercise: Exercise;
  readonly profile: Profile;
  readonly parameters: ParameterValues;
  /** What is known to be lifted; null where it is found by feel. */
  readonly load: Load | null;
  readonly why: Reason;
}

/** The easy first time and one ordinary time. */
const exposures = 2;

/** Never more sets than what it stands in for had. */
export function prescribeInstead(input: InsteadInput): Prescription {
  const { week, session, prescription, exercise, profile, parameters, why } = input;
  const highReps = session.prescriptions.filter(
    ({ slot, measure, range }) =>
      slot !== prescription.slot && measure === 'reps' && range[1] >= parameters.highRepThreshold,
  ).length;
  const planned = planDoses({
    exercise,
    profile,
    parameters,
    exposures,
    blocksBefore: 0,
    load: input.load ?? findWorkingLoad(exercise, profile),
    mayBeHighRep: highReps < parameters.highRepMax,
  });
  const instead = prescribeNew({
    slot: prescription.slot,
    exercise,
    planned,
    dose: planned.doses[week.phase === 'deload' ? 0 : 1],
    session,
    phase: week.phase,
    because: [why],
  });
  return { ...instead, sets: Math.min(instead.sets, prescription.sets) };
}
