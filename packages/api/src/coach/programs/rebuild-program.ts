import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import type { rebuildProgram as rebuildProgramInput } from '../../inputs/program.ts';
import { toBuiltBy } from '../../rule-set.ts';
import type { WriterScope } from '../../trpc.ts';
import type { DraftSaved } from '../../views/program.ts';
import { formatTitle } from './build-draft.ts';
import { toDraftSaved } from './draft-saved.ts';
import { planRebuild } from './plan-rebuild.ts';
import { lockProgramOfStaff, refuseStaleProgram } from './program-record.ts';
import { saveDraft } from './save-draft.ts';
import { forgetEdits } from './undo-log.ts';

/** Takes the draft that `previewRebuild` shows: built again, with all that the coach set by hand and that can stay. */
export async function rebuildProgram(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof rebuildProgramInput>;
}): Promise<DraftSaved> {
  const { scope, now, input } = call;
  const { programId } = input;
  const record = await lockProgramOfStaff({ scope, programId });
  refuseStaleProgram(record, input.revision);
  const rebuilt = await planRebuild({ scope, now, record });
  const { painSites, ...profile } = rebuilt.profile;
  const { program: draft, findings, notes, holds } = rebuilt;
  const title = formatTitle(profile, record.program);
  const change = { draft, findings, title, profile, painSites, notes, holds, ...toBuiltBy(rebuilt.rules) };
  const saved = await saveDraft({ scope, now, programId, change });
  const actor = { kind: 'member', id: scope.me.memberId } as const;
  const data = { clientId: record.client.id, lost: rebuilt.lost };
  const fact = { actor, action: 'program.rebuilt', subjectKind: 'program', subjectId: programId, data };
  await Promise.all([forgetEdits(scope, programId), writeAudit({ scope, now, facts: [fact] })]);
  return toDraftSaved(saved, false);
}
