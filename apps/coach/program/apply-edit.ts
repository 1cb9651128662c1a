import { articleRules, type ClientRules } from '@groundwork/engine/adapt/rule-set';
import { findExercise } from '@groundwork/engine/catalogue/catalogue';
import { applyEdit as applyToProgram, type EditProblem, type ProgramEdit } from '@groundwork/engine/edit-program';
import { goalLabels, weekdayLabels } from '@groundwork/engine/labels';
import type { Profile } from '@groundwork/engine/profile';
import type { Program } from '@groundwork/engine/program';
import type { PairBar } from '@groundwork/engine/superset';
import { formatShortDate } from '@groundwork/ui/format-date';

export type { ProgramEdit };

export type AppliedEdit =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly message: string };

/** The draft with an edit on it, or a sentence that says why not. */
export function applyEdit(
  program: Program,
  edit: ProgramEdit,
  profile: Profile,
  rules: ClientRules = articleRules,
): AppliedEdit {
  const applied = applyToProgram(program, edit, profile, rules);
  return applied.ok
    ? { ok: true, program: applied.value }
    : { ok: false, message: applied.problems.map(describeEditProblem).join(' ') };
}

export const fieldWords = {
  exerciseId: 'The exercise',
  goal: 'The goal',
  sets: 'Sets',
  amount: 'Reps or seconds',
  load: 'The load',
  rir: 'The reserve',
  restSeconds: 'The rest',
  tempo: 'The tempo',
} as const;

export const barWords = {
  kit: 'the client has not the kit for it',
  pain: 'it loads a place that hurts',
  screening: 'the health questions leave it out',
  age: 'the client is too young for it',
  experience: 'it is too early for it',
} as const;

/** Why two exercises can't be done by turns. */
export const pairBarWords = {
  power: 'Power needs its whole rest: it is never done by turns.',
  both_heavy: 'Two heavy lifts would tire each other: only one of a pair may be heavy.',
} as const satisfies Record<PairBar, string>;

function describeEditProblem(problem: EditProblem): string {
  switch (problem.code) {
    case 'no_such_session':
    case 'no_such_slot':
      return 'This slot is no longer in the draft.';
    case 'nothing_to_change':
      return 'That changes nothing.';
    case 'unknown_exercise':
      return 'The catalogue has no such exercise.';
    case 'already_there':
      return `${nameExercise(problem.exerciseId)} is in this session already.`;
    case 'barred':
      return `${nameExercise(problem.exerciseId)} can’t stand here: ${barWords[problem.by]}.`;
    case 'not_for_light':
      return `${nameExercise(problem.exerciseId)} is too heavy for a light session.`;
    case 'out_of_range':
      return `${fieldWords[problem.field]}: between ${problem.allowed.min} and ${problem.allowed.max}.`;
    case 'not_whole':
      return `${fieldWords[problem.field]}: a whole number.`;
    case 'not_half_step':
      return `${fieldWords[problem.field]}: in half steps.`;
    case 'not_for_hold':
      return `A hold is not trained for ${goalLabels[problem.goal].toLowerCase()}.`;
    case 'no_reserve':
      return 'A hold has no reps in reserve.';
    case 'not_a_tempo':
      return 'A tempo such as 3-1-1.';
    case 'too_many_slots':
      return `A session holds at most ${problem.allowed.max} exercises.`;
    case 'paired_already':
      return `${problem.slot} is part of a pair already.`;
    case 'no_pair':
      return pairBarWords[problem.by];
    case 'slot_taken':
      return `${problem.slot} holds an exercise already.`;
    case 'not_a_date':
      return 'There is no such date.';
    case 'other_week':
      return `It stays in its week, ${formatShortDate(problem.allowed.from)} to ${formatShortDate(problem.allowed.to)}.`;
    case 'day_taken':
      return 'The other session stands on that day.';
    case 'needs_reason':
      return `Rule ${problem.rule} speaks against ${weekdayLabels[problem.day]}. Say why it is right all the same.`;
    default: {
      const unknown: never = problem;
      throw new Error(`Unknown problem ${JSON.stringify(unknown)}`);
    }
  }
}

const nameExercise = (id: string): string => findExercise(id)?.name ?? id;
