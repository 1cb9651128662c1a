import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import type { rebuildProgram as rebuildProgramInput } from '../../inputs/program.ts';
import type { WriterScope } from '../../trpc.ts';
import type { DraftSaved } from '../../views/program.ts';
import { buildDraft, formatTitle } from './build-draft.ts';
import { toSessionsPerWeek } from './draft-saved.ts';
import { keepLocked } from './keep-locked.ts';
import { listLockedSessions, lockProgramOfStaff, refuseStaleProgram } from './program-record.ts';
import { saveDraft } from './save-draft.ts';

/**
 * Builds the draft again from the client's profile and running as they are now. Sessions that are begun or logged stay as they were; what
 * the coach pinned elsewhere is built anew.
 */
export async function rebuildProgram(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof rebuildProgramInput>;
}): Promise<DraftSaved> {
  const { scope, now, input } = call;
  const { programId } = input;
  const record = await lockProgramOfStaff({ scope, programId });
  refuseStaleProgram(record, input.revision);
  const { startsOn, weeks, draft: before, sessionsPerWeek } = record.program;
  const wish = { startsOn, weeks, sessionsPerWeek: toSessionsPerWeek(sessionsPerWeek) };
  const [built, locked] = await Promise.all([
    buildDraft({ scope, now, client: record.client, wish }),
    listLockedSessions(scope, programId),
  ]);
  const { painSites, ...profile } = built.profile;
  const kept = keepLocked({ before, after: built.program, locked, profile: built.profile });
  const title = formatTitle(profile, wish);
  const { notes, holds } = built;
  const change = { ...kept, title, profile, painSites, notes, holds };
  const saved = await saveDraft({ scope, now, programId, change });
  const actor = { kind: 'member', id: scope.me.memberId } as const;
  const data = { clientId: record.client.id };
  const fact = { actor, action: 'program.rebuilt', subjectKind: 'program', subjectId: programId, data };
  await writeAudit({ scope, now, facts: [fact] });
  return saved;
}
