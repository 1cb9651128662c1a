import { waitlistEntry } from '@groundwork/db/schema/waitlist';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../audit.ts';
import { Refusal } from '../errors.ts';
import type { tokenKey as tokenKeyInput } from '../inputs/waitlist.ts';
import { hashToken } from '../token.ts';
import type { PlaceView } from '../views/waitlist.ts';
import { enqueueFills } from '../waitlist/enqueue-fills.ts';
import { findEntry, findPlace } from '../waitlist/line.ts';
import type { VisitorWrites } from './visitor-call.ts';

/** Confirms the address: the place in line counts from this moment. Confirming again changes nothing. */
export async function confirmEntry(
  call: VisitorWrites & { readonly input: z.infer<typeof tokenKeyInput> },
): Promise<PlaceView> {
  const { scope, practice, now, input } = call;
  const tokenHash = hashToken(input.token);
  const [confirmed] = await scope.tx
    .update(waitlistEntry)
    .set({ status: 'waiting', confirmedAt: now })
    .where(
      and(
        eq(waitlistEntry.practiceId, scope.practiceId),
        eq(waitlistEntry.tokenHash, tokenHash),
        eq(waitlistEntry.status, 'unconfirmed'),
      ),
    )
    .returning();
  if (confirmed) {
    const fact = { action: 'entry.confirmed', subjectKind: 'waitlist_entry', subjectId: confirmed.id };
    await writeAudit({ scope, now, facts: [{ actor: { kind: 'visitor' }, ...fact }] });
    await enqueueFills(scope);
    return findPlace({ scope, practice, entry: confirmed });
  }
  const known = await findEntry(scope, tokenHash);
  if (!known) throw new Refusal('NOT_FOUND', { message: 'This link is not one of ours.' });
  if (known.status === 'left') throw new Refusal('GONE', { message: 'You left the list. You can join again.' });
  return findPlace({ scope, practice, entry: known });
}
