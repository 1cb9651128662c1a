import { waitlistEntry } from '@groundwork/db/schema/waitlist';
import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../audit.ts';
import { Refusal } from '../errors.ts';
import type { tokenKey as tokenKeyInput } from '../inputs/waitlist.ts';
import { hashToken } from '../token.ts';
import type { PlaceView } from '../views/waitlist.ts';
import { findEntry, findPlace } from '../waitlist/line.ts';
import { lockLine } from '../waitlist/lock-line.ts';
import { findHeldOffer, settleOffer } from '../waitlist/settle-offer.ts';
import type { VisitorWrites } from './visitor-call.ts';

/** Leaves the list; an offer that was held goes to the next person. Leaving again changes nothing. */
export async function leaveWaitlist(
  call: VisitorWrites & { readonly input: z.infer<typeof tokenKeyInput> },
): Promise<PlaceView> {
  const { scope, practice, now, input } = call;
  const tokenHash = hashToken(input.token);
  await lockLine(scope);
  const entry = await findEntry(scope, tokenHash);
  if (!entry) throw new Refusal('NOT_FOUND', { message: 'This link is not one of ours.' });
  const actor = { kind: 'visitor' } as const;
  const ofEntry = and(eq(waitlistEntry.practiceId, scope.practiceId), eq(waitlistEntry.id, entry.id));
  const held = entry.status === 'offered' ? await findHeldOffer(scope, entry.id) : undefined;
  // The next person is asked after this one has stepped out of the line.
  const [left] = await scope.tx
    .update(waitlistEntry)
    .set({ status: 'left', confirmedAt: null })
    .where(and(ofEntry, inArray(waitlistEntry.status, ['unconfirmed', 'waiting', 'offered'])))
    .returning();
  if (left) {
    const fact = { action: 'entry.left', subjectKind: 'waitlist_entry', subjectId: entry.id };
    await writeAudit({ scope, now, facts: [{ actor, ...fact }] });
  }
  if (held) await settleOffer({ scope, now, held, as: 'declined', actor });
  return findPlace({ scope, practice, entry: left ?? entry });
}
