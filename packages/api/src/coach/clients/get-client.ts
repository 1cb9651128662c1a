import { auditEntry } from '@groundwork/db/schema/audit';
import { invitation } from '@groundwork/db/schema/client';
import { member } from '@groundwork/db/schema/practice';
import type { ReadScope } from '@groundwork/db/scope';
import { addDays, mondayOf } from '@groundwork/engine/plain-date';
import { and, desc, eq, gte } from 'drizzle-orm';
import { writeAudit } from '../../audit.ts';
import { listRaces, listWorkingLoads } from '../../client-facts.ts';
import { findAge, listProfileGaps, toProfileView } from '../../client-profile.ts';
import type { ClientRecord } from '../../client-record.ts';
import { openHealth } from '../../health.ts';
import { findBlockWeek, listProgramsWithBlocks } from '../../program-blocks.ts';
import { listPrograms } from '../../program-lists.ts';
import { listOverrideViews } from '../../rule-overrides.ts';
import { loadClientRules } from '../../rule-set.ts';
import { listEffectiveWeeks, listRunningWeeks } from '../../running-weeks.ts';
import { listLastSessions, listSessions } from '../../session-lists.ts';
import { findToday } from '../../today.ts';
import type { StaffAuditScope } from '../../trpc.ts';
import type { ClientView, InvitationStatus } from '../../views/client.ts';
import { countDone } from '../roster.ts';

/** Reading health again within this time is the same look at the page. */
const sameLookMs = 3_600_000;

/** Everything on a client's page. Reading what is known of her health is written down, once an hour for each reader. */
export async function getClient(call: {
  readonly scope: StaffAuditScope;
  readonly now: Date;
  readonly client: ClientRecord;
}): Promise<ClientView> {
  const { scope, now, client } = call;
  const clientId = client.id;
  const today = findToday(client.timeZone, now);
  const [
    runningWeeks,
    races,
    workingLoads,
    programs,
    blocks,
    sessions,
    lastSessions,
    coach,
    invited,
    hasLooked,
    rules,
    overrides,
  ] = await Promise.all([
    listRunningWeeks({ scope, clientId }),
    listRaces({ scope, clientId }),
    listWorkingLoads({ scope, clientId }),
    listPrograms({ scope, clientId }),
    listProgramsWithBlocks(scope, clientId),
    listSessions({ scope, clientId, from: addDays(today, -30), to: addDays(today, 14), today }),
    listLastSessions({ scope, clientId, today, count: 10 }),
    findCoachName(scope, client.coachId),
    findInvitation(scope, clientId),
    hasReadHealth(scope, clientId, new Date(now.getTime() - sameLookMs)),
    loadClientRules(scope, clientId),
    listOverrideViews(scope, clientId),
  ]);
  if (client.healthSealed !== null && !hasLooked) {
    const actor = { kind: 'member', id: scope.me.memberId } as const;
    const fact = { actor, action: 'health.read', subjectKind: 'health', subjectId: clientId };
    await writeAudit({ scope, now, facts: [fact] });
  }
  return {
    clientId,
    email: client.email,
    status: client.status,
    coach: { memberId: client.coachId, name: coach },
    revision: client.revision,
    createdAt: client.createdAt,
    activatedAt: client.activatedAt,
    archivedAt: client.archivedAt,
    accessClosedAt: client.accessClosedAt,
    today,
    profile: toProfileView(client),
    age: findAge(client.birthYear, today),
    health: openHealth(client.healthSealed, { practiceId: scope.practiceId, rowId: clientId }),
    missing: listProfileGaps(client, runningWeeks.length > 0),
    weeks: listEffectiveWeeks(runningWeeks, addDays(mondayOf(today), -7), 5),
    runningWeeks,
    races,
    workingLoads,
    programs,
    blockWeek: findBlockWeek(blocks, today),
    sessions: sessions.filter(({ date }) => date >= addDays(today, -14)),
    lastSessions,
    done7: countDone(sessions, today, 7),
    done30: countDone(sessions, today, 30),
    invitation: invited,
    rules,
    overrides,
  };
}

async function findCoachName(scope: ReadScope, memberId: string): Promise<string> {
  const [found] = await scope.tx
    .select({ name: member.name })
    .from(member)
    .where(and(eq(member.practiceId, scope.practiceId), eq(member.id, memberId)));
  return found?.name ?? '';
}

/** The latest invitation; null when she never needed one. */
export async function findInvitation(scope: ReadScope, clientId: string): Promise<InvitationStatus | null> {
  const [found] = await scope.tx
    .select({ sentAt: invitation.createdAt, expiresAt: invitation.expiresAt, acceptedAt: invitation.acceptedAt })
    .from(invitation)
    .where(and(eq(invitation.practiceId, scope.practiceId), eq(invitation.clientId, clientId)))
    .orderBy(desc(invitation.createdAt), desc(invitation.id))
    .limit(1);
  return found ?? null;
}

async function hasReadHealth(scope: StaffAuditScope, clientId: string, since: Date): Promise<boolean> {
  const found = await scope.tx
    .select({ id: auditEntry.id })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.practiceId, scope.practiceId),
        eq(auditEntry.subjectKind, 'health'),
        eq(auditEntry.subjectId, clientId),
        gte(auditEntry.at, since),
        eq(auditEntry.actorId, scope.me.memberId),
      ),
    )
    .limit(1);
  return found.length > 0;
}
