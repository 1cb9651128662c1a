import type { Load } from './load.ts';
import { maxLoadHundredths } from './load.ts';
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

// Bounds of the prescription's own fields; the database repeats them.
const setsRange = { min: 1, max: 6 } as const;
const repsRange = { min: 1, max: 50 } as const;
const secondsRange = { min: 5, max: 300 } as const;
const rirRange = { min: 0, max: 5 } as const;
const restRange = { min: 0, max: 600 } as const;

// The load needs a space, an "at" or its unit, so that "3x30" is not read as three sets of three with a load of nothing.
const dosePattern =
  /^(\d{1,3})\s*[x×*]\s*(\d{1,4})\s*(s|sec|secs|seconds)?(?:\s+(?:at\s+|[/,]\s*)?(\d{1,5}(?:[.,]\d{1,2})?)\s*(kg|lb)?s?)?(?:\s*@\s*(\d{1,2}(?:[.,]\d{1,2})?))?$/;

/** Reads a typed dose. `unit` is taken where the load has none. The inverse of `formatDose`. */
export function parseDose(text: string, unit: LoadUnit): Result<TypedDose, DoseProblem> {
  const match = dosePattern.exec(text.trim().toLowerCase());
  if (!match) return fail({ code: 'not_a_dose' });
  const sets = Number(match[1]);
  const measure: Measure = match[3] === undefined ? 'reps' : 'seconds';
  const amount = Number(match[2]);
  const hundredths = match[4] === undefined ? null : parseHundredths(match[4]);
  const rir = match[6] === undefined ? undefined : Number(match[6].replace(',', '.'));

  const problems: DoseProblem[] = [];
  if (!isWithin(sets, setsRange)) problems.push({ code: 'sets_out_of_range', ...setsRange });
  if (measure === 'reps' && !isWithin(amount, repsRange)) problems.push({ code: 'reps_out_of_range', ...repsRange });
  if (measure === 'seconds' && !isWithin(amount, secondsRange)) {
    problems.push({ code: 'seconds_out_of_range', ...secondsRange });
  }
  if (hundredths !== null && hundredths > maxLoadHundredths) {
    problems.push({ code: 'load_out_of_range', maxHundredths: maxLoadHundredths });
  }
  if (rir !== undefined && (!isWithin(rir, rirRange) || !Number.isInteger(rir * 2))) {
    problems.push({ code: 'rir_out_of_range', ...rirRange });
  }
  if (problems.length > 0) return fail(...problems);
  const typedUnit = match[5] as LoadUnit | undefined;
  const load = hundredths === null ? null : { hundredths, unit: typedUnit ?? unit };
  return succeed({ sets, measure, amount, load, rir });
}

/** "3x6 18 @2", as it would be typed: a load in another unit than `unit` names its own. */
export function formatDose(dose: TypedDose, unit: LoadUnit): string {
  const { sets, measure, amount, load, rir } = dose;
  const parts = [`${sets}x${amount}${measure === 'seconds' ? 's' : ''}`];
  if (load) parts.push(`${load.hundredths / 100}${load.unit === unit ? '' : load.unit}`);
  if (rir !== undefined) parts.push(`@${rir}`);
  return parts.join(' ');
}

// "3 min", "90 s", "90", "2:30", "2 min 30", "1.5 min"
const clockPattern = /^(\d{1,2}):([0-5]\d)$/;
const minutesPattern = /^(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:m|min|mins|minutes|')\s*(?:(\d{1,2})\s*(?:s|sec|")?)?$/;
const secondsPattern = /^(\d{1,4})\s*(?:s|sec|secs|seconds|")?$/;

/** Reads a rest in whole seconds, 0 to 600; undefined when the text is none. */
export function parseRest(text: string): number | undefined {
  const plain = text.trim().toLowerCase();
  const seconds = readRest(plain);
  return seconds !== undefined && Number.isInteger(seconds) && isWithin(seconds, restRange) ? seconds : undefined;
}

function readRest(text: string): number | undefined {
  const clock = clockPattern.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const minutes = minutesPattern.exec(text);
  if (minutes?.[1] !== undefined) return Number(minutes[1].replace(',', '.')) * 60 + Number(minutes[2] ?? 0);
  const seconds = secondsPattern.exec(text);
  return seconds ? Number(seconds[1]) : undefined;
}

function isWithin(value: number, { min, max }: { readonly min: number; readonly max: number }): boolean {
  return value >= min && value <= max;
}

/** Hundredths from the digits themselves: 62.35 × 100 is not whole in binary. */
function parseHundredths(text: string): number {
  const [whole = '0', part = ''] = text.replace(',', '.').split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}
