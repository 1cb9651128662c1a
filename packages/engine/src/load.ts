import type { LoadUnit } from './vocabulary.ts';

/** A weight as it was typed: hundredths of its own unit (62.5 kg is 6250), 0 to 100,000. Switching units never rewrites it. */
export interface Load {
  readonly hundredths: number;
  readonly unit: LoadUnit;
}

export const maxLoadHundredths = 100_000;

// The pound is 0.45359237 kg by definition, so both directions are ratios of whole numbers.
const kilogramsPerPound = { numerator: 45_359_237, denominator: 100_000_000 } as const;

/**
 * The same weight in another unit, to the nearest hundredth, halves up. For display and comparison only: what is stored
 * stays as it was typed. A load already in the unit comes back unchanged.
 */
export function convertLoad(load: Load, unit: LoadUnit): Load {
  if (load.unit === unit) return load;
  return { hundredths: convertTo(load, unit, 1), unit };
}

/**
 * "62.5 kg", with a plain decimal point and no trailing zeros. In another unit than it was typed in, it is shown to one
 * decimal: 62.5 kg is "137.8 lb".
 */
export function formatLoad(load: Load, unit: LoadUnit = load.unit): string {
  const hundredths = load.unit === unit ? load.hundredths : convertTo(load, unit, 10) * 10;
  return `${hundredths / 100} ${unit}`;
}

/** In whole steps of so many hundredths of the unit, from the exact ratio in one rounding. */
function convertTo(load: Load, unit: LoadUnit, step: 1 | 10): number {
  const { numerator, denominator } = kilogramsPerPound;
  const [times, over] = unit === 'kg' ? [numerator, denominator] : [denominator, numerator];
  return Math.floor((2 * load.hundredths * times + over * step) / (2 * over * step));
}
