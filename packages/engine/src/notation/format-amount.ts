import type { RoutineLine } from './routine.ts';

/** "3x6", "3x6-8/side", "3x7 in 6-8", "x30s", "3 sets" */
export function formatAmount({
  sets,
  measure,
  amount,
  range,
  perSide,
}: Pick<RoutineLine, 'sets' | 'measure' | 'amount' | 'range' | 'perSide'>): string {
  const side = perSide ? '/side' : '';
  if (amount === null) return sets === null ? '' : `${sets} sets${side === '' ? '' : ` ${side}`}`;
  const unit = measure === 'seconds' ? 's' : '';
  const start = `${sets ?? ''}x${amount}`;
  if (range === null) return `${start}${unit}${side}`;
  if (range[0] === amount) return `${start}-${range[1]}${unit}${side}`;
  return `${start}${unit} in ${range[0]}-${range[1]}${side}`;
}

/** "3min", "90s": minutes where they are whole and at least two. */
export function formatSeconds(seconds: number): string {
  return seconds >= 120 && seconds % 60 === 0 ? `${seconds / 60}min` : `${seconds}s`;
}
