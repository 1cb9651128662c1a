import type { PrescriptionView, SetLogView } from '@groundwork/api/views/session';
import { formatLoad } from '@groundwork/engine/load';

type Done = Pick<SetLogView, 'setNumber' | 'amount' | 'amountOtherSide' | 'load'>;

/** "5, 5, 4" and, where a side differed, "5/4". */
export const describeAmounts = (logs: readonly Done[]): string =>
  logs.length === 0
    ? '–'
    : logs
        .map(({ amount, amountOtherSide }) => (amountOtherSide === null ? `${amount}` : `${amount}/${amountOtherSide}`))
        .join(', ');

/** "18 kg", or each set's where they differ: "18 kg, 16 kg". */
export function describeLoads(logs: readonly Done[]): string {
  const loads = logs.map(({ load }) => (load ? formatLoad(load) : '–'));
  return new Set(loads).size <= 1 ? (loads[0] ?? '–') : loads.join(', ');
}

/** Sets that fell short of what was asked for: each counts as a miss. */
export const listShort = ({ amount, logs }: Pick<PrescriptionView, 'amount' | 'logs'>): readonly SetLogView[] =>
  logs.filter((log) => Math.min(log.amount, log.amountOtherSide ?? log.amount) < amount);

/** "+3 reps", "−2.5 kg", "same": all sets against all sets of the time before; undefined without one. */
export function describeGain(
  now: readonly Done[],
  before: readonly Done[] | undefined,
  measure: 'reps' | 'seconds',
): { readonly words: string; readonly rises: boolean } | undefined {
  if (!before || before.length === 0 || now.length === 0) return undefined;
  const topOf = (logs: readonly Done[]) =>
    logs.reduce<Done['load']>(
      (top, { load }) => (load && (!top || load.hundredths > top.hundredths) ? load : top),
      null,
    );
  const [load, old] = [topOf(now), topOf(before)];
  if (load && old && load.unit === old.unit && load.hundredths !== old.hundredths) {
    const change = (load.hundredths - old.hundredths) / 100;
    return { words: `${signed(change)} ${load.unit}`, rises: change > 0 };
  }
  const sum = (logs: readonly Done[]) => logs.reduce((total, one) => total + one.amount, 0);
  const change = sum(now) - sum(before);
  if (change === 0) return { words: 'same', rises: false };
  return {
    words: `${signed(change)} ${measure === 'seconds' ? 's' : Math.abs(change) === 1 ? 'rep' : 'reps'}`,
    rises: change > 0,
  };
}

const signed = (value: number): string => `${value > 0 ? '+' : '−'}${Math.abs(value)}`;
