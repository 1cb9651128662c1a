import { newId } from '@groundwork/db/new-id';
import { offer, opening, waitlistEntry } from '@groundwork/db/schema/waitlist';
import { openOpening } from '../coach/waitlist/open-opening.ts';
import { hashToken, makeToken } from '../token.ts';
import type { WriterScope } from '../trpc.ts';
import { demoEntries } from './demo-people.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** The line: an opening of three weeks ago with its outcomes, and one that is on now, made the way the coach makes it, letters included. */
export async function seedWaitlist(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  /** By address. */
  readonly clientIds: ReadonlyMap<string, string>;
}): Promise<void> {
  const { scope, now, clientIds } = call;
  const { tx, practiceId, me } = scope;
  const past = { id: newId(), openedAt: new Date(now.getTime() - 20 * day) };
  await tx.insert(opening).values({
    practiceId,
    ...past,
    spots: 1,
    holdHours: 48,
    status: 'closed',
    openedBy: me.memberId,
    closedAt: new Date(now.getTime() - 9 * day),
  });
  let offeredAt = past.openedAt.getTime();
  for (const entry of demoEntries) {
    const id = newId();
    const joinedAt = new Date(now.getTime() - entry.joined * day);
    const { name, email, goal, letters, fate, confirmedAfter } = entry;
    await tx.insert(waitlistEntry).values({
      practiceId,
      id,
      name,
      email,
      goal,
      lettersConsent: letters,
      status: fate === 'expired_once' || fate === 'declined_once' ? 'waiting' : fate,
      tokenHash: hashToken(makeToken('waitlist', { practiceId, id })),
      joinedAt,
      confirmedAt: confirmedAfter === null ? null : new Date(joinedAt.getTime() + confirmedAfter * hour),
    });
    const outcome = outcomes[fate];
    if (outcome === null) continue;
    const offerId = newId();
    const settledAt = offeredAt + outcome.after * hour;
    await tx.insert(offer).values({
      practiceId,
      id: offerId,
      openingId: past.id,
      entryId: id,
      status: outcome.status,
      tokenHash: hashToken(makeToken('offer', { practiceId, id: offerId })),
      offeredAt: new Date(offeredAt),
      expiresAt: new Date(offeredAt + 48 * hour),
      settledAt: new Date(settledAt),
      clientId: outcome.status === 'claimed' ? (clientIds.get(email) ?? null) : null,
    });
    offeredAt = settledAt;
  }
  await openOpening({ scope, now, input: { id: newId(), spots: 2, holdHours: 48 } });
}

const outcomes = {
  waiting: null,
  unconfirmed: null,
  left: null,
  claimed: { status: 'claimed', after: 7 },
  expired_once: { status: 'expired', after: 48 },
  declined_once: { status: 'declined', after: 11 },
} as const;
