import type { Load } from './load.ts';
import { formatAmount } from './notation/format-amount.ts';
import { type PartProblem, PartReader } from './notation/read-parts.ts';
import { prescriptionBounds } from './prescription-bounds.ts';
import { fail, type Result, succeed } from './result.ts';
import type { LoadUnit, Measure } from './vocabulary.ts';

/** What one cell of the builder says: "3×6 18", "3×30 s", "2×8 @3". */
export interface TypedDose {
  /** 1 to 6. */
  readonly sets: number;
  readonly measure: Measure;
  /** Reps (1 to 50) or seconds (5 to 300). */
  readonly amount: number;
  readonly load: Load | null;
  /** Reps in reserve, 0 to 5 in half steps; undefined when the text does not say, so that the old value stands. */
  readonly rir: number | undefined;
}

/** Why a text is no dose, with the allowed range where there is one. */
export type DoseProblem =
  | { readonly code: 'not_a_dose' }
  | { readonly code: 'sets_out_of_range'; readonly min: number; readonly max: number }
  | { readonly code: 'reps_out_of_range'; readonly min: number; readonly max: number }
  | { readonly code: 'seconds_out_of_range'; readonly min: number; readonly max: number }
  | { readonly code: 'load_out_of_range'; readonly maxHundredths: number }
  | { readonly code: 'rir_out_of_range'; readonly min: number; readonly max: number };

/** Reads a typed dose: a line of the notation without a name. `unit` is taken where the load has none. The inverse of `formatDose`. */
export function parseDose(text: string, unit: LoadUnit): Result<TypedDose, DoseProblem> {
  const reader = new PartReader(text, 0, unit);
  reader.readAll();
  const problems = reader.problems.flatMap(readProblem);
  if (problems.length < reader.problems.length) return fail({ code: 'not_a_dose' });
  if (problems.length > 0) return fail(...problems);
  const { sets, measure, amount, load, rir, range, restSeconds, tempo, goal, purpose, ...flags } = reader.parts;
  if (sets === null || measure === null || amount === null) return fail({ code: 'not_a_dose' });
  // The cell sets these five alone: anything more would be lost without a word.
  const isMore = [range, restSeconds, tempo, goal, purpose].some((part) => part !== null);
  if (isMore || flags.perSide || flags.explosive || flags.swapped) return fail({ code: 'not_a_dose' });
  return succeed({ sets, measure, amount, load, rir: rir ?? undefined });
}

/** The problem of a part as the cell says it; none where the text is no dose at all. */
function readProblem({ code, expected }: PartProblem): readonly DoseProblem[] {
  if (code !== 'out_of_range') return [];
  const { sets, reps, seconds, rir, loadHundredths } = prescriptionBounds;
  switch (expected) {
    case 'sets':
      return [{ code: 'sets_out_of_range', ...sets }];
    case 'reps':
      return [{ code: 'reps_out_of_range', ...reps }];
    case 'seconds':
      return [{ code: 'seconds_out_of_range', ...seconds }];
    case 'load':
      return [{ code: 'load_out_of_range', maxHundredths: loadHundredths.max }];
    case 'reserve':
      return [{ code: 'rir_out_of_range', ...rir }];
    default:
      return [];
  }
}

/** "3x6 18 @2", as it would be typed: a load in another unit than `unit` names its own. */
export function formatDose(dose: TypedDose, unit: LoadUnit): string {
  const { load, rir } = dose;
  const parts = [formatAmount({ ...dose, range: null, perSide: false })];
  if (load) parts.push(`${load.hundredths / 100}${load.unit === unit ? '' : load.unit}`);
  if (rir !== undefined) parts.push(`@${rir}`);
  return parts.join(' ');
}

/** Reads a rest in whole seconds, 0 to 600: "3 min", "90 s", "90", "2:30", "2 min 30"; undefined when the text is none. */
export function parseRest(text: string): number | undefined {
  const reader = new PartReader(`rest ${text}`, 0, null);
  reader.readAll();
  const { restSeconds, sets, amount } = reader.parts;
  return reader.problems.length > 0 || sets !== null || amount !== null ? undefined : (restSeconds ?? undefined);
}
