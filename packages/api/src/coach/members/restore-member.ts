import { member } from '@groundwork/db/schema/practice';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import type { memberKey } from '../../inputs/member.ts';
import type { WriterScope } from '../../trpc.ts';
import type { MemberChanged } from '../../views/member.ts';
import { lockMember } from './lock-member.ts';

/** Lets a suspended member in again. She signs in anew: what was ended stays ended. */
export async function restoreMember(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof memberKey>;
}): Promise<MemberChanged> {
  const { scope, now, input } = call;
  const { tx, practiceId, me } = scope;
  const { memberId } = input;
  const known = await lockMember(scope, memberId);
  if (known.suspendedAt === null) return { memberId, suspendedAt: null };
  await tx
    .update(member)
    .set({ suspendedAt: null })
    .where(and(eq(member.practiceId, practiceId), eq(member.id, memberId)));
  const actor = { kind: 'member', id: me.memberId } as const;
  const fact = { actor, action: 'member.restored', subjectKind: 'member', subjectId: memberId };
  await writeAudit({ scope, now, facts: [fact] });
  return { memberId, suspendedAt: null };
}
