import { newId } from '@groundwork/db/new-id';
import type { prescription, session } from '@groundwork/db/schema/session';
import type { PlainDate } from '@groundwork/engine/plain-date';
import type { Prescription, Program } from '@groundwork/engine/program';

type NewSession = typeof session.$inferInsert;
type NewPrescription = typeof prescription.$inferInsert;

export interface PlannedRows {
  readonly sessions: readonly NewSession[];
  readonly prescriptions: readonly NewPrescription[];
}

/** The dated sessions of a program from a date on, with their prescriptions, ready to be stored. Each gets a new id. */
export function planSessions(plan: {
  readonly program: Program;
  readonly practiceId: string;
  readonly clientId: string;
  readonly programId: string;
  readonly versionId: string;
  /** Sessions before it are left out. */
  readonly from: PlainDate;
  /** Keys of sessions that are taken whatever their date. */
  readonly alsoKeys?: ReadonlySet<string>;
  /** Keys of sessions that keep the snapshot they have. */
  readonly frozen?: ReadonlySet<string>;
}): PlannedRows {
  const { program, practiceId, clientId, programId, versionId, from, alsoKeys, frozen } = plan;
  const sessions: NewSession[] = [];
  const prescriptions: NewPrescription[] = [];
  for (const week of program.weeks) {
    for (const planned of week.sessions) {
      if (planned.date < from && !alsoKeys?.has(planned.key)) continue;
      if (frozen?.has(planned.key)) continue;
      const id = newId();
      const { key, label, date, load, minutes, reasons } = planned;
      sessions.push({
        practiceId,
        id,
        clientId,
        programId,
        versionId,
        key,
        label,
        week: week.number,
        date,
        load,
        minutes,
        reasons,
      });
      planned.prescriptions.forEach((line, index) => {
        prescriptions.push({ practiceId, id: newId(), sessionId: id, position: index + 1, ...toColumns(line) });
      });
    }
  }
  return { sessions, prescriptions };
}

const toColumns = (line: Prescription) => ({
  slot: line.slot,
  superset: line.superset,
  exerciseId: line.exerciseId,
  goal: line.goal,
  sets: line.sets,
  measure: line.measure,
  amount: line.amount,
  rangeLow: line.range[0],
  rangeHigh: line.range[1],
  perSide: line.perSide,
  loadHundredths: line.load?.hundredths ?? null,
  loadUnit: line.load?.unit ?? null,
  rirHalves: line.rir === null ? null : line.rir * 2,
  restSeconds: line.restSeconds,
  explosive: line.explosive,
  tempo: line.tempo,
  purpose: line.purpose,
  reasons: line.reasons,
});
