import { formatLoad } from '@groundwork/engine/load';
import type { LoadUnit, Measure } from '@groundwork/engine/vocabulary';
import { countWord } from '@groundwork/ui/count-words';
import { formatDate } from '@groundwork/ui/format-date';
import type { LoggedSet } from '../training-log/merge-set-logs.ts';
import type { SessionLine } from './session-line.ts';

type DoneSet = Pick<LoggedSet, 'amount' | 'amountOtherSide' | 'load' | 'rir'>;

/** "16 kg × 5, 5, 4" or, where the loads differ, "16 kg × 5, 18 kg × 5"; "30, 30, 25 s" for holds. */
export function formatSetsDone(sets: readonly DoneSet[], measure: Measure, unit: LoadUnit): string {
  const groups: { load: string | null; amounts: string[] }[] = [];
  for (const set of sets) {
    const load = set.load ? formatLoad(set.load, unit) : null;
    const amount = set.amountOtherSide === null ? `${set.amount}` : `${set.amount} and ${set.amountOtherSide}`;
    const last = groups.at(-1);
    if (last && last.load === load) last.amounts.push(amount);
    else groups.push({ load, amounts: [amount] });
  }
  const tail = measure === 'seconds' ? ' s' : '';
  return groups
    .map(({ load, amounts }) => `${load === null ? '' : `${load} × `}${amounts.join(', ')}${tail}`)
    .join(', ');
}

/** "Last time, 12 March: 16 kg × 4, 4, 4, three left in you". */
export function describeLastTime({ lastTime, measure }: SessionLine, unit: LoadUnit): string | undefined {
  if (!lastTime || lastTime.sets.length === 0) return undefined;
  const left = lastTime.sets.at(-1)?.rir ?? null;
  const reserve = left === null ? '' : `, ${Number.isInteger(left) ? countReserve(left) : left} left in you`;
  return `Last time, ${formatDate(lastTime.date)}: ${formatSetsDone(lastTime.sets, measure, unit)}${reserve}`;
}

const countReserve = (left: number): string => (left === 0 ? 'none' : countWord(left));

/** "Five exercises, about 50 minutes." */
export const describeSize = (exercises: number, minutes: number): string =>
  `${capitaliseCount(exercises)} ${exercises === 1 ? 'exercise' : 'exercises'}, about ${minutes} minutes.`;

function capitaliseCount(count: number): string {
  const word = countWord(count);
  return word.charAt(0).toUpperCase() + word.slice(1);
}
