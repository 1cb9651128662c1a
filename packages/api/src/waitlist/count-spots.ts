import { client } from '@groundwork/db/schema/client';
import { capacity } from '@groundwork/db/schema/practice';
import { offer, waitlistEntry } from '@groundwork/db/schema/waitlist';
import type { ReadScope } from '@groundwork/db/scope';
import { statement } from '@groundwork/db/statement';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { type SharedReads, shareRead } from '../shared-reads.ts';
import type { SpotsView } from '../views/coach-today.ts';

const practiceId = sql.placeholder('practiceId');
const countOf = (table: PgTable, where: SQL | undefined) =>
  sql<number>`(select count(*)::int from ${table} where ${where})`;
const held = and(eq(offer.practiceId, practiceId), eq(offer.status, 'held'));
const ofStatus = (...statuses: readonly string[]) =>
  and(
    eq(client.practiceId, practiceId),
    sql`${client.status} in (${sql.join(
      statuses.map((one) => sql`${one}`),
      sql`, `,
    )})`,
  );

const findCounts = statement('spots', (tx) =>
  tx
    .select({
      spots: capacity.spots,
      taken: capacity.taken,
      coached: countOf(client, ofStatus('active', 'paused')),
      invited: countOf(client, ofStatus('invited')),
      held: countOf(offer, held),
      nextDeadline: sql<Date | null>`(select min(${offer.expiresAt}) from ${offer} where ${held})`.mapWith(
        offer.expiresAt,
      ),
      waiting: countOf(
        waitlistEntry,
        and(eq(waitlistEntry.practiceId, practiceId), eq(waitlistEntry.status, 'waiting')),
      ),
    })
    .from(capacity)
    .where(eq(capacity.practiceId, practiceId)),
);

/** How many runners the practice coaches, what is held, who waits: one statement. */
export async function countSpots(scope: ReadScope): Promise<SpotsView> {
  const [found] = await findCounts(scope).execute({ practiceId: scope.practiceId });
  if (!found) throw new Error('The practice has no capacity');
  return { ...found, free: Math.max(0, found.spots - found.taken) };
}

/** As `countSpots`, once for all that a request asks. */
export const shareSpots = (scope: ReadScope, sharedReads: SharedReads): Promise<SpotsView> =>
  shareRead(sharedReads, 'spots', () => countSpots(scope));
