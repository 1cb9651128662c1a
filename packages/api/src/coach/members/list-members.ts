import { client } from '@groundwork/db/schema/client';
import { member } from '@groundwork/db/schema/practice';
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { StaffScope } from '../../trpc.ts';
import type { MemberView } from '../../views/member.ts';

/** Everybody who works in the practice, the suspended as well, by name. */
export async function listMembers({ scope }: { readonly scope: StaffScope }): Promise<readonly MemberView[]> {
  const { tx, practiceId, me } = scope;
  const rows = await tx
    .select({
      memberId: member.id,
      name: member.name,
      email: member.email,
      role: member.role,
      suspendedAt: member.suspendedAt,
      clients: sql<number>`count(${client.id})::int`,
    })
    .from(member)
    .leftJoin(
      client,
      and(eq(client.practiceId, member.practiceId), eq(client.coachId, member.id), ne(client.status, 'archived')),
    )
    .where(eq(member.practiceId, practiceId))
    .groupBy(member.practiceId, member.id)
    .orderBy(asc(member.name), asc(member.id));
  return rows.map((row) => ({ ...row, isMe: row.memberId === me.memberId }));
}
