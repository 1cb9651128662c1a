// A program as its logs leave it: rulebook 5. Logs are facts and plans are opinions, so everything still to come is worked out
// anew from all the facts, in the order they happened, not in the order they arrived.
import type { Profile } from '../profile.ts';
import type { Program } from '../program.ts';
import type { ExerciseLog } from './exercise-log.ts';
import type { ExerciseState } from './exercise-state.ts';
import { planAhead } from './plan-ahead.ts';
import type { ProposedChange } from './proposed-change.ts';
import { buildRecord, type RecordContext } from './training-record.ts';

export interface ReplayInput extends RecordContext {
  readonly program: Program;
  /** In any order. Of several for one slot of one session, the highest revision counts. */
  readonly logs: readonly ExerciseLog[];
  readonly profile: Profile;
}

export interface Replay {
  /** Sessions with a log, and those passed over, are as they were; the others ask for what the logs lead to. */
  readonly program: Program;
  /** By exercise id. */
  readonly states: ReadonlyMap<string, ExerciseState>;
  /** What differs from the program that was given, session by session, and what is asked or suggested. */
  readonly changes: readonly ProposedChange[];
}

/**
 * What the logs make of a program. The next session of an exercise asks for what its last one led to; those after it are
 * worked out as if all goes to plan. Pure, and the same for every order in which the logs arrive.
 */
export function replay(input: ReplayInput): Replay {
  const record = buildRecord(input.logs, input);
  const ahead = planAhead({ ...input, record });
  const states = new Map([...record.steps].map(([exerciseId, { state }]) => [exerciseId, state] as const));
  // What was asked or noted stands until the next session of the exercise answers it.
  const open = [...record.steps.values()].flatMap((last) =>
    last.changes.filter(({ kind }) => kind === 'question' || kind === 'note'),
  );
  return { program: ahead.program, states, changes: [...open, ...ahead.changes] };
}
