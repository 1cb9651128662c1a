import { findExercise } from '../catalogue/catalogue.ts';
import { joinWords } from '../text-parts.ts';

export const notationProblemCodes = [
  'unknown_exercise',
  'corrected_exercise',
  'not_understood',
  'out_of_range',
  'given_twice',
  'not_a_date',
  'weeks_not_rising',
  'too_long',
  'too_many_lines',
] as const;
export type NotationProblemCode = (typeof notationProblemCodes)[number];

/** What would have been understood in a place. */
export const expectations = [
  'exercise',
  'dose',
  'sets',
  'reps',
  'seconds',
  'load',
  'unit',
  'reserve',
  'rest',
  'tempo',
  'goal',
  'run',
  'distance',
  'week',
  'week_part',
  'date',
  'length',
  'lines',
] as const;
export type Expectation = (typeof expectations)[number];

/** Something in a text that was not taken as it stands. Nothing is lost: a name is kept as written, other words as a comment. */
export interface NotationProblem {
  readonly code: NotationProblemCode;
  /** Error: part of the text was not understood. Info: it was, with a guess. */
  readonly severity: 'error' | 'warning' | 'info';
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** The words it is about, at most 60 characters of them. */
  readonly found: string;
  readonly expected: Expectation;
  readonly allowed: { readonly min: number; readonly max: number } | null;
  /** Catalogue ids: what a name was read as, or what it may have meant. */
  readonly exercises: readonly string[];
}

const expectationTexts: Readonly<Record<Expectation, string>> = {
  exercise: 'the name of an exercise',
  dose: 'a dose such as “3x6”, “3x30s/side”, “60kg”, “@RIR2” or “rest 3min”',
  sets: 'a number of sets',
  reps: 'a number of reps',
  seconds: 'a number of seconds',
  load: 'a load such as “60kg” or “135lb”',
  unit: 'kg or lb behind the number',
  reserve: 'reps in reserve in half steps, such as “@RIR2”',
  rest: 'a rest such as “rest 3min” or “rest 90s”',
  tempo: 'a tempo such as “tempo 3-1-1”',
  goal: 'a goal: strength, power, hypertrophy, endurance, mobility or stability',
  run: 'a run: rest, easy, speed, intervals, tempo, threshold, hills, race pace, long or race',
  distance: 'a distance in kilometres',
  week: 'a week from 1 to 104, such as “Week 3” or “Weeks 1-4”',
  week_part: '“from 2026-03-02”, “block 2”, “deload”, “taper”, “return” or “no full session”',
  date: 'a Monday such as “2026-03-02”',
  length: 'a shorter line',
  lines: 'fewer lines',
};

/** "Line 3, column 14: expected a number of reps, 1 to 50; found “80”." */
export function describeProblem(problem: NotationProblem): string {
  const { code, line, column, found, expected, allowed, exercises } = problem;
  const where = `Line ${line}, column ${column}`;
  const names = exercises.map((id) => findExercise(id)?.name ?? id);
  const range = allowed === null ? '' : `, ${allowed.min} to ${allowed.max}`;
  switch (code) {
    case 'unknown_exercise': {
      const nearest = names.length > 0 ? ` Nearest: ${joinWords(names)}.` : '';
      return `${where}: “${found}” is not in the catalogue and stays as written.${nearest}`;
    }
    case 'corrected_exercise':
      return `${where}: “${found}” is read as ${names[0] ?? ''}.`;
    case 'given_twice':
      return `${where}: “${found}” is given twice; the first one counts.`;
    case 'weeks_not_rising':
      return `${where}: “${found}” comes after a later week.`;
    case 'not_understood':
    case 'out_of_range':
    case 'not_a_date':
    case 'too_long':
    case 'too_many_lines':
      return `${where}: expected ${expectationTexts[expected]}${range}; found “${found}”.`;
    default: {
      const unknown: never = code;
      throw new TypeError(`Unknown problem: ${unknown}`);
    }
  }
}
