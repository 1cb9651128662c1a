import { restoreWeeks } from '@groundwork/engine/undo-edit';
import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import { Refusal } from '../../errors.ts';
import type { undoEdit as undoEditInput } from '../../inputs/program.ts';
import { loadClientRules } from '../../rule-set.ts';
import type { WriterScope } from '../../trpc.ts';
import type { DraftSaved } from '../../views/program.ts';
import { toDraftSaved } from './draft-saved.ts';
import { keepLocked } from './keep-locked.ts';
import { listLockedSessions, lockProgramOfStaff, openProfile, refuseStaleProgram } from './program-record.ts';
import { saveDraft } from './save-draft.ts';
import { canUndo, findLastEdit, forgetEdit } from './undo-log.ts';

/**
 * Undoes the last edit of the draft: every value, pin and reason as it was. Sessions begun since stay as they are. GONE when there is no edit
 * to undo, or when the last one is a colleague's.
 */
export async function undoEdit(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof undoEditInput>;
}): Promise<DraftSaved> {
  const { scope, now, input } = call;
  const { programId } = input;
  const record = await lockProgramOfStaff({ scope, programId });
  refuseStaleProgram(record, input.revision);
  const { draft: before, status } = record.program;
  if (status === 'ended') throw new Refusal('GONE', { message: 'Another program has taken over from this one.' });
  const [last, locked, rules] = await Promise.all([
    findLastEdit(scope, programId),
    listLockedSessions(scope, programId),
    loadClientRules(scope, record.client.id),
  ]);
  if (!last) throw new Refusal('GONE', { message: 'There is no edit to undo.' });
  if (last.madeBy !== scope.me.memberId) {
    throw new Refusal('GONE', { message: 'The last edit is a colleague’s. Only your own can be undone.' });
  }
  const profile = openProfile(record);
  const change = keepLocked({ before, after: restoreWeeks(before, last.weeks), locked, profile, rules });
  const saved = await saveDraft({ scope, now, programId, change });
  const actor = { kind: 'member', id: scope.me.memberId } as const;
  const data = { clientId: record.client.id, revision: last.revision };
  const fact = { actor, action: 'program.edit_undone', subjectKind: 'program', subjectId: programId, data };
  await Promise.all([forgetEdit(scope, programId, last.revision), writeAudit({ scope, now, facts: [fact] })]);
  return toDraftSaved(saved, await canUndo(scope, programId));
}
