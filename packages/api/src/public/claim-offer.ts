import { rememberBrowser } from '@groundwork/auth/known-browser';
import { startPortalSession } from '@groundwork/auth/session';
import { ensureUser } from '@groundwork/db/account';
import { newId } from '@groundwork/db/new-id';
import { client } from '@groundwork/db/schema/client';
import { offer, opening, waitlistEntry } from '@groundwork/db/schema/waitlist';
import { and, eq, or, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../audit.ts';
import { Refusal } from '../errors.ts';
import type { claimOffer as claimOfferInput } from '../inputs/waitlist.ts';
import { hashToken } from '../token.ts';
import type { OfferClaimed, OfferState } from '../views/waitlist.ts';
import { fillOpening } from '../waitlist/fill-opening.ts';
import { lockLine } from '../waitlist/lock-line.ts';
import { findOffer, type HeldOffer, settleOffer } from '../waitlist/settle-offer.ts';
import { stateOfOffer } from './get-offer.ts';
import type { VisitorWrites } from './visitor-call.ts';

export type VisitorSignsIn = VisitorWrites & {
  readonly userAgent: string;
  readonly sessionToken: string;
  /** The Set-Cookie headers of the answer. */
  readonly keepCookies: (...headers: readonly string[]) => void;
};

/**
 * Takes the offered spot: account, client and sign-in in one transaction. The offer gives its spot to the client it makes, so the practice
 * is never fuller than before. GONE when the offer is settled or late; a late one is settled now and the person keeps her place.
 */
export async function claimOffer(
  call: VisitorSignsIn & { readonly input: z.infer<typeof claimOfferInput> },
): Promise<OfferClaimed> {
  const { scope, now, input } = call;
  await lockLine(scope);
  const held = await findOffer(scope, { tokenHash: hashToken(input.token) });
  if (!held) throw new Refusal('NOT_FOUND', { message: 'This link is not one of ours.' });
  const state = stateOfOffer(held, now);
  if (state !== 'held') {
    const isUnsettled = held.offer.status === 'held';
    if (isUnsettled) await settleOffer({ scope, now, held, as: 'expired', actor: { kind: 'visitor' } });
    throw new Refusal('GONE', { message: goneMessages[state], keepsChanges: isUnsettled });
  }
  const userId = await ensureUser(scope, held.entry.email, held.entry.name);
  const clientId = await handOver(call, held, userId);
  const { userAgent, sessionToken: token } = call;
  const session = await startPortalSession(scope, { userId, userAgent, token, now });
  call.keepCookies(session.setCookie, rememberBrowser('portal', held.entry.email, now));
  return { clientId, name: held.entry.name };
}

const goneMessages: Readonly<Record<Exclude<OfferState, 'held'>, string>> = {
  claimed: 'This spot is yours already. Sign in to go on.',
  late: 'The time has passed and the spot went to the next person. You keep your place in line.',
  declined: 'You said no to this offer. You keep your place in line.',
  withdrawn: 'The offer was taken back. You keep your place in line.',
};

/** The offer gives up its spot first, then the client takes it: between the two the practice has one spot more free, never one fewer. */
async function handOver(
  { scope, practice, now, input }: Parameters<typeof claimOffer>[0],
  held: HeldOffer,
  userId: string,
): Promise<string> {
  const { tx, practiceId } = scope;
  const { entry } = held;
  const [[known], [row]] = await Promise.all([
    tx
      .select({ id: client.id })
      .from(client)
      .where(and(eq(client.practiceId, practiceId), or(eq(client.email, entry.email), eq(client.userId, userId))))
      .limit(1),
    tx
      .select({ coachId: opening.openedBy })
      .from(opening)
      .where(and(eq(opening.practiceId, practiceId), eq(opening.id, held.offer.openingId))),
  ]);
  if (!row) throw new Error('The offer has no opening');
  const clientId = known?.id ?? newId();
  await tx
    .update(offer)
    .set({ status: 'claimed', settledAt: now, clientId })
    .where(and(eq(offer.practiceId, practiceId), eq(offer.id, held.offer.id), eq(offer.status, 'held')));
  await tx
    .insert(client)
    .values({
      practiceId,
      id: clientId,
      coachId: row.coachId,
      userId,
      name: entry.name,
      email: entry.email,
      status: 'active',
      timeZone: input.timeZone ?? practice.timeZone,
      createdAt: now,
      activatedAt: now,
    })
    // Somebody who was coached before, or was invited meanwhile, goes on where she was.
    .onConflictDoUpdate({
      target: [client.practiceId, client.id],
      set: {
        status: 'active',
        userId,
        archivedAt: null,
        // Whoever is offered a spot is wanted back.
        accessClosedAt: null,
        activatedAt: sql`coalesce(${client.activatedAt}, ${now.toISOString()}::timestamptz)`,
      },
    });
  const actor = { kind: 'client', id: clientId } as const;
  const data = { openingId: held.offer.openingId, entryId: entry.id, clientId };
  await Promise.all([
    tx
      .update(waitlistEntry)
      .set({ status: 'claimed' })
      .where(and(eq(waitlistEntry.practiceId, practiceId), eq(waitlistEntry.id, entry.id))),
    writeAudit({
      scope,
      now,
      facts: [{ actor, action: 'offer.claimed', subjectKind: 'offer', subjectId: held.offer.id, data }],
    }),
  ]);
  // Closes the opening with its last claim.
  await fillOpening({ scope, now, openingId: held.offer.openingId, actor });
  return clientId;
}
