import type { prescription, session, setLog } from '@groundwork/db/schema/session';
import type { Load } from '@groundwork/engine/load';
import type { PlainDate } from '@groundwork/engine/plain-date';
import { noteOf } from './sealed-words.ts';
import type {
  LastTime,
  PrescriptionView,
  SessionDetail,
  SessionState,
  SessionSummary,
  SetLogView,
} from './views/session.ts';

export type SessionRow = typeof session.$inferSelect;
export type PrescriptionRow = typeof prescription.$inferSelect;
export type SetLogRow = typeof setLog.$inferSelect;

/** A planned session of a past day was missed; that is a reading of the date, not a stored fact. */
export function stateOf(row: Pick<SessionRow, 'status' | 'date'>, today: PlainDate): SessionState {
  return row.status === 'planned' && row.date < today ? 'missed' : row.status;
}

const loadOf = (row: { loadHundredths: number | null; loadUnit: Load['unit'] | null }): Load | null =>
  row.loadHundredths === null || row.loadUnit === null ? null : { hundredths: row.loadHundredths, unit: row.loadUnit };

export const toSetLogView = (row: SetLogRow): SetLogView => ({
  setLogId: row.id,
  setNumber: row.setNumber,
  amount: row.amount,
  amountOtherSide: row.amountOtherSide,
  load: loadOf(row),
  rir: row.rirHalves === null ? null : row.rirHalves / 2,
  loggedAt: row.loggedAt,
});

/** Each set's current row, by set number: the latest `loggedAt` counts, then the highest id. */
export function listCurrentLogs(rows: readonly SetLogRow[]): readonly SetLogView[] {
  const current = new Map<number, SetLogRow>();
  for (const row of rows) {
    const known = current.get(row.setNumber);
    if (!known || isNewer(row, known)) current.set(row.setNumber, row);
  }
  return [...current.values()].sort((one, other) => one.setNumber - other.setNumber).map(toSetLogView);
}

function isNewer(row: SetLogRow, than: SetLogRow): boolean {
  const difference = row.loggedAt.getTime() - than.loggedAt.getTime();
  return difference === 0 ? row.id > than.id : difference > 0;
}

export function toSessionSummary(
  row: SessionRow,
  today: PlainDate,
  sets: { readonly planned: number; readonly logged: number },
): SessionSummary {
  return {
    sessionId: row.id,
    programId: row.programId,
    key: row.key,
    label: row.label,
    week: row.week,
    date: row.date,
    load: row.load,
    minutes: row.minutes,
    state: stateOf(row, today),
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    effort: row.effortHalves === null ? null : row.effortHalves / 2,
    sets,
  };
}

export const toPrescriptionView = (row: PrescriptionRow, logs: readonly SetLogView[]): PrescriptionView => ({
  prescriptionId: row.id,
  position: row.position,
  slot: row.slot,
  superset: row.superset,
  exerciseId: row.exerciseId,
  goal: row.goal,
  sets: row.sets,
  measure: row.measure,
  amount: row.amount,
  range: [row.rangeLow, row.rangeHigh],
  perSide: row.perSide,
  load: loadOf(row),
  rir: row.rirHalves === null ? null : row.rirHalves / 2,
  restSeconds: row.restSeconds,
  explosive: row.explosive,
  tempo: row.tempo,
  purpose: row.purpose,
  reasons: row.reasons,
  logs,
});

/** A session with its prescriptions by position and each set's current log. */
export function toSessionDetail(
  row: SessionRow,
  prescriptions: readonly PrescriptionRow[],
  logs: readonly SetLogRow[],
  today: PlainDate,
): SessionDetail {
  const lines = [...prescriptions]
    .sort((one, other) => one.position - other.position)
    .map((line) =>
      toPrescriptionView(line, listCurrentLogs(logs.filter(({ prescriptionId }) => prescriptionId === line.id))),
    );
  const planned = lines.reduce((sum, line) => sum + line.sets, 0);
  const logged = lines.reduce((sum, line) => sum + line.logs.length, 0);
  return {
    ...toSessionSummary(row, today, { planned, logged }),
    reasons: row.reasons,
    note: noteOf(row),
    prescriptions: lines,
  };
}

/** What was logged for an exercise in one earlier session; null when nothing was. */
export function toLastTime(date: PlainDate, rows: readonly SetLogRow[]): LastTime | null {
  const sets = listCurrentLogs(rows).map(({ setNumber, amount, amountOtherSide, load, rir }) => ({
    setNumber,
    amount,
    amountOtherSide,
    load,
    rir,
  }));
  return sets.length === 0 ? null : { date, sets };
}
