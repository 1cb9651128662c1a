import { findExercise } from '@groundwork/engine/catalogue/catalogue';
import { formatRest, formatSets } from '@groundwork/engine/format-prescription';
import { goalLabels } from '@groundwork/engine/labels';
import { formatLoad } from '@groundwork/engine/load';
import type { PlainDate } from '@groundwork/engine/plain-date';
import type { PlannedSession, Prescription, Program } from '@groundwork/engine/program';
import { formatShortDate } from '@groundwork/ui/format-date';

/** One thing that differs between two states of a program, in words. */
export interface ProgramChange {
  readonly session: string;
  readonly date: PlainDate;
  /** "Strength A, Mon 23 Mar" */
  readonly where: string;
  /** Empty for a whole session. */
  readonly slot: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** Every difference from one state to another, in the order of the dates. */
export function listProgramChanges(before: Program, after: Program): readonly ProgramChange[] {
  const old = indexSessions(before);
  const next = indexSessions(after);
  const changes: ProgramChange[] = [];
  for (const [key, session] of next) {
    const was = old.get(key);
    if (was) changes.push(...compareSessions(was, session));
    else changes.push(wholeSession(session, '–', `${session.prescriptions.length} exercises`));
  }
  for (const [key, session] of old) {
    if (!next.has(key)) changes.push(wholeSession(session, `${session.prescriptions.length} exercises`, '–'));
  }
  return changes.sort((a, b) => a.date.localeCompare(b.date) || a.slot.localeCompare(b.slot));
}

const indexSessions = (program: Program): ReadonlyMap<string, PlannedSession> =>
  new Map(program.weeks.flatMap((week) => week.sessions).map((session) => [session.key, session]));

const whereOf = (session: PlannedSession): string => `Strength ${session.label}, ${formatShortDate(session.date)}`;

const wholeSession = (session: PlannedSession, before: string, after: string): ProgramChange => ({
  session: session.key,
  date: session.date,
  where: whereOf(session),
  slot: '',
  what: 'Session',
  before,
  after,
});

function compareSessions(was: PlannedSession, session: PlannedSession): readonly ProgramChange[] {
  const at = { session: session.key, date: session.date, where: whereOf(session) };
  const changes: ProgramChange[] = [];
  if (was.date !== session.date) {
    changes.push({
      ...at,
      slot: '',
      what: 'Day',
      before: formatShortDate(was.date),
      after: formatShortDate(session.date),
    });
  }
  for (const prescription of session.prescriptions) {
    const old = was.prescriptions.find((one) => one.slot === prescription.slot);
    const what = nameOf(prescription);
    if (!old) changes.push({ ...at, slot: prescription.slot, what, before: '–', after: describeDose(prescription) });
    else if (old.exerciseId !== prescription.exerciseId) {
      changes.push({ ...at, slot: prescription.slot, what: 'Exercise', before: nameOf(old), after: what });
      continue;
    }
    if (old && old.goal !== prescription.goal) {
      const goal = { before: goalLabels[old.goal].toLowerCase(), after: goalLabels[prescription.goal].toLowerCase() };
      changes.push({ ...at, slot: prescription.slot, what: `Goal of ${what}`, ...goal });
    }
    if (old && describeDose(old) !== describeDose(prescription)) {
      changes.push({
        ...at,
        slot: prescription.slot,
        what,
        before: describeDose(old),
        after: describeDose(prescription),
      });
    }
  }
  for (const old of was.prescriptions) {
    if (session.prescriptions.some((one) => one.slot === old.slot)) continue;
    changes.push({ ...at, slot: old.slot, what: nameOf(old), before: describeDose(old), after: '–' });
  }
  return changes;
}

const nameOf = ({ exerciseId }: Pick<Prescription, 'exerciseId'>): string =>
  findExercise(exerciseId)?.name ?? exerciseId;

/** "3 × 6, 40 kg, 3 min, 2 in reserve": all that an edit can change. */
function describeDose(prescription: Prescription): string {
  const { load, restSeconds, rir, tempo } = prescription;
  return [
    formatSets(prescription),
    load ? formatLoad(load) : '',
    formatRest(restSeconds),
    rir === null ? '' : `${rir} in reserve`,
    tempo ? `tempo ${tempo}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
