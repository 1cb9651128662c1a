import { client } from '@groundwork/db/schema/client';
import { member } from '@groundwork/db/schema/practice';
import { statement } from '@groundwork/db/statement';
import type { PlainDate } from '@groundwork/engine/plain-date';
import { and, asc, eq, sql } from 'drizzle-orm';
import { visibleTo } from '../../client-record.ts';
import { findBlockWeek } from '../../program-blocks.ts';
import type { SharedReads } from '../../shared-reads.ts';
import type { StaffScope } from '../../trpc.ts';
import type { ClientList, ClientRow, NextSession } from '../../views/client-row.ts';
import { shareSpots } from '../../waitlist/count-spots.ts';
import { findWorthKnowing } from '../needs-you.ts';
import { findPracticeDay, groupByClient, listRoster, type RosterClient } from '../roster.ts';

/** How far ahead a list looks for the next session. */
const daysAhead = 28;

/** The clients that somebody may see, by name, archived ones last. */
export async function listClients(call: {
  readonly scope: StaffScope;
  readonly now: Date;
  readonly sharedReads: SharedReads;
}): Promise<ClientList> {
  const { scope, now, sharedReads } = call;
  const day = await findPracticeDay(call);
  const [roster, spots, upcoming, archived] = await Promise.all([
    listRoster({ scope, day, sharedReads }),
    shareSpots(scope, sharedReads),
    listUpcoming(scope, day.date),
    listArchived(scope),
  ]);
  const rows = roster.map((entry) => toClientRow(entry, upcoming.get(entry.clientId) ?? [], now));
  return { date: day.date, spots, clients: [...rows, ...archived] };
}

type Upcoming = NextSession & { readonly clientId: string };

/** The next sessions of each client from the day before the practice's: her own today may be that day or the one after. */
const findUpcoming = statement('upcoming_sessions', (tx) =>
  tx
    .select({
      sessions: sql<readonly Upcoming[]>`coalesce(json_agg(json_build_object(
        'clientId', c.id, 'sessionId', s.id, 'date', s.date, 'label', s.label, 'load', s.load) order by s.date, s.id), '[]')`,
    })
    .from(
      sql`client c cross join lateral (
        select s.id, s.date, s.label, s.load from session s
        where s.practice_id = c.practice_id and s.client_id = c.id and s.status in ('planned', 'in_progress')
          and s.date between ${sql.placeholder('date')}::date - 1 and ${sql.placeholder('date')}::date + ${sql.raw(String(daysAhead))}
        order by s.date, s.id limit 3
      ) s`,
    )
    .where(sql`c.practice_id = ${sql.placeholder('practiceId')}::uuid and c.status <> 'archived'`),
);

async function listUpcoming(scope: StaffScope, date: PlainDate): Promise<ReadonlyMap<string, readonly Upcoming[]>> {
  const [found] = await findUpcoming(scope).execute({ practiceId: scope.practiceId, date });
  return groupByClient(found?.sessions ?? []);
}

async function listArchived({ tx, practiceId, me }: StaffScope): Promise<readonly ClientRow[]> {
  const rows = await tx
    .select({
      clientId: client.id,
      name: client.name,
      email: client.email,
      status: client.status,
      coach: { memberId: member.id, name: member.name },
    })
    .from(client)
    .innerJoin(member, and(eq(member.practiceId, client.practiceId), eq(member.id, client.coachId)))
    .where(and(eq(client.practiceId, practiceId), visibleTo(me), eq(client.status, 'archived')))
    .orderBy(asc(client.name), asc(client.id));
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

function toClientRow(entry: RosterClient, upcoming: readonly Upcoming[], now: Date): ClientRow {
  const { clientId, name, email, status, coach, today, programs, races, done30, lastTrainedAt } = entry;
  const next = upcoming.find(({ date }) => date >= today);
  return {
    clientId,
    name,
    email,
    status,
    coach,
    blockWeek: findBlockWeek(programs, today),
    nextSession: next ? { sessionId: next.sessionId, date: next.date, label: next.label, load: next.load } : null,
    done30,
    worthKnowing: findWorthKnowing(entry, now),
    lastLoggedAt: lastTrainedAt,
    nextRace: races.find(({ date }) => date >= today) ?? null,
    hasUnpublished: programs.some(({ hasUnpublished }) => hasUnpublished),
  };
}
