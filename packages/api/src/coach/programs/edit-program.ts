import { findExercise } from '@groundwork/engine/catalogue/catalogue';
import { applyEdit, type EditProblem, type ProgramEdit } from '@groundwork/engine/edit-program';
import { goalLabels, weekdayLabels } from '@groundwork/engine/labels';
import type { Program } from '@groundwork/engine/program';
import { listChangedWeeks } from '@groundwork/engine/undo-edit';
import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import { type FieldProblem, Refusal } from '../../errors.ts';
import type { editProgram as editProgramInput } from '../../inputs/program.ts';
import { loadClientRules } from '../../rule-set.ts';
import type { WriterScope } from '../../trpc.ts';
import type { DraftSaved } from '../../views/program.ts';
import { toDraftSaved } from './draft-saved.ts';
import { hashProgram } from './hash-program.ts';
import { keepLocked } from './keep-locked.ts';
import { listLockedSessions, lockProgramOfStaff, openProfile, refuseStaleProgram } from './program-record.ts';
import { saveDraft } from './save-draft.ts';
import { canUndo, rememberEdit } from './undo-log.ts';

/**
 * Changes the draft as the coach says and checks the whole again. CONFLICT when somebody else changed it since. Sessions that are begun or
 * logged stay as they are: an edit that reaches others too changes those, one that reaches nothing else is refused.
 */
export async function editProgram(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof editProgramInput>;
}): Promise<DraftSaved> {
  const { scope, now, input } = call;
  const { programId, edit } = input;
  const record = await lockProgramOfStaff({ scope, programId });
  refuseStaleProgram(record, input.revision);
  const { draft: before, status } = record.program;
  if (status === 'ended') throw new Refusal('GONE', { message: 'Another program has taken over from this one.' });
  const [locked, rules] = await Promise.all([
    listLockedSessions(scope, programId),
    loadClientRules(scope, record.client.id),
  ]);
  const profile = openProfile(record);
  const edited = applyEdit(before, edit, profile, rules);
  if (!edited.ok) throw refuseEdit(edited.problems);
  // Setting what is set already, as taking an edit back may do, is no change and no mistake.
  if (hashProgram(edited.value) === hashProgram(before))
    return toDraftSaved(record.program, await canUndo(scope, programId));
  const change = keepLocked({ before, after: edited.value, locked, profile, rules });
  if (hashProgram(change.draft) === hashProgram(before)) {
    throw refuse('edit.session', 'The client has begun or logged this session: it never changes.');
  }
  const saved = await saveDraft({ scope, now, programId, change });
  const actor = { kind: 'member', id: scope.me.memberId } as const;
  const data = { clientId: record.client.id, edit };
  const about = { actor, subjectKind: 'program', subjectId: programId, data };
  const overriding = findOverride(change.draft, edit);
  const fact =
    overriding === undefined
      ? { ...about, action: 'program.edited' }
      : { ...about, action: 'program.rule_overridden', reason: overriding };
  const weeks = listChangedWeeks(before, change.draft);
  await Promise.all([
    rememberEdit({ scope, programId, revision: saved.revision, weeks }),
    writeAudit({ scope, now, facts: [fact] }),
  ]);
  return toDraftSaved(saved, true);
}

/** The reason that a move against a rule was made with. */
function findOverride({ weeks }: Program, edit: ProgramEdit): string | undefined {
  if (edit.kind !== 'move_session') return undefined;
  return weeks.flatMap(({ sessions }) => sessions).find(({ key }) => key === edit.session)?.byCoach?.reason;
}

const refuse = (field: string, message: string) =>
  new Refusal('INVALID_INPUT', { message, problems: [{ field, message }] });

function refuseEdit(problems: readonly EditProblem[]): Refusal {
  const described = problems.map(describeProblem);
  return new Refusal('INVALID_INPUT', {
    message: described[0]?.message ?? 'That edit cannot be made.',
    problems: described,
  });
}

const nameOf = (exerciseId: string): string => findExercise(exerciseId)?.name ?? exerciseId;

const barSentences: Readonly<Record<Extract<EditProblem, { code: 'barred' }>['by'], string>> = {
  kit: 'needs kit that the client does not have',
  pain: 'loads a place that hurts',
  screening: 'is left out after the health questions',
  age: 'is not for the client’s age',
  experience: 'is too early for the client',
};

const pairBarSentences: Readonly<Record<Extract<EditProblem, { code: 'no_pair' }>['by'], string>> = {
  power: 'Power needs its whole rest.',
  both_heavy: 'Only one of a pair may be heavy.',
};

/** What is wrong with an edit, at the field of the input that carries it. */
function describeProblem(problem: EditProblem): FieldProblem {
  switch (problem.code) {
    case 'no_such_session':
      return { field: 'edit.session', message: 'The program has no such session.' };
    case 'no_such_slot':
      return { field: 'edit.slot', message: 'The session has no such slot.' };
    case 'slot_taken':
      return { field: 'edit.slot', message: `${problem.slot} is taken.` };
    case 'paired_already':
      return { field: 'edit.partner', message: `${problem.slot} is part of a pair already.` };
    case 'no_pair':
      return { field: 'edit.partner', message: pairBarSentences[problem.by] };
    case 'nothing_to_change':
      return { field: 'edit', message: 'It is like that already.' };
    case 'unknown_exercise':
      return { field: 'edit.exerciseId', message: 'There is no such exercise.' };
    case 'already_there':
      return { field: 'edit.exerciseId', message: `${nameOf(problem.exerciseId)} is in the session already.` };
    case 'barred':
      return { field: 'edit.exerciseId', message: `${nameOf(problem.exerciseId)} ${barSentences[problem.by]}.` };
    case 'not_for_light':
      return { field: 'edit.exerciseId', message: `${nameOf(problem.exerciseId)} is too much for a light session.` };
    case 'out_of_range': {
      const { field, allowed } = problem;
      return { field: `edit.fields.${field}`, message: `Between ${allowed.min} and ${allowed.max}.` };
    }
    case 'not_whole':
      return { field: `edit.fields.${problem.field}`, message: 'A whole number.' };
    case 'not_half_step':
      return { field: `edit.fields.${problem.field}`, message: 'In half steps.' };
    case 'not_for_hold':
      return { field: 'edit.fields.goal', message: `A hold is not for ${goalLabels[problem.goal].toLowerCase()}.` };
    case 'no_reserve':
      return { field: 'edit.fields.rir', message: 'Reps in reserve mean nothing for a hold.' };
    case 'not_a_tempo':
      return { field: 'edit.fields.tempo', message: 'Seconds down, pause, up: 3-1-1.' };
    case 'too_many_slots':
      return { field: 'edit.session', message: `At most ${problem.allowed.max} exercises in a session.` };
    case 'not_a_date':
      return { field: 'edit.date', message: 'There is no such date.' };
    case 'other_week':
      return { field: 'edit.date', message: `Within its week: ${problem.allowed.from} to ${problem.allowed.to}.` };
    case 'day_taken':
      return { field: 'edit.date', message: 'The other session stands on that day.' };
    case 'needs_reason':
      return {
        field: 'edit.reason',
        message: `Rule ${problem.rule} speaks against ${weekdayLabels[problem.day]}. Say why it is right all the same.`,
      };
    default: {
      const unknown: never = problem;
      throw new TypeError(`Unknown problem: ${JSON.stringify(unknown)}`);
    }
  }
}
