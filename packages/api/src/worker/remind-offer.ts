import { writeMail } from '@groundwork/db/mail';
import { member } from '@groundwork/db/schema/practice';
import { opening } from '@groundwork/db/schema/waitlist';
import { withPractice } from '@groundwork/db/scope';
import { and, eq } from 'drizzle-orm';
import { links } from '../links.ts';
import { renderOfferReminderLetter } from '../mail/offer-letter.tsx';
import { findOwnPractice } from '../own-practice.ts';
import { makeToken } from '../token.ts';
import { findOffer, isPastDeadline } from '../waitlist/settle-offer.ts';

/** Halfway to the deadline, once. An offer that is settled or late gets no reminder. */
export async function remindOffer(job: {
  readonly practiceId: string;
  readonly offerId: string;
  readonly now: Date;
}): Promise<'reminded' | 'not_needed'> {
  const { practiceId, offerId, now } = job;
  return withPractice(practiceId, async (scope) => {
    const held = await findOffer(scope, { offerId });
    if (held?.offer.status !== 'held' || isPastDeadline(held.offer.expiresAt, now)) return 'not_needed';
    const { entry, offer } = held;
    const [practice, [coach]] = await Promise.all([
      findOwnPractice(scope),
      scope.tx
        .select({ name: member.name })
        .from(opening)
        .innerJoin(member, and(eq(member.practiceId, opening.practiceId), eq(member.id, opening.openedBy)))
        .where(and(eq(opening.practiceId, practiceId), eq(opening.id, offer.openingId))),
    ]);
    const letter = await renderOfferReminderLetter({
      name: entry.name,
      practiceName: practice.name,
      coachName: coach?.name ?? practice.name,
      offerLink: links.offer(practice.slug, makeToken('offer', { practiceId, id: offerId })),
      placeLink: links.place(practice.slug, makeToken('waitlist', { practiceId, id: entry.id })),
      expiresAt: offer.expiresAt,
      timeZone: practice.timeZone,
    });
    const written = await writeMail(scope, {
      ...letter,
      recipient: entry.email,
      template: 'offer-reminder',
      idempotencyKey: `offer-reminder:${offerId}`,
      confidential: true,
    });
    return written === undefined ? 'not_needed' : 'reminded';
  });
}
