import type { PlannedSession, Prescription, ProgramWeek } from '../program.ts';
import type { Goal } from '../vocabulary.ts';

/** Whether a slot may be done for another goal: each yes is remembered, so that a week never gives up its last strength. */
export type KeepsStrength = (week: ProgramWeek, session: PlannedSession, slot: Prescription, goal: Goal) => boolean;

/** Keeps at least one strength or power slot in every week that has one (S2). */
export function watchStrength(): KeepsStrength {
  const lost = new Set<string>();
  return (week, session, slot, goal) => {
    if (!isStrong(slot.goal) || isStrong(goal)) return true;
    const own = `${session.key} ${slot.slot}`;
    const keeps = week.sessions.some(({ key, prescriptions }) =>
      prescriptions.some(
        (one) => isStrong(one.goal) && `${key} ${one.slot}` !== own && !lost.has(`${key} ${one.slot}`),
      ),
    );
    if (keeps) lost.add(own);
    return keeps;
  };
}

function isStrong(goal: Goal): boolean {
  return goal === 'strength' || goal === 'power';
}
