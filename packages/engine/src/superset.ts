// Two exercises done by turns (rule SUPERSET). A pair always stands together, at the place of its first exercise.
import { findExercise } from './catalogue/catalogue.ts';
import { isHighResistance } from './high-resistance.ts';
import type { Prescription } from './program.ts';
import { type Lettered, listTurns } from './turns.ts';
import { supersetLetters } from './vocabulary.ts';

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

/** Lines with their pairs together and lettered in order; one that has lost its partner stands on its own. */
export function settlePairs<Line extends Lettered>(lines: readonly Line[]): readonly Line[] {
  if (lines.every(({ superset }) => superset === null)) return lines;
  let pairs = 0;
  return listTurns(lines).flatMap((turn) => {
    const letter = turn.length > 1 ? (supersetLetters[pairs] ?? null) : null;
    if (letter !== null) pairs += 1;
    return turn.map((line) => (line.superset === letter ? line : { ...line, superset: letter }));
  });
}
