import { writeMail } from '@groundwork/db/mail';
import { offer, waitlistEntry } from '@groundwork/db/schema/waitlist';
import type { PracticeScope, ReadScope } from '@groundwork/db/scope';
import { and, eq, type SQL } from 'drizzle-orm';
import { type Actor, writeAudit } from '../audit.ts';
import { links } from '../links.ts';
import { renderOfferEndedLetter } from '../mail/offer-letter.tsx';
import { findOwnPractice } from '../own-practice.ts';
import { makeToken } from '../token.ts';
import { fillOpening } from './fill-opening.ts';

export interface HeldOffer {
  readonly offer: typeof offer.$inferSelect;
  readonly entry: typeof waitlistEntry.$inferSelect;
}

export type Settlement = 'expired' | 'declined' | 'withdrawn';

/**
 * Ends a held offer without a claim: its spot is free, the person stands in line where she stood, and the next one is asked. The caller
 * holds the line's lock and has seen that the offer is held.
 */
export async function settleOffer(call: {
  readonly scope: PracticeScope;
  readonly now: Date;
  readonly held: HeldOffer;
  readonly as: Settlement;
  readonly actor: Actor;
  readonly reason?: string;
}): Promise<void> {
  const { scope, now, held, as, actor, reason } = call;
  const { tx, practiceId } = scope;
  const { id: offerId, openingId } = held.offer;
  await Promise.all([
    tx
      .update(offer)
      .set({ status: as, settledAt: now })
      .where(and(eq(offer.practiceId, practiceId), eq(offer.id, offerId), eq(offer.status, 'held'))),
    tx
      .update(waitlistEntry)
      .set({ status: 'waiting' })
      .where(
        and(
          eq(waitlistEntry.practiceId, practiceId),
          eq(waitlistEntry.id, held.entry.id),
          // Somebody who has left stays out.
          eq(waitlistEntry.status, 'offered'),
        ),
      ),
    writeAudit({
      scope,
      now,
      facts: [{ actor, action: `offer.${as}`, subjectKind: 'offer', subjectId: offerId, reason, data: { openingId } }],
    }),
  ]);
  if (as !== 'declined') await tellEnd(scope, held, as);
  await fillOpening({ scope, now, openingId, actor });
}

async function tellEnd(scope: PracticeScope, { offer: { id }, entry }: HeldOffer, how: 'expired' | 'withdrawn') {
  const { practiceId } = scope;
  const practice = await findOwnPractice(scope);
  const letter = await renderOfferEndedLetter({
    name: entry.name,
    practiceName: practice.name,
    placeLink: links.place(practice.slug, makeToken('waitlist', { practiceId, id: entry.id })),
    how,
  });
  await writeMail(scope, {
    ...letter,
    recipient: entry.email,
    template: 'offer-expired',
    idempotencyKey: `offer-ended:${id}`,
    confidential: true,
  });
}

/** The offer with its entry, by its id or its link; undefined when there is none. */
export const findOffer = (
  scope: ReadScope,
  by: { readonly offerId: string } | { readonly tokenHash: string },
): Promise<HeldOffer | undefined> =>
  selectOffer(scope, 'offerId' in by ? eq(offer.id, by.offerId) : eq(offer.tokenHash, by.tokenHash));

/** The offer that is held for an entry. */
export const findHeldOffer = (scope: ReadScope, entryId: string): Promise<HeldOffer | undefined> =>
  selectOffer(scope, and(eq(offer.entryId, entryId), eq(offer.status, 'held')));

async function selectOffer(scope: ReadScope, where: SQL | undefined): Promise<HeldOffer | undefined> {
  const [found] = await scope.tx
    .select({ offer, entry: waitlistEntry })
    .from(offer)
    .innerJoin(waitlistEntry, and(eq(waitlistEntry.practiceId, offer.practiceId), eq(waitlistEntry.id, offer.entryId)))
    .where(and(eq(offer.practiceId, scope.practiceId), where));
  return found;
}

/** The spot can be claimed up to and including the deadline. */
export const isPastDeadline = (expiresAt: Date, now: Date): boolean => now > expiresAt;
