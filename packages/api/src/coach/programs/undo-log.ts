import { programUndo } from '@groundwork/db/schema/program';
import type { ReadScope } from '@groundwork/db/scope';
import type { ProgramWeek } from '@groundwork/engine/program';
import { and, desc, eq, lte } from 'drizzle-orm';
import type { WriterScope } from '../../trpc.ts';

/** As many edits of a draft as can be undone. */
const longest = 100;

/** Keeps what it takes to undo the edit that made this revision. */
export async function rememberEdit(call: {
  readonly scope: WriterScope;
  readonly programId: string;
  readonly revision: number;
  /** The weeks that the edit changed, as they were. */
  readonly weeks: readonly ProgramWeek[];
}): Promise<void> {
  const { scope, programId, revision, weeks } = call;
  const { tx, practiceId, me } = scope;
  await Promise.all([
    tx.insert(programUndo).values({ practiceId, programId, revision, weeks, madeBy: me.memberId }),
    tx
      .delete(programUndo)
      .where(
        and(
          eq(programUndo.practiceId, practiceId),
          eq(programUndo.programId, programId),
          lte(programUndo.revision, revision - longest),
        ),
      ),
  ]);
}

/** The last edit that can be undone, whoever made it. */
export async function findLastEdit(
  scope: ReadScope,
  programId: string,
): Promise<typeof programUndo.$inferSelect | undefined> {
  const [last] = await scope.tx
    .select()
    .from(programUndo)
    .where(and(eq(programUndo.practiceId, scope.practiceId), eq(programUndo.programId, programId)))
    .orderBy(desc(programUndo.revision))
    .limit(1);
  return last;
}

/** Whether the reader's own edit is the last that can be undone. */
export async function canUndo(
  scope: ReadScope & { readonly me: { readonly memberId: string } },
  programId: string,
): Promise<boolean> {
  const last = await findLastEdit(scope, programId);
  return last?.madeBy === scope.me.memberId;
}

/** Forgets one edit, once it is undone. */
export async function forgetEdit(scope: WriterScope, programId: string, revision: number): Promise<void> {
  await scope.tx
    .delete(programUndo)
    .where(
      and(
        eq(programUndo.practiceId, scope.practiceId),
        eq(programUndo.programId, programId),
        eq(programUndo.revision, revision),
      ),
    );
}

/** Forgets all edits: the weeks they were made on are no longer there. */
export async function forgetEdits(scope: WriterScope, programId: string): Promise<void> {
  await scope.tx
    .delete(programUndo)
    .where(and(eq(programUndo.practiceId, scope.practiceId), eq(programUndo.programId, programId)));
}
