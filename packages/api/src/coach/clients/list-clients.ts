import { client } from '@groundwork/db/schema/client';
import { member } from '@groundwork/db/schema/practice';
import { statement } from '@groundwork/db/statement';
import { and, asc, eq, sql } from 'drizzle-orm';
import { findOnlyCoach } from '../../client-record.ts';
import { findBlockWeek } from '../../program-blocks.ts';
import type { SharedReads } from '../../shared-reads.ts';
import type { StaffScope } from '../../trpc.ts';
import type { ClientList, ClientRow } from '../../views/client-row.ts';
import { shareSpots } from '../../waitlist/count-spots.ts';
import { findWorthKnowing } from '../needs-you.ts';
import { findPracticeDay, listRoster, type RosterClient } from '../roster.ts';
import { asked } from '../roster-parameters.ts';

/** The clients that somebody may see, by name, archived ones last. */
export async function listClients(call: {
  readonly scope: StaffScope;
  readonly now: Date;
  readonly sharedReads: SharedReads;
}): Promise<ClientList> {
  const { scope, now, sharedReads } = call;
  const day = await findPracticeDay(call);
  const [roster, spots, archived] = await Promise.all([
    listRoster({ scope, day, sharedReads }),
    shareSpots(scope, sharedReads),
    listArchived(scope),
  ]);
  const rows = roster.map((entry) => toClientRow(entry, now));
  return { date: day.date, spots, clients: [...rows, ...archived] };
}

const findArchived = statement('archived_clients', (tx) =>
  tx
    .select({
      clientId: client.id,
      name: client.name,
      email: client.email,
      status: client.status,
      coach: { memberId: member.id, name: member.name },
    })
    .from(client)
    .innerJoin(member, and(eq(member.practiceId, client.practiceId), eq(member.id, client.coachId)))
    .where(
      and(
        eq(client.practiceId, sql.placeholder('practiceId')),
        sql`(${asked.coachId} is null or ${client.coachId} = ${asked.coachId})`,
        eq(client.status, 'archived'),
      ),
    )
    .orderBy(asc(client.name), asc(client.id)),
);

async function listArchived(scope: StaffScope): Promise<readonly ClientRow[]> {
  const rows = await findArchived(scope).execute({ practiceId: scope.practiceId, coachId: findOnlyCoach(scope.me) });
  return rows.map((row) => ({ ...row, ...nothingAhead }));
}

/** Of a client who gave her spot back: nothing is due and nothing waits. */
const nothingAhead = {
  blockWeek: null,
  nextSession: null,
  done30: { days: 30, done: 0, due: 0 },
  worthKnowing: null,
  lastLoggedAt: null,
  nextRace: null,
  hasUnpublished: false,
} as const satisfies Partial<ClientRow>;

function toClientRow(entry: RosterClient, now: Date): ClientRow {
  const { clientId, name, email, status, coach, today, programs, races, done30, lastTrainedAt, nextSession } = entry;
  return {
    clientId,
    name,
    email,
    status,
    coach,
    blockWeek: findBlockWeek(programs, today),
    nextSession,
    done30,
    worthKnowing: findWorthKnowing(entry, now),
    lastLoggedAt: lastTrainedAt,
    nextRace: races.find(({ date }) => date >= today) ?? null,
    hasUnpublished: programs.some(({ hasUnpublished }) => hasUnpublished),
  };
}
