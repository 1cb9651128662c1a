import { program } from '@groundwork/db/schema/program';
import type { PainSite } from '@groundwork/engine/vocabulary';
import { and, eq, sql } from 'drizzle-orm';
import { sealHealth } from '../../health.ts';
import type { WriterScope } from '../../trpc.ts';

type Row = typeof program.$inferSelect;

/** Writes a changed draft over the locked one and raises its revision. */
export async function saveDraft(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly programId: string;
  readonly change: Partial<
    Pick<Row, 'draft' | 'findings' | 'notes' | 'holds' | 'profile' | 'title' | 'parameters' | 'ruleSet'>
  > & {
    readonly painSites?: readonly PainSite[];
  };
  /** The draft's own time when it goes back to what was published: then nothing is unpublished. */
  readonly updatedAt?: Date;
}): Promise<Row> {
  const { scope, now, programId, change, updatedAt } = call;
  const { practiceId, me } = scope;
  const { painSites, ...columns } = change;
  const [saved] = await scope.tx
    .update(program)
    .set({
      ...columns,
      ...(painSites ? { healthSealed: sealHealth({ painSites, notes: '' }, { practiceId, rowId: programId }) } : {}),
      revision: sql`${program.revision} + 1`,
      updatedBy: me.memberId,
      updatedAt: updatedAt ?? now,
    })
    .where(and(eq(program.practiceId, practiceId), eq(program.id, programId)))
    .returning();
  if (!saved) throw new Error('The locked program is gone');
  return saved;
}
