import { formatLoad } from '@groundwork/engine/load';
import type { Prescription } from '@groundwork/engine/program';

/** What a dose line needs of a prescription. */
export type Dose = Pick<
  Prescription,
  'sets' | 'measure' | 'amount' | 'perSide' | 'load' | 'restSeconds' | 'rir' | 'explosive' | 'tempo'
>;

export const doseKeys = ['work', 'load', 'rest', 'reserve', 'tempo'] as const;
export type DoseKey = (typeof doseKeys)[number];

/** A part of the line in words that can change one by one: ["3", " × ", "6", " a side"]. */
export type DosePart = readonly string[];

/** "3 min", "45 s", "2 min 30". */
export function formatRest(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0 || (minutes === 1 && rest > 0)) return `${seconds} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest}`;
}

/** Sets × reps or seconds, load, rest, reserve, always in this order; what does not apply is left out. */
export function listDoseParts(dose: Dose): ReadonlyMap<DoseKey, DosePart> {
  const parts = new Map<DoseKey, DosePart>();
  const unit = dose.measure === 'seconds' ? ' s' : '';
  const tail = `${dose.perSide ? ' a side' : ''}${dose.explosive ? ' fast' : ''}`;
  parts.set('work', [`${dose.sets}`, ' × ', `${dose.amount}${unit}`, tail]);
  if (dose.load) parts.set('load', [formatLoad(dose.load)]);
  if (dose.restSeconds > 0) parts.set('rest', [`${formatRest(dose.restSeconds)} rest`]);
  if (dose.explosive) parts.set('reserve', ['stop when slower']);
  else if (dose.rir !== null) parts.set('reserve', [`${dose.rir} in reserve`]);
  if (dose.tempo !== null) parts.set('tempo', [`tempo ${dose.tempo}`]);
  return parts;
}
