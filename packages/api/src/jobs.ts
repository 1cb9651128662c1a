import type { NewJob } from '@groundwork/db/job';

/** The worker's jobs, as the use cases leave them. The database adds the practice to each payload. */
export const jobs = {
  /** At the deadline; harmless when the offer was settled before. */
  expireOffer: (offer: { readonly offerId: string; readonly expiresAt: Date }): NewJob => ({
    task: 'expire_offer',
    payload: { offerId: offer.offerId },
    key: `expire_offer:${offer.offerId}`,
    // The spot can be claimed up to and including the deadline.
    runAt: new Date(offer.expiresAt.getTime() + 1),
  }),
  remindOffer: (offer: { readonly offerId: string; readonly at: Date }): NewJob => ({
    task: 'remind_offer',
    payload: { offerId: offer.offerId },
    key: `remind_offer:${offer.offerId}`,
    runAt: offer.at,
  }),
  fillOpening: (openingId: string): NewJob => ({
    task: 'fill_opening',
    payload: { openingId },
    key: `fill_opening:${openingId}`,
  }),
} as const;
