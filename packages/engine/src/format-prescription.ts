import { formatLoad } from './load.ts';
import type { Prescription } from './program.ts';
import type { LoadUnit } from './vocabulary.ts';

/** The parts of a prescription line, in the order they are always read. */
export const dosePartKinds = ['dose', 'load', 'rest', 'reserve', 'tempo'] as const;
export type DosePartKind = (typeof dosePartKinds)[number];

/** One part of a prescription line: "3 × 6" or "3 min rest". */
export interface DosePart {
  readonly kind: DosePartKind;
  readonly text: string;
}

type Dose = Pick<
  Prescription,
  'sets' | 'amount' | 'measure' | 'perSide' | 'load' | 'restSeconds' | 'rir' | 'explosive' | 'tempo'
>;

/**
 * A prescription as parts in their fixed order, without those that do not apply: "3 × 6", "40 kg", "3 min rest",
 * "2 in reserve". A load in another unit than `unit` is shown converted; the stored one stays as it was typed.
 */
export function formatDose(prescription: Dose, unit?: LoadUnit): readonly DosePart[] {
  const { load, restSeconds, tempo } = prescription;
  const parts: DosePart[] = [{ kind: 'dose', text: formatSets(prescription) }];
  if (load) parts.push({ kind: 'load', text: formatLoad(load, unit ?? load.unit) });
  if (restSeconds > 0) parts.push({ kind: 'rest', text: `${formatRest(restSeconds)} rest` });
  const reserve = formatReserve(prescription);
  if (reserve) parts.push({ kind: 'reserve', text: reserve });
  if (tempo) parts.push({ kind: 'tempo', text: `tempo ${tempo}` });
  return parts;
}

/** "3 × 6", "3 × 30 s a side" or "3 × 4 fast". */
export function formatSets({ sets, amount, measure, perSide, explosive }: Omit<Dose, 'load'>): string {
  const each = measure === 'seconds' ? `${amount} s` : `${amount}`;
  return `${sets} × ${each}${perSide ? ' a side' : ''}${explosive ? ' fast' : ''}`;
}

/** "45 s", "90 s", "2 min", "2 min 30": seconds below two minutes, minutes from there. */
export function formatRest(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  const rest = seconds % 60;
  return rest === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${rest}`;
}

function formatReserve({ rir, explosive }: Pick<Dose, 'rir' | 'explosive'>): string | undefined {
  if (explosive) return 'stop when slower';
  return rir === null ? undefined : `${rir} in reserve`;
}
