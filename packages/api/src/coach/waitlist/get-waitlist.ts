import { member } from '@groundwork/db/schema/practice';
import { offer, opening, waitlistEntry } from '@groundwork/db/schema/waitlist';
import type { ReadScope } from '@groundwork/db/scope';
import { and, asc, desc, eq } from 'drizzle-orm';
import { links } from '../../links.ts';
import { findOwnPractice } from '../../own-practice.ts';
import type { EntryRow, EntryStatus, OfferRow, OpeningView, WaitlistView } from '../../views/waitlist.ts';
import { countSpots } from '../../waitlist/count-spots.ts';

const order: readonly EntryStatus[] = ['offered', 'waiting', 'unconfirmed', 'claimed', 'left'];
const isInLine = (status: EntryStatus) => status === 'offered' || status === 'waiting';

/** Everybody in line in order, the openings with their offers, and the spots: one round trip. */
export async function getWaitlist(call: { readonly scope: ReadScope }): Promise<WaitlistView> {
  const { scope } = call;
  const { tx, practiceId } = scope;
  const [practice, spots, entries, openings] = await Promise.all([
    findOwnPractice(scope),
    countSpots(scope),
    tx
      .select()
      .from(waitlistEntry)
      .where(eq(waitlistEntry.practiceId, practiceId))
      .orderBy(asc(waitlistEntry.confirmedAt), asc(waitlistEntry.id)),
    listOpenings(scope),
  ]);
  const open = openings.filter(({ status }) => status === 'open');
  const offersOf = groupBy(
    openings.flatMap(({ offers }) => offers),
    'entryId',
  );
  let place = 0;
  const rows = entries.map((entry): EntryRow => {
    const own = offersOf.get(entry.id) ?? [];
    return {
      entryId: entry.id,
      name: entry.name,
      email: entry.email,
      goal: entry.goal,
      status: entry.status,
      letters: entry.lettersConsent,
      place: isInLine(entry.status) ? ++place : null,
      joinedAt: entry.joinedAt,
      confirmedAt: entry.confirmedAt,
      passedOver:
        entry.status === 'waiting' &&
        open.length > 0 &&
        open.every(({ openingId }) => own.some((one) => one.openingId === openingId)),
      clientId: own.find(({ status }) => status === 'claimed')?.clientId ?? null,
    };
  });
  // The line keeps its order; a held offer does not move anybody.
  const inLine = rows.filter(({ status }) => isInLine(status));
  const others = rows
    .filter(({ status }) => !isInLine(status))
    .sort((one, other) => order.indexOf(one.status) - order.indexOf(other.status));
  return { spots, entries: [...inLine, ...others], openings, publicUrl: links.waitlist(practice.slug) };
}

/** The openings with their offers, newest first; all of them, or one. */
export async function listOpenings(scope: ReadScope, openingId?: string): Promise<readonly OpeningView[]> {
  const { tx, practiceId } = scope;
  const [openings, offers] = await Promise.all([
    tx
      .select({ opening, openedBy: member.name })
      .from(opening)
      .innerJoin(member, and(eq(member.practiceId, opening.practiceId), eq(member.id, opening.openedBy)))
      .where(and(eq(opening.practiceId, practiceId), openingId ? eq(opening.id, openingId) : undefined))
      .orderBy(desc(opening.openedAt), desc(opening.id)),
    tx
      .select({ offer, name: waitlistEntry.name, email: waitlistEntry.email })
      .from(offer)
      .innerJoin(
        waitlistEntry,
        and(eq(waitlistEntry.practiceId, offer.practiceId), eq(waitlistEntry.id, offer.entryId)),
      )
      .where(and(eq(offer.practiceId, practiceId), openingId ? eq(offer.openingId, openingId) : undefined))
      .orderBy(asc(offer.offeredAt), asc(offer.id)),
  ]);
  const rows = offers.map(
    ({ offer: row, name, email }): OfferRow => ({
      offerId: row.id,
      openingId: row.openingId,
      entryId: row.entryId,
      name,
      email,
      status: row.status,
      offeredAt: row.offeredAt,
      expiresAt: row.expiresAt,
      settledAt: row.settledAt,
      clientId: row.clientId,
    }),
  );
  const offersOf = groupBy(rows, 'openingId');
  return openings.map(({ opening: row, openedBy }): OpeningView => {
    const own = offersOf.get(row.id) ?? [];
    const claimed = own.filter(({ status }) => status === 'claimed').length;
    const held = own.filter(({ status }) => status === 'held').length;
    return {
      openingId: row.id,
      spots: row.spots,
      holdHours: row.holdHours,
      status: row.status,
      openedAt: row.openedAt,
      openedBy,
      closedAt: row.closedAt,
      claimed,
      held,
      unfilled: row.status === 'open' ? row.spots - claimed - held : 0,
      offers: own,
    };
  });
}

/** In their order. A practice's offers grow with the years, so nobody looks through all of them for each entry. */
function groupBy(offers: readonly OfferRow[], key: 'entryId' | 'openingId'): ReadonlyMap<string, readonly OfferRow[]> {
  const groups = new Map<string, OfferRow[]>();
  for (const one of offers) {
    const group = groups.get(one[key]);
    if (group) group.push(one);
    else groups.set(one[key], [one]);
  }
  return groups;
}
