import { newId } from '@groundwork/db/new-id';
import { offer, opening, waitlistEntry } from '@groundwork/db/schema/waitlist';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import { invalidField, Refusal } from '../../errors.ts';
import type { skipEntry as skipEntryInput } from '../../inputs/waitlist.ts';
import { hashToken, makeToken } from '../../token.ts';
import type { WriterScope } from '../../trpc.ts';
import { fillOpening } from '../../waitlist/fill-opening.ts';
import { lockLine } from '../../waitlist/lock-line.ts';

/**
 * Passes somebody over in the openings that are open now, with a reason for the audit. She keeps her place and is asked by the next opening.
 * It is written as an offer that was withdrawn at once, so that what an opening did with whom stands in one table.
 */
export async function skipEntry(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof skipEntryInput>;
}): Promise<{ entryId: string }> {
  const { scope, now, input } = call;
  const { tx, practiceId, me } = scope;
  await lockLine(scope);
  const [entry] = await tx
    .select()
    .from(waitlistEntry)
    .where(and(eq(waitlistEntry.practiceId, practiceId), eq(waitlistEntry.id, input.entryId)));
  if (!entry) throw new Refusal('NOT_FOUND');
  if (entry.status !== 'waiting') {
    throw invalidField('entryId', entry.status === 'offered' ? 'Withdraw the offer instead.' : 'Not in line.');
  }
  const openings = await tx
    .select({ id: opening.id })
    .from(opening)
    .where(
      and(
        eq(opening.practiceId, practiceId),
        eq(opening.status, 'open'),
        sql`not exists (
          select 1 from offer o
          where o.practice_id = ${practiceId} and o.opening_id = "opening"."id" and o.entry_id = ${entry.id})`,
      ),
    );
  if (openings.length === 0) throw invalidField('entryId', 'No open opening would ask this person.');
  const actor = { kind: 'member', id: me.memberId } as const;
  await tx.insert(offer).values(
    openings.map(({ id: openingId }) => {
      const id = newId();
      return {
        practiceId,
        id,
        openingId,
        entryId: entry.id,
        status: 'withdrawn' as const,
        tokenHash: hashToken(makeToken('offer', { practiceId, id })),
        offeredAt: now,
        expiresAt: now,
        settledAt: now,
      };
    }),
  );
  const fact = { actor, action: 'entry.skipped', subjectKind: 'waitlist_entry', subjectId: entry.id };
  await writeAudit({ scope, now, facts: [{ ...fact, reason: input.reason }] });
  for (const { id } of openings) await fillOpening({ scope, now, openingId: id, actor });
  return { entryId: entry.id };
}
