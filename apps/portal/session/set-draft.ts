import { convertLoad, type Load } from '@groundwork/engine/load';
import { listTurns } from '@groundwork/engine/turns';
import type { LoadUnit } from '@groundwork/engine/vocabulary';
import type { LoggedSet, LoggedSets } from '../training-log/merge-set-logs.ts';
import type { SessionLine } from './session-line.ts';

/** What the steppers of the open set hold. */
export interface SetDraft {
  readonly amount: number;
  /** The other side's, where it differed. */
  readonly amountOtherSide: number | null;
  /** In the client's unit; null where nothing is loaded, 0 where nobody knows a weight yet. */
  readonly load: Load | null;
  readonly rir: number | null;
}

type Target = Pick<SessionLine, 'amount' | 'load' | 'rir' | 'lastTime' | 'loadStep'>;

/**
 * A set to do starts from the target. The load follows the set before, because what was lifted a minute ago is nearer the truth than the
 * plan; without either, it is last time's.
 */
export function draftSet(
  line: Target,
  logged: ReadonlyMap<number, LoggedSet> | undefined,
  setNumber: number,
  unit: LoadUnit,
): SetDraft {
  const done = logged?.get(setNumber);
  if (done) {
    const { amount, amountOtherSide, load, rir } = done;
    return { amount, amountOtherSide, load: showLoad(line, load, unit), rir };
  }
  const before = logged?.get(setNumber - 1);
  const lastTime = line.lastTime?.sets.find((set) => set.setNumber === setNumber) ?? line.lastTime?.sets.at(-1);
  return {
    amount: line.amount,
    amountOtherSide: null,
    load: showLoad(line, before?.load ?? line.load ?? lastTime?.load ?? null, unit),
    rir: before?.rir ?? line.rir,
  };
}

function showLoad(line: Target, load: Load | null, unit: LoadUnit): Load | null {
  if (line.loadStep === null) return null;
  return load ? convertLoad(load, unit) : { hundredths: 0, unit };
}

/** Whether a logged set fell short of what was asked on either side: it counts as a miss. */
export const isShort = (
  line: Pick<SessionLine, 'amount'>,
  set: Pick<LoggedSet, 'amount' | 'amountOtherSide'>,
): boolean => Math.min(set.amount, set.amountOtherSide ?? set.amount) < line.amount;

/** How many of a line's sets there are to show: as asked for, and any she added. */
export const countSets = (
  line: Pick<SessionLine, 'sets'>,
  logged: ReadonlyMap<number, LoggedSet> | undefined,
): number => Math.max(line.sets, ...(logged?.keys() ?? []));

export interface SetPlace {
  /** Index of the exercise. */
  readonly line: number;
  /** From 1. */
  readonly setNumber: number;
}

/**
 * The first set without a log, looking from an exercise onward and then from the top; undefined when all are done. A pair
 * goes by turns: a set of the one, a set of the other.
 */
export function findOpenSet(
  lines: readonly Pick<SessionLine, 'prescriptionId' | 'sets' | 'superset'>[],
  isLogged: (prescriptionId: string, setNumber: number) => boolean,
  from = 0,
): SetPlace | undefined {
  const turns = listTurns(lines.map((line, index) => ({ ...line, index })));
  const first = turns.findIndex((turn) => turn.some(({ index }) => index === from));
  for (let step = 0; step < turns.length; step += 1) {
    const turn = turns[(first + step) % turns.length] ?? [];
    const rounds = Math.max(...turn.map(({ sets }) => sets));
    for (let setNumber = 1; setNumber <= rounds; setNumber += 1) {
      const open = turn.find(({ sets, prescriptionId }) => setNumber <= sets && !isLogged(prescriptionId, setNumber));
      if (open) return { line: open.index, setNumber };
    }
  }
  return undefined;
}

/** The exercise whose set was logged last: where she stood. 0 before the first. */
export function findLatestLine(lines: readonly Pick<SessionLine, 'prescriptionId'>[], logged: LoggedSets): number {
  let latest = 0;
  let latestAt = '';
  lines.forEach(({ prescriptionId }, index) => {
    for (const { loggedAt } of logged.get(prescriptionId)?.values() ?? []) {
      if (loggedAt <= latestAt) continue;
      latestAt = loggedAt;
      latest = index;
    }
  });
  return latest;
}

/** Sets with a log among those asked for. */
export function countLogged(
  lines: readonly Pick<SessionLine, 'prescriptionId' | 'sets'>[],
  logged: LoggedSets,
): number {
  return lines.reduce((sum, { prescriptionId, sets }) => {
    const done = [...(logged.get(prescriptionId)?.keys() ?? [])];
    return sum + done.filter((setNumber) => setNumber <= sets).length;
  }, 0);
}
