// A prescription of an exercise that a session did not have: one that stands in for another, or one that a coach chose.
import type { Exercise } from './catalogue/exercise.ts';
import type { Dose, SlotDose } from './plan-doses.ts';
import type { PlannedSession, Prescription, WeekPhase } from './program.ts';
import type { Reason } from './reason.ts';

/** Sets at most on a light day, in a taper and in the week after a race. */
const fewSets = 2;
/** Reps in reserve at least on a light day. */
const lightRir = 4;

/** The dose as that day can bear it, with the reasons of the slot, of the dose and last of why it came. Nothing is pinned. */
export function prescribeNew(place: {
  readonly slot: string;
  readonly exercise: Exercise;
  readonly planned: SlotDose;
  readonly dose: Dose | undefined;
  readonly session: PlannedSession;
  readonly phase: WeekPhase | undefined;
  readonly because?: readonly Reason[];
}): Prescription {
  const { slot, exercise, planned, dose, session, phase, because = [] } = place;
  if (!dose) throw new RangeError('A slot without a dose');
  const isLight = session.load === 'light';
  const isLess = isLight || phase === 'taper' || phase === 'return';
  const { area, ladder, rung } = exercise;
  return {
    slot,
    exerciseId: exercise.id,
    goal: planned.goal,
    sets: isLess ? Math.min(dose.sets, fewSets) : dose.sets,
    measure: exercise.measure,
    amount: dose.amount,
    range: planned.range,
    perSide: exercise.perSide,
    load: dose.load,
    rir: isLight && dose.rir !== null ? Math.max(dose.rir, lightRir) : dose.rir,
    restSeconds: planned.restSeconds,
    explosive: planned.explosive,
    tempo: dose.tempo,
    superset: null,
    purpose: exercise.purpose,
    reasons: [
      { code: 'AREA_SLOT', rule: 'S17', data: { area, ladder, rung } },
      ...planned.reasons,
      dose.reason,
      ...because,
    ],
    pinned: [],
  };
}
