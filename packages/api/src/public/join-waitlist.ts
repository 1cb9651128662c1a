import { writeMail } from '@groundwork/db/mail';
import { client } from '@groundwork/db/schema/client';
import { waitlistEntry } from '@groundwork/db/schema/waitlist';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../audit.ts';
import type { joinWaitlist as joinWaitlistInput } from '../inputs/waitlist.ts';
import { links } from '../links.ts';
import { renderWaitlistConfirmLetter, renderWaitlistPlaceLetter } from '../mail/waitlist-letter.tsx';
import { countDeed, type RateLimit } from '../rate-limit.ts';
import { hashToken, makeToken } from '../token.ts';
import type { JoinAnswer } from '../views/waitlist.ts';
import type { WaitlistEntry } from '../waitlist/line.ts';
import type { VisitorWrites } from './visitor-call.ts';

/** Joins from one machine; a household or an office fits in it. */
export const joinLimit: RateLimit = { action: 'waitlist.join', count: 10, minutes: 10 };
/** Letters that one address gets at most. */
const letterEveryMs = 3_600_000;

const answer: JoinAnswer = { answer: 'check_your_mail' };

/**
 * Puts an address on the list once it is confirmed by mail. The answer and the work are the same for everybody, so that neither it nor its
 * time tells who is on the list or coached here; one address is one entry, however it is typed.
 */
export async function joinWaitlist(
  call: VisitorWrites & { readonly address: string; readonly input: z.infer<typeof joinWaitlistInput> },
): Promise<JoinAnswer> {
  const { scope, now, input, address } = call;
  await countDeed({ scope, now, address, limit: joinLimit });
  // Only a program fills in what people do not see.
  if (input.website) return answer;
  const isCoached = await findWhetherCoached(call);
  await scope.tx.execute(sql`savepoint joined`);
  const entry = (await addEntry(call)) ?? (await findWaiting(call));
  if (entry) await sendLetter(call, entry);
  // Whoever is coached here needs no place in line: all of it was done, and is undone.
  await scope.tx.execute(isCoached ? sql`rollback to savepoint joined` : sql`release savepoint joined`);
  return answer;
}

async function findWhetherCoached({ scope, input }: Parameters<typeof joinWaitlist>[0]): Promise<boolean> {
  const { tx, practiceId } = scope;
  const [coached] = await tx
    .select({ id: client.id })
    .from(client)
    .where(and(eq(client.practiceId, practiceId), eq(client.email, input.email), ne(client.status, 'archived')));
  return coached !== undefined;
}

async function addEntry({ scope, now, input }: Parameters<typeof joinWaitlist>[0]): Promise<WaitlistEntry | undefined> {
  const { tx, practiceId } = scope;
  const facts = { name: input.name, goal: input.goal, lettersConsent: input.letters, joinedAt: now };
  const [added] = await tx
    .insert(waitlistEntry)
    .values({
      practiceId,
      id: input.id,
      email: input.email,
      tokenHash: hashToken(makeToken('waitlist', { practiceId, id: input.id })),
      ...facts,
    })
    .onConflictDoNothing()
    .returning();
  if (added) {
    const fact = { action: 'entry.joined', subjectKind: 'waitlist_entry', subjectId: added.id };
    await writeAudit({ scope, now, facts: [{ actor: { kind: 'visitor' }, ...fact }] });
    return added;
  }
  // Somebody who left, or was coached and is not any more, begins again at the end of the line.
  const [known] = await tx
    .select()
    .from(waitlistEntry)
    .where(and(eq(waitlistEntry.practiceId, practiceId), eq(waitlistEntry.email, input.email)));
  if (known?.status !== 'left' && known?.status !== 'claimed') return undefined;
  const [again] = await tx
    .update(waitlistEntry)
    .set({ status: 'unconfirmed', confirmedAt: null, ...facts })
    .where(and(eq(waitlistEntry.practiceId, practiceId), eq(waitlistEntry.id, known.id)))
    .returning();
  return again;
}

/** On the list already: she may have lost the letter. */
async function findWaiting({ scope, input }: Parameters<typeof joinWaitlist>[0]): Promise<WaitlistEntry | undefined> {
  const [known] = await scope.tx
    .select()
    .from(waitlistEntry)
    .where(and(eq(waitlistEntry.practiceId, scope.practiceId), eq(waitlistEntry.email, input.email)));
  return known?.status === 'claimed' ? undefined : known;
}

async function sendLetter(call: Parameters<typeof joinWaitlist>[0], entry: WaitlistEntry): Promise<void> {
  const { scope, now, practice } = call;
  const token = makeToken('waitlist', { practiceId: scope.practiceId, id: entry.id });
  const about = {
    name: entry.name,
    practiceName: practice.name,
    confirmLink: links.confirm(practice.slug, token),
    placeLink: links.place(practice.slug, token),
  };
  const isConfirmed = entry.status !== 'unconfirmed';
  const letter = await (isConfirmed ? renderWaitlistPlaceLetter(about) : renderWaitlistConfirmLetter(about));
  const period = Math.floor(now.getTime() / letterEveryMs);
  await writeMail(scope, {
    ...letter,
    recipient: entry.email,
    template: 'waitlist-confirm',
    idempotencyKey: `waitlist-${isConfirmed ? 'place' : 'confirm'}:${entry.id}:${entry.joinedAt.getTime()}:${period}`,
    confidential: true,
  });
}
