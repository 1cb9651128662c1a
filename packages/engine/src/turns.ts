// What a session's exercises are done in, without the catalogue: the phone loads it for every session.
import type { SupersetLetter } from './vocabulary.ts';

/** Getting from one exercise of a pair to the other. */
export const secondsToTurn = 15;

/** An exercise as far as its pair goes. */
export interface Lettered {
  readonly superset: SupersetLetter | null;
}

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
