import { enqueueJob } from '@groundwork/db/job';
import { withPractice } from '@groundwork/db/scope';
import { jobs } from '../jobs.ts';
import { lockLine } from '../waitlist/lock-line.ts';
import { findOffer, isPastDeadline, settleOffer } from '../waitlist/settle-offer.ts';

/** At the deadline: the spot goes to the next in line, the person keeps her place. An offer that was settled before is left alone. */
export async function expireOffer(job: {
  readonly practiceId: string;
  readonly offerId: string;
  readonly now: Date;
}): Promise<'expired' | 'settled_before' | 'not_yet'> {
  const { practiceId, offerId, now } = job;
  return withPractice(practiceId, async (scope) => {
    await lockLine(scope);
    const held = await findOffer(scope, { offerId });
    if (held?.offer.status !== 'held') return 'settled_before';
    const { expiresAt } = held.offer;
    if (!isPastDeadline(expiresAt, now)) {
      await enqueueJob(scope, jobs.expireOffer({ offerId, expiresAt }));
      return 'not_yet';
    }
    await settleOffer({ scope, now, held, as: 'expired', actor: { kind: 'worker' } });
    return 'expired';
  });
}
