// Two exercises done by turns (rule SUPERSET). A pair always stands together, at the place of its first exercise.
import { findExercise } from './catalogue/catalogue.ts';
import { isHighResistance } from './high-resistance.ts';
import type { Prescription } from './program.ts';
import { type SupersetLetter, supersetLetters } from './vocabulary.ts';

/** Getting from one exercise of a pair to the other. */
export const secondsToTurn = 15;

/** What keeps two exercises from being done by turns: speed needs its whole rest, and so do two heavy lifts. */
export type PairBar = 'power' | 'both_heavy';

type Pairable = Pick<Prescription, 'exerciseId' | 'goal' | 'measure' | 'amount'>;

/** Why the two can't be a superset, or null. */
export function findPairBar(one: Pairable, other: Pairable): PairBar | null {
  if (one.goal === 'power' || other.goal === 'power') return 'power';
  return isHeavy(one) && isHeavy(other) ? 'both_heavy' : null;
}

function isHeavy(line: Pairable): boolean {
  const exercise = findExercise(line.exerciseId);
  return exercise !== undefined && isHighResistance(exercise, line);
}

type Lettered = { readonly superset: SupersetLetter | null };

/** What is done in one go, in order: an exercise on its own, or a pair. */
export function listTurns<Line extends Lettered>(lines: readonly Line[]): readonly (readonly Line[])[] {
  const turns: Line[][] = [];
  const byLetter = new Map<SupersetLetter, Line[]>();
  for (const line of lines) {
    const pair = line.superset ? byLetter.get(line.superset) : undefined;
    if (pair) {
      pair.push(line);
      continue;
    }
    const turn = [line];
    turns.push(turn);
    if (line.superset) byLetter.set(line.superset, turn);
  }
  return turns;
}

/** Lines with their pairs together and lettered in order; one that has lost its partner stands on its own. */
export function settlePairs<Line extends Lettered>(lines: readonly Line[]): readonly Line[] {
  let pairs = 0;
  return listTurns(lines).flatMap((turn) => {
    const letter = turn.length > 1 ? (supersetLetters[pairs] ?? null) : null;
    if (letter !== null) pairs += 1;
    return turn.map((line) => (line.superset === letter ? line : { ...line, superset: letter }));
  });
}

/** The rest that a set asks for, and how much of it has passed, both in seconds. */
export interface OwedRest {
  readonly restSeconds: number;
  readonly passedSeconds: number;
  /** Until it is this exercise's turn again, once the rest is over: the work of those before it. */
  readonly waitSeconds: number;
}

/** What is left to rest when each of a pair has had its set, so that each gets its own rest in full. */
export function restAfterRound(owed: readonly OwedRest[]): number {
  return Math.max(
    0,
    ...owed.map(({ restSeconds, passedSeconds, waitSeconds }) => restSeconds - passedSeconds - waitSeconds),
  );
}
