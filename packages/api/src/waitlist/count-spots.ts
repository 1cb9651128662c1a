import { client } from '@groundwork/db/schema/client';
import { offer, waitlistEntry } from '@groundwork/db/schema/waitlist';
import type { ReadScope } from '@groundwork/db/scope';
import { and, eq, ne, sql } from 'drizzle-orm';
import { findCapacity } from '../own-practice.ts';
import type { SpotsView } from '../views/coach-today.ts';

/** How many runners the practice coaches, what is held, who waits: one round trip. */
export async function countSpots(scope: ReadScope): Promise<SpotsView> {
  const { tx, practiceId } = scope;
  const count = sql<number>`count(*)::int`;
  const [capacity, clients, [held], [waiting]] = await Promise.all([
    findCapacity(scope),
    tx
      .select({ status: client.status, count })
      .from(client)
      .where(and(eq(client.practiceId, practiceId), ne(client.status, 'archived')))
      .groupBy(client.status),
    tx
      .select({ count, nextDeadline: sql<Date | null>`min(${offer.expiresAt})`.mapWith(offer.expiresAt) })
      .from(offer)
      .where(and(eq(offer.practiceId, practiceId), eq(offer.status, 'held'))),
    tx
      .select({ count })
      .from(waitlistEntry)
      .where(and(eq(waitlistEntry.practiceId, practiceId), eq(waitlistEntry.status, 'waiting'))),
  ]);
  const countOf = (status: string) => clients.find((row) => row.status === status)?.count ?? 0;
  return {
    spots: capacity.spots,
    taken: capacity.taken,
    coached: countOf('active') + countOf('paused'),
    invited: countOf('invited'),
    held: held?.count ?? 0,
    free: Math.max(0, capacity.spots - capacity.taken),
    waiting: waiting?.count ?? 0,
    nextDeadline: held?.nextDeadline ?? null,
  };
}
