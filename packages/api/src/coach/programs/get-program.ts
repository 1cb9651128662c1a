import { programVersion } from '@groundwork/db/schema/program';
import type { ReadScope } from '@groundwork/db/scope';
import { rulesFor } from '@groundwork/engine/adapt/rule-set';
import type { Program } from '@groundwork/engine/program';
import { and, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { programKey as programKeyInput } from '../../inputs/program.ts';
import { listVersions } from '../../program-lists.ts';
import { loadRuleSet } from '../../rule-set.ts';
import { stateOf } from '../../session-rows.ts';
import { findToday, laterOf } from '../../today.ts';
import type { StaffScope } from '../../trpc.ts';
import type { ProgramView } from '../../views/program.ts';
import { toSessionsPerWeek } from './draft-saved.ts';
import { findProgramOfStaff, listLockedSessions } from './program-record.ts';
import { shareWeeks } from './share-weeks.ts';
import { canUndo } from './undo-log.ts';

/** A program for review: the draft with its findings, what is published, what no edit touches any more. One round trip. */
export async function getProgram(call: {
  readonly scope: StaffScope;
  readonly now: Date;
  readonly input: z.infer<typeof programKeyInput>;
}): Promise<ProgramView> {
  const { scope, now, input } = call;
  const { programId } = input;
  const [{ program, client, updatedByName }, versions, publishedContent, locked, isUndoable, ruleSet] =
    await Promise.all([
      findProgramOfStaff({ scope, programId }),
      listVersions({ scope, programId }),
      findPublishedContent(scope, programId),
      listLockedSessions(scope, programId),
      canUndo(scope, programId),
      loadRuleSet(scope),
    ]);
  const today = findToday(client.timeZone, now);
  const [latest] = versions;
  return {
    programId,
    title: program.title,
    status: program.status,
    startsOn: program.startsOn,
    weeks: program.weeks,
    sessionsPerWeek: toSessionsPerWeek(program.sessionsPerWeek),
    revision: program.revision,
    updatedAt: program.updatedAt,
    updatedBy: { memberId: program.updatedBy, name: updatedByName },
    published: latest ? { number: latest.number, at: latest.publishedAt, effectiveFrom: latest.effectiveFrom } : null,
    hasUnpublished: program.status !== 'ended' && (!latest || program.updatedAt > latest.publishedAt),
    client: { clientId: client.id, name: client.name, today },
    draft: program.draft,
    canUndo: isUndoable,
    rules: rulesFor(ruleSet, client.id),
    profile: program.profile,
    findings: program.findings,
    notes: program.notes,
    holds: program.holds,
    versions,
    publishedContent: publishedContent ? shareWeeks(publishedContent, program.draft) : null,
    locked: locked.map(({ key, sessionId, date, status }) => ({
      key,
      sessionId,
      date,
      state: stateOf({ status, date }, today),
    })),
    earliestEffectiveFrom: laterOf(today, program.startsOn),
  };
}

async function findPublishedContent(scope: ReadScope, programId: string): Promise<Program | undefined> {
  const [latest] = await scope.tx
    .select({ content: programVersion.content })
    .from(programVersion)
    .where(and(eq(programVersion.practiceId, scope.practiceId), eq(programVersion.programId, programId)))
    .orderBy(desc(programVersion.number))
    .limit(1);
  return latest?.content;
}
