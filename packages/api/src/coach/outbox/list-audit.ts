import { auditEntry } from '@groundwork/db/schema/audit';
import { client } from '@groundwork/db/schema/client';
import { member } from '@groundwork/db/schema/practice';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { listAudit as listAuditInput } from '../../inputs/outbox.ts';
import type { StaffScope } from '../../trpc.ts';
import type { AuditList } from '../../views/outbox.ts';

/** Who did what and why, newest first. */
export async function listAudit(call: {
  readonly scope: StaffScope;
  readonly input: z.infer<typeof listAuditInput>;
}): Promise<AuditList> {
  const { scope, input } = call;
  const rows = await scope.tx
    .select({
      auditId: auditEntry.id,
      actorKind: auditEntry.actorKind,
      actorName: sql<string | null>`coalesce(${member.name}, ${client.name})`,
      action: auditEntry.action,
      subjectKind: auditEntry.subjectKind,
      subjectId: auditEntry.subjectId,
      reason: auditEntry.reason,
      data: auditEntry.data,
      at: auditEntry.at,
    })
    .from(auditEntry)
    .leftJoin(member, and(eq(member.practiceId, auditEntry.practiceId), eq(member.id, auditEntry.actorId)))
    .leftJoin(client, and(eq(client.practiceId, auditEntry.practiceId), eq(client.id, auditEntry.actorId)))
    .where(and(eq(auditEntry.practiceId, scope.practiceId), input.before ? lt(auditEntry.id, input.before) : undefined))
    .orderBy(desc(auditEntry.id))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  return { entries: page, nextBefore: rows.length > input.limit ? (page.at(-1)?.auditId ?? null) : null };
}
