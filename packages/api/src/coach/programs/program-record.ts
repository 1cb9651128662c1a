import { client } from '@groundwork/db/schema/client';
import { member } from '@groundwork/db/schema/practice';
import { program } from '@groundwork/db/schema/program';
import { session } from '@groundwork/db/schema/session';
import type { ReadScope } from '@groundwork/db/scope';
import type { Profile } from '@groundwork/engine/profile';
import { and, asc, eq, ne, or, sql } from 'drizzle-orm';
import { type ClientRecord, visibleTo } from '../../client-record.ts';
import { Refusal } from '../../errors.ts';
import { openHealth } from '../../health.ts';
import type { Staff, WriterScope } from '../../trpc.ts';

export interface ProgramRecord {
  readonly program: typeof program.$inferSelect;
  readonly client: ClientRecord;
  /** Who changed it last. */
  readonly updatedByName: string;
}

const selectProgram = (scope: ReadScope & { readonly me: Staff }, programId: string) =>
  scope.tx
    .select({ program, client, updatedByName: member.name })
    .from(program)
    .innerJoin(client, and(eq(client.practiceId, program.practiceId), eq(client.id, program.clientId)))
    .innerJoin(member, and(eq(member.practiceId, program.practiceId), eq(member.id, program.updatedBy)))
    .where(and(eq(program.practiceId, scope.practiceId), eq(program.id, programId), visibleTo(scope.me)));

/** The program of a client whom the staff member may see; anybody else's is NOT_FOUND. */
export async function findProgramOfStaff(call: {
  readonly scope: ReadScope & { readonly me: Staff };
  readonly programId: string;
}): Promise<ProgramRecord> {
  const [found] = await selectProgram(call.scope, call.programId);
  if (!found) throw new Refusal('NOT_FOUND');
  return found;
}

/** The same, locked to the end of the transaction: edits and publications of one program take turns. */
export async function lockProgramOfStaff(call: {
  readonly scope: WriterScope;
  readonly programId: string;
}): Promise<ProgramRecord> {
  const [found] = await selectProgram(call.scope, call.programId).for('update', { of: program });
  if (!found) throw new Refusal('NOT_FOUND');
  return found;
}

/** CONFLICT when the draft has moved on since the revision that was seen: says who changed it, and when. */
export function refuseStaleProgram({ program: row, updatedByName }: ProgramRecord, seen: number): void {
  if (row.revision === seen) return;
  throw new Refusal('CONFLICT', {
    message: `${updatedByName} changed this program first. Look at what is there now, then change it again.`,
    conflict: { revision: row.revision, changedBy: updatedByName, changedAt: row.updatedAt },
  });
}

/** The profile that the draft was built from, its pain sites unsealed. */
export function openProfile({ program: row }: ProgramRecord): Profile {
  const { painSites } = openHealth(row.healthSealed, { practiceId: row.practiceId, rowId: row.id });
  return { ...row.profile, painSites };
}

export interface SessionLock {
  readonly key: string;
  readonly sessionId: string;
  readonly date: string;
  readonly status: (typeof session.$inferSelect)['status'];
}

/** The program's sessions that nothing touches any more: begun, done, skipped, or with a log. By date. */
export async function listLockedSessions(scope: ReadScope, programId: string): Promise<readonly SessionLock[]> {
  return scope.tx
    .select({ key: session.key, sessionId: session.id, date: session.date, status: session.status })
    .from(session)
    .where(
      and(
        eq(session.practiceId, scope.practiceId),
        eq(session.programId, programId),
        or(
          ne(session.status, 'planned'),
          sql`exists (select 1 from set_log l where l.practice_id = "session"."practice_id" and l.session_id = "session"."id")`,
        ),
      ),
    )
    .orderBy(asc(session.date), asc(session.key));
}
