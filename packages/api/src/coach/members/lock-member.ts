import { member } from '@groundwork/db/schema/practice';
import { and, eq } from 'drizzle-orm';
import { Refusal } from '../../errors.ts';
import type { WriterScope } from '../../trpc.ts';

export type MemberRecord = typeof member.$inferSelect;

/** Somebody who works in the practice, locked until the end of the transaction. Another practice's is as missing as one that never was. */
export async function lockMember(scope: WriterScope, memberId: string): Promise<MemberRecord> {
  const [found] = await scope.tx
    .select()
    .from(member)
    .where(and(eq(member.practiceId, scope.practiceId), eq(member.id, memberId)))
    .for('update');
  if (!found) throw new Refusal('NOT_FOUND');
  return found;
}
