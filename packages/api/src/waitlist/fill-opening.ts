import { enqueueJob } from '@groundwork/db/job';
import { writeMail } from '@groundwork/db/mail';
import { newId } from '@groundwork/db/new-id';
import { member } from '@groundwork/db/schema/practice';
import { offer, opening, waitlistEntry } from '@groundwork/db/schema/waitlist';
import type { PracticeScope } from '@groundwork/db/scope';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { type Actor, writeAudit } from '../audit.ts';
import { jobs } from '../jobs.ts';
import { links } from '../links.ts';
import { renderOfferLetter } from '../mail/offer-letter.tsx';
import { findOwnPractice } from '../own-practice.ts';
import { hashToken, makeToken } from '../token.ts';
import { lockLine } from './lock-line.ts';

type EntryRow = typeof waitlistEntry.$inferSelect;
type OpeningRow = typeof opening.$inferSelect;

/**
 * Offers an opening's spots to the next in line: as many as are free in the practice and not yet promised by the opening. Whoever had an
 * offer of this opening is not asked again by it. Run again it offers only what has come free since. Closes the opening when all is claimed.
 * @returns How many offers went out.
 */
export async function fillOpening(call: {
  readonly scope: PracticeScope;
  readonly now: Date;
  readonly openingId: string;
  readonly actor: Actor;
}): Promise<number> {
  const { scope, now, openingId } = call;
  const { tx, practiceId } = scope;
  const capacity = await lockLine(scope);
  const [[row], counts] = await Promise.all([
    tx
      .select({ opening, coachName: member.name })
      .from(opening)
      .innerJoin(member, and(eq(member.practiceId, opening.practiceId), eq(member.id, opening.openedBy)))
      .where(and(eq(opening.practiceId, practiceId), eq(opening.id, openingId), eq(opening.status, 'open'))),
    tx
      .select({ status: offer.status, count: sql<number>`count(*)::int` })
      .from(offer)
      .where(
        and(
          eq(offer.practiceId, practiceId),
          eq(offer.openingId, openingId),
          inArray(offer.status, ['held', 'claimed']),
        ),
      )
      .groupBy(offer.status),
  ]);
  if (!row) return 0;
  const countOf = (status: 'held' | 'claimed') => counts.find((one) => one.status === status)?.count ?? 0;
  if (countOf('claimed') >= row.opening.spots) {
    await closeFull(scope, openingId, now);
    return 0;
  }
  const promised = countOf('held') + countOf('claimed');
  const count = Math.min(capacity.spots - capacity.taken, row.opening.spots - promised);
  if (count <= 0) return 0;
  const next = await tx
    .select()
    .from(waitlistEntry)
    .where(
      and(
        eq(waitlistEntry.practiceId, practiceId),
        eq(waitlistEntry.status, 'waiting'),
        // Looked up once for the whole line; joined, each person would be looked for among all offers until the tables are analysed.
        sql`"waitlist_entry"."id" not in (
          select o.entry_id from offer o where o.practice_id = ${practiceId} and o.opening_id = ${openingId})`,
      ),
    )
    .orderBy(asc(waitlistEntry.confirmedAt), asc(waitlistEntry.id))
    .limit(count)
    .for('update');
  await makeOffers({ ...call, row, next });
  return next.length;
}

async function makeOffers(call: {
  readonly scope: PracticeScope;
  readonly now: Date;
  readonly actor: Actor;
  readonly row: { readonly opening: OpeningRow; readonly coachName: string };
  readonly next: readonly EntryRow[];
}): Promise<void> {
  const { scope, now, actor, row, next } = call;
  const { tx, practiceId } = scope;
  if (next.length === 0) return;
  const openingId = row.opening.id;
  const expiresAt = findDeadline(now, row.opening.holdHours);
  const remindAt = new Date(now.getTime() + (expiresAt.getTime() - now.getTime()) / 2);
  const offers = next.map((entry) => {
    const offerId = newId();
    const token = makeToken('offer', { practiceId, id: offerId });
    return { entry, offerId, token };
  });
  const practice = await findOwnPractice(scope);
  await Promise.all([
    tx.insert(offer).values(
      offers.map(({ entry, offerId, token }) => ({
        practiceId,
        id: offerId,
        openingId,
        entryId: entry.id,
        tokenHash: hashToken(token),
        offeredAt: now,
        expiresAt,
      })),
    ),
    tx
      .update(waitlistEntry)
      .set({ status: 'offered' })
      .where(
        and(
          eq(waitlistEntry.practiceId, practiceId),
          inArray(
            waitlistEntry.id,
            next.map(({ id }) => id),
          ),
        ),
      ),
    writeAudit({
      scope,
      now,
      facts: offers.map(({ entry, offerId }) => ({
        actor,
        action: 'offer.made',
        subjectKind: 'offer',
        subjectId: offerId,
        // Why this person: the moment that decides the place in line.
        data: { openingId, entryId: entry.id, confirmedAt: entry.confirmedAt, expiresAt },
      })),
    }),
    ...offers.flatMap(({ offerId }) => [
      enqueueJob(scope, jobs.expireOffer({ offerId, expiresAt })),
      enqueueJob(scope, jobs.remindOffer({ offerId, at: remindAt })),
    ]),
    ...offers.map(async ({ entry, offerId, token }) =>
      writeMail(scope, {
        ...(await renderOfferLetter({
          name: entry.name,
          practiceName: practice.name,
          coachName: row.coachName,
          offerLink: links.offer(practice.slug, token),
          placeLink: links.place(practice.slug, makeToken('waitlist', { practiceId, id: entry.id })),
          expiresAt,
          timeZone: practice.timeZone,
        })),
        recipient: entry.email,
        template: 'offer',
        idempotencyKey: `offer:${offerId}`,
        confidential: true,
      }),
    ),
  ]);
}

/** The end of the hold on a whole minute, since that is how letters and pages show it. */
export function findDeadline(now: Date, holdHours: number): Date {
  const minute = 60_000;
  return new Date(Math.ceil((now.getTime() + holdHours * 60 * minute) / minute) * minute);
}

async function closeFull(scope: PracticeScope, openingId: string, now: Date): Promise<void> {
  await scope.tx
    .update(opening)
    .set({ status: 'closed', closedAt: now })
    .where(and(eq(opening.practiceId, scope.practiceId), eq(opening.id, openingId), eq(opening.status, 'open')));
}
