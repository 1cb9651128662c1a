import type { ExerciseLog } from '../adapt/exercise-log.ts';
import type { FieldValues, Proposal } from '../adapt/proposal.ts';
import { formatLoad } from '../load.ts';
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

/** The program with some of its lines changed; a line given up is null. */
export function rewrite(
  from: Program,
  change: (line: Prescription, session: PlannedSession) => Prescription | null,
): Program {
  return {
    ...from,
    weeks: from.weeks.map((week) => ({
      ...week,
      sessions: week.sessions.map((session) => ({
        ...session,
        prescriptions: session.prescriptions.flatMap((line) => change(line, session) ?? []),
      })),
    })),
  };
}

/** The program with one of its sessions light. */
export const lightOn = (from: Program, key: string): Program => ({
  ...from,
  weeks: from.weeks.map((week) => ({
    ...week,
    sessions: week.sessions.map((session) => (session.key === key ? { ...session, load: 'light' } : session)),
  })),
});

/** What proposals do, place by place: "w07-A A2 gx_sl_rdl → gx_deadlift 2×4 52.5 kg RIR 3". */
export function tellEdits(proposals: readonly Proposal[]): readonly string[] {
  return proposals.flatMap(({ edits }) =>
    edits.map((edit) => {
      switch (edit.kind) {
        case 'replace':
          return `${edit.session} ${edit.slot} ${edit.before} → ${tellLine(edit.after)}`;
        case 'set_fields':
          return `${edit.session} ${edit.slot} ${edit.exerciseId} ${tellFields(edit.before)} → ${tellFields(edit.after)}`;
        case 'move_session':
          return `${edit.session} ${edit.before} → ${edit.after}`;
        case 'skip_session':
          return `${edit.session} ${edit.before} let go`;
        default: {
          const unknown: never = edit;
          throw new TypeError(`Unknown edit: ${JSON.stringify(unknown)}`);
        }
      }
    }),
  );
}

function tellLine(line: Prescription | null): string {
  if (line === null) return 'nothing';
  const { exerciseId, sets, amount, measure, load, rir } = line;
  return [
    exerciseId,
    `${sets}×${amount}${measure === 'seconds' ? ' s' : ''}`,
    ...(load ? [formatLoad(load)] : []),
    ...(rir === null ? [] : [`RIR ${rir}`]),
  ].join(' ');
}

function tellFields(fields: FieldValues): string {
  return Object.values(fields)
    .map((value) =>
      value === null ? 'none' : typeof value === 'object' && 'unit' in value ? formatLoad(value) : value,
    )
    .join(', ');
}
