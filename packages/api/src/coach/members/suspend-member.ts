import { member } from '@groundwork/db/schema/practice';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import { invalidField } from '../../errors.ts';
import type { suspendMember as suspendMemberInput } from '../../inputs/member.ts';
import type { WriterScope } from '../../trpc.ts';
import type { MemberChanged } from '../../views/member.ts';
import { lockMember } from './lock-member.ts';

/**
 * Shuts a coach or an assistant out: her sessions end in this statement (the database sees to it), no letter and no passkey lets her in, and her rows stay as
 * they are. Owners are not shut out by each other.
 */
export async function suspendMember(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof suspendMemberInput>;
}): Promise<MemberChanged> {
  const { scope, now, input } = call;
  const { tx, practiceId, me } = scope;
  const { memberId, reason } = input;
  const known = await lockMember(scope, memberId);
  if (known.role === 'owner') throw invalidField('memberId', 'An owner cannot be suspended.');
  if (known.suspendedAt !== null) return { memberId, suspendedAt: known.suspendedAt };
  await tx
    .update(member)
    .set({ suspendedAt: now })
    .where(and(eq(member.practiceId, practiceId), eq(member.id, memberId)));
  const actor = { kind: 'member', id: me.memberId } as const;
  const fact = { actor, action: 'member.suspended', subjectKind: 'member', subjectId: memberId, reason };
  await writeAudit({ scope, now, facts: [fact] });
  return { memberId, suspendedAt: now };
}
