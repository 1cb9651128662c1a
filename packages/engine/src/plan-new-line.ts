// The prescriptions of an exercise that a coach chose, over the sessions it is chosen for.
import type { Exercise } from './catalogue/exercise.ts';
import { type EditContext, findWeekOf } from './edit-place.ts';
import { planForGoal } from './goal-dose.ts';
import { type Dose, type DoseInput, findWorkingLoad, type SlotDose } from './plan-doses.ts';
import type { PlannedSession, Prescription, ProgramWeek } from './program.ts';
import type { Goal } from './vocabulary.ts';

const lightSets = 2;
const lightRir = 4;

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
      prescribe(session, findWeekOf(program, session), slot, exercise, planned, exposure),
    ]),
  );
}

function prescribe(
  session: PlannedSession,
  week: ProgramWeek | undefined,
  slot: string,
  exercise: Exercise,
  planned: SlotDose,
  exposure: number,
): Prescription {
  const dose: Dose | undefined = planned.doses[Math.min(exposure, planned.doses.length - 1)];
  if (!dose) throw new RangeError('A slot without a dose');
  const isLess = session.load === 'light' || week?.phase === 'taper';
  const { area, ladder, rung } = exercise;
  return {
    slot,
    superset: null,
    exerciseId: exercise.id,
    goal: planned.goal,
    sets: isLess ? Math.min(dose.sets, lightSets) : dose.sets,
    measure: exercise.measure,
    amount: dose.amount,
    range: planned.range,
    perSide: exercise.perSide,
    load: dose.load,
    rir: session.load === 'light' && dose.rir !== null ? Math.max(dose.rir, lightRir) : dose.rir,
    restSeconds: planned.restSeconds,
    explosive: planned.explosive,
    tempo: dose.tempo,
    purpose: exercise.purpose,
    reasons: [{ code: 'AREA_SLOT', rule: 'S17', data: { area, ladder, rung } }, ...planned.reasons, dose.reason],
    pinned: [],
  };
}
