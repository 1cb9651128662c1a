import { nothing } from '../inputs/nothing.ts';
import * as waitlistInputs from '../inputs/waitlist.ts';
import { anybody, router, visitor, visitorSignsIn, visitorWrites } from '../trpc.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { claimOffer } from './claim-offer.ts';
import { confirmEntry } from './confirm-entry.ts';
import { declineOffer } from './decline-offer.ts';
import { getInvitation } from './get-invitation.ts';
import { getOffer } from './get-offer.ts';
import { getPlace } from './get-place.ts';
import { getPractice } from './get-practice.ts';
import { joinWaitlist } from './join-waitlist.ts';
import { leaveWaitlist } from './leave-waitlist.ts';
import { listPublicPractices } from './list-public-practices.ts';

/** What anybody may ask for, by the practice's slug. A mailed link's token proves the rest; reading never acts. */
export const publicRouter = router({
  practice: router({
    list: anybody.input(nothing).query(() => listPublicPractices()),
    get: visitor(waitlistInputs.practiceKey).query(({ ctx }) => getPractice(ctx)),
  }),
  waitlist: router({
    join: visitorWrites(waitlistInputs.joinWaitlist).mutation(({ ctx, input }) => joinWaitlist({ ...ctx, input })),
    confirm: visitorWrites(waitlistInputs.tokenKey).mutation(({ ctx, input }) => confirmEntry({ ...ctx, input })),
    place: visitor(waitlistInputs.tokenKey).query(({ ctx, input }) => getPlace({ ...ctx, input })),
    leave: visitorWrites(waitlistInputs.tokenKey).mutation(({ ctx, input }) => leaveWaitlist({ ...ctx, input })),
  }),
  offer: router({
    get: visitor(waitlistInputs.tokenKey).query(({ ctx, input }) => getOffer({ ...ctx, input })),
    claim: visitorSignsIn(waitlistInputs.claimOffer).mutation(({ ctx, input }) => claimOffer({ ...ctx, input })),
    decline: visitorWrites(waitlistInputs.tokenKey).mutation(({ ctx, input }) => declineOffer({ ...ctx, input })),
  }),
  invitation: router({
    get: visitor(waitlistInputs.tokenKey).query(({ ctx, input }) => getInvitation({ ...ctx, input })),
    accept: visitorSignsIn(waitlistInputs.claimOffer).mutation(({ ctx, input }) => acceptInvitation({ ...ctx, input })),
  }),
});

export type PublicRouter = typeof publicRouter;
