import type { ExerciseLog } from '../adapt/exercise-log.ts';
import type { PlainDate } from '../plain-date.ts';
import type { PlannedSession, Prescription, Program } from '../program.ts';

/** How a session was done. */
export interface Done {
  /** Reps or seconds more than asked for, or less. */
  readonly more?: number;
  readonly rir?: number | null;
  readonly pain?: number | null;
  readonly revision?: number;
  /** The planned day when left out. */
  readonly date?: PlainDate;
}

export function sessionOf(from: Program, key: string): PlannedSession {
  const found = from.weeks.flatMap(({ sessions }) => sessions).find((session) => session.key === key);
  if (!found) throw new Error(`No ${key}`);
  return found;
}

/** A session done as the program stands, every exercise alike or each in its own way. */
export function logSession(from: Program, key: string, done: Done | ((planned: Prescription) => Done) = {}) {
  return from.weeks.flatMap((week) =>
    week.sessions
      .filter((session) => session.key === key)
      .flatMap((session) =>
        session.prescriptions.map((planned): ExerciseLog => {
          const {
            more = 0,
            rir = 2,
            pain = null,
            revision = 0,
            date,
          } = typeof done === 'function' ? done(planned) : done;
          return {
            session: key,
            slot: planned.slot,
            revision,
            date: date ?? session.date,
            block: week.block,
            phase: week.phase,
            planned,
            sets: Array.from({ length: planned.sets }, () => ({
              amount: Math.max(0, planned.amount + more),
              load: planned.load,
              rir: planned.rir === null ? null : rir,
            })),
            pain,
            isEased: planned.reasons.some(({ code }) => code.startsWith('TODAY_')),
            isConfirmed: false,
          };
        }),
      ),
  );
}
