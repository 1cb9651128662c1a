import { offer, waitlistEntry } from '@groundwork/db/schema/waitlist';
import type { ReadScope } from '@groundwork/db/scope';
import { and, eq, sql } from 'drizzle-orm';
import type { EntryStatus, PlaceView } from '../views/waitlist.ts';

export type WaitlistEntry = typeof waitlistEntry.$inferSelect;

/** How long an offer is held when no opening says otherwise, in hours [P]. */
export const defaultHoldHours = 48;

/** The rule behind the place, in words. */
export const lineRule =
  'The line is sorted by the moment people confirmed their address. Nobody can pay or refer their way forward. An offer is held for one person; when its time passes, or she says no, the next one is asked and she keeps her place.';

const isInLine = (status: EntryStatus) => status === 'waiting' || status === 'offered';

/** The entry that a mailed link belongs to. */
export async function findEntry(scope: ReadScope, tokenHash: string): Promise<WaitlistEntry | undefined> {
  const [found] = await scope.tx
    .select()
    .from(waitlistEntry)
    .where(and(eq(waitlistEntry.practiceId, scope.practiceId), eq(waitlistEntry.tokenHash, tokenHash)));
  return found;
}

/** Where somebody stands: people who confirmed earlier, with a held offer or without, are ahead. */
export async function findPlace(call: {
  readonly scope: ReadScope;
  readonly practice: { readonly slug: string; readonly name: string };
  readonly entry: WaitlistEntry;
}): Promise<PlaceView> {
  const { scope, practice, entry } = call;
  const { tx, practiceId } = scope;
  const [[line], [held]] = await Promise.all([
    tx
      .select({
        all: sql<number>`count(*)::int`,
        ahead: sql<number>`(count(*) filter (where (${waitlistEntry.confirmedAt}, ${waitlistEntry.id})
          < (${(entry.confirmedAt ?? new Date(0)).toISOString()}::timestamptz, ${entry.id}::uuid)))::int`,
      })
      .from(waitlistEntry)
      .where(and(eq(waitlistEntry.practiceId, practiceId), sql`${waitlistEntry.status} in ('waiting', 'offered')`)),
    tx
      .select({ expiresAt: offer.expiresAt })
      .from(offer)
      .where(and(eq(offer.practiceId, practiceId), eq(offer.entryId, entry.id), eq(offer.status, 'held'))),
  ]);
  return {
    practice: { slug: practice.slug, name: practice.name },
    name: entry.name,
    status: entry.status,
    place: isInLine(entry.status) ? (line?.ahead ?? 0) + 1 : null,
    of: line?.all ?? 0,
    confirmedAt: entry.confirmedAt,
    rule: lineRule,
    offerExpiresAt: held?.expiresAt ?? null,
  };
}
