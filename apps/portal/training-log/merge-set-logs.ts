import type { Load } from '@groundwork/engine/load';
import type { LogState, TrackedEntry } from './log-entry.ts';

/** A set as it stands: the newest of what the server had and what this phone logged. */
export interface LoggedSet {
  readonly id: string;
  readonly prescriptionId: string;
  readonly setNumber: number;
  readonly amount: number;
  readonly amountOtherSide: number | null;
  readonly load: Load | null;
  readonly rir: number | null;
  /** ISO instant; by the phone's own clock for what was logged on it. */
  readonly loggedAt: string;
  readonly status: LogState;
}

/** Sets by prescription, then by set number. */
export type LoggedSets = ReadonlyMap<string, ReadonlyMap<number, LoggedSet>>;

/** One value per set: the latest counts, by the time that the server says where it has said one, then the highest id, as on the server. */
export function mergeSetLogs(
  fromServer: readonly Omit<LoggedSet, 'status'>[],
  fromPhone: readonly TrackedEntry[],
  sessionId: string,
): LoggedSets {
  const sets = new Map<string, Map<number, LoggedSet>>();
  const add = (set: LoggedSet) => {
    const ofPrescription = sets.get(set.prescriptionId) ?? new Map<number, LoggedSet>();
    const current = ofPrescription.get(set.setNumber);
    if (!current || isNewer(set, current)) ofPrescription.set(set.setNumber, set);
    sets.set(set.prescriptionId, ofPrescription);
  };
  // The phone's copies first: where both have a row, the server's is not newer and the phone's state (waiting, refused) stays visible.
  for (const { entry, status } of fromPhone) {
    if (entry.kind !== 'set' || entry.sessionId !== sessionId) continue;
    add({
      id: entry.id,
      prescriptionId: entry.prescriptionId,
      setNumber: entry.setNumber,
      amount: entry.amount,
      amountOtherSide: entry.amountOtherSide ?? null,
      load: entry.load ?? null,
      rir: entry.rir ?? null,
      loggedAt: entry.at,
      status,
    });
  }
  for (const log of fromServer) add({ ...log, status: { state: 'saved' } });
  return sets;
}

function isNewer(set: LoggedSet, than: LoggedSet): boolean {
  const difference = Date.parse(countsFrom(set)) - Date.parse(countsFrom(than));
  return difference === 0 ? set.id > than.id : difference > 0;
}

const countsFrom = ({ status, loggedAt }: LoggedSet): string =>
  (status.state === 'saved' ? status.loggedAt : undefined) ?? loggedAt;
