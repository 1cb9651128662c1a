// The prescriptions of an exercise that a coach chose, over the sessions it is chosen for.
import type { Exercise } from './catalogue/exercise.ts';
import { type EditContext, findWeekOf } from './edit-place.ts';
import { planForGoal } from './goal-dose.ts';
import { type DoseInput, findWorkingLoad } from './plan-doses.ts';
import { prescribeNew } from './prescribe-new.ts';
import type { PlannedSession, Prescription } from './program.ts';
import type { Goal } from './vocabulary.ts';

/** One prescription for each of the sessions, by the session's key: its range starts in the first of them, easily. Nothing is pinned. */
export function planNewLine(
  context: Pick<EditContext, 'program' | 'profile' | 'rules'>,
  line: { readonly exercise: Exercise; readonly goal: Goal; readonly slot: string },
  sessions: readonly PlannedSession[],
): ReadonlyMap<string, Prescription> {
  const { program, profile, rules } = context;
  const { parameters } = rules;
  const { exercise, goal, slot } = line;
  const highReps = sessions.map(
    ({ prescriptions }) =>
      prescriptions.filter(
        (other) => other.slot !== slot && other.measure === 'reps' && other.amount >= parameters.highRepThreshold,
      ).length,
  );
  const block = sessions[0] && findWeekOf(program, sessions[0])?.block;
  const input: DoseInput = {
    exercise,
    profile,
    parameters,
    exposures: sessions.length,
    blocksBefore: 0,
    focus: program.blocks[(block ?? 1) - 1]?.focus ?? 'general',
    load: findWorkingLoad(exercise, profile),
    mayBeHighRep: Math.max(0, ...highReps) < parameters.highRepMax,
  };
  const planned = planForGoal(input, goal);
  return new Map(
    sessions.map((session, exposure) => [
      session.key,
      prescribeNew({
        slot,
        exercise,
        planned,
        dose: planned.doses[Math.min(exposure, planned.doses.length - 1)],
        session,
        phase: findWeekOf(program, session)?.phase,
      }),
    ]),
  );
}
