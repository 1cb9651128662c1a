// An estimate of the heaviest single from an ordinary set: rulebook 2.4. Epley and Brzycki, which meet at ten reps. A single
// is never prescribed as a test, and a minor gets no estimate (rulebook 2.8).
import type { Load } from '../load.ts';
import { fail, type Result, succeed } from '../result.ts';
import { adultAge } from '../runner-limits.ts';
import type { LoadUnit } from '../vocabulary.ts';

/** Reps and reserve together; above, both formulas drift too far from what was measured. */
const effectiveRepsMax = 10;
const shownStep = { kg: 50, lb: 100 } as const satisfies Record<LoadUnit, number>;

export interface OneRepMaxInput {
  readonly load: Load;
  /** Reps done. */
  readonly reps: number;
  /** Reps in reserve, 0 to 5 in half steps; null where it was not said, which counts as none left. */
  readonly rir: number | null;
  /** Years. */
  readonly age: number;
}

/** Loads in the unit of the set. */
export interface OneRepMax {
  /** Reps and reserve together, 1 to 10. */
  readonly effectiveReps: number;
  readonly epley: Load;
  readonly brzycki: Load;
  readonly mean: Load;
  /** "~75 kg (estimate)": to half a kilogram or a whole pound, never more exact than it is. */
  readonly shown: string;
}

export type OneRepMaxProblem = { readonly code: 'no_load' | 'too_few_reps' | 'too_many_reps' | 'minor' };

/** The estimate, or why there is none. A weight that was not lifted, or was lifted more than ten times over, says nothing. */
export function estimateOneRepMax({ load, reps, rir, age }: OneRepMaxInput): Result<OneRepMax, OneRepMaxProblem> {
  const effectiveReps = reps + (rir ?? 0);
  const problems: OneRepMaxProblem[] = [];
  if (age < adultAge) problems.push({ code: 'minor' });
  if (load.hundredths <= 0) problems.push({ code: 'no_load' });
  if (reps < 1) problems.push({ code: 'too_few_reps' });
  if (effectiveReps > effectiveRepsMax) problems.push({ code: 'too_many_reps' });
  if (problems.length > 0) return fail(...problems);
  const epley = load.hundredths * epleyFactor(effectiveReps);
  const brzycki = (load.hundredths * 36) / (37 - effectiveReps);
  const mean = inHundredths((epley + brzycki) / 2, load.unit);
  return succeed({
    effectiveReps,
    epley: inHundredths(epley, load.unit),
    brzycki: inHundredths(brzycki, load.unit),
    mean,
    shown: showEstimate(mean),
  });
}

/** Epley holds from two reps on and a single is itself; one and a half lies between. */
function epleyFactor(reps: number): number {
  return reps >= 2 ? 1 + reps / 30 : 1 + ((reps - 1) * 2) / 30;
}

function inHundredths(exact: number, unit: LoadUnit): Load {
  return { hundredths: Math.round(exact), unit };
}

function showEstimate({ hundredths, unit }: Load): string {
  const step = shownStep[unit];
  return `~${(Math.round(hundredths / step) * step) / 100} ${unit} (estimate)`;
}
