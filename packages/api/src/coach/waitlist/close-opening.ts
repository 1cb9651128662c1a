import { opening } from '@groundwork/db/schema/waitlist';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import type { closeOpening as closeOpeningInput } from '../../inputs/waitlist.ts';
import type { WriterScope } from '../../trpc.ts';
import type { OpeningSaved } from '../../views/waitlist.ts';
import { lockLine } from '../../waitlist/lock-line.ts';
import { showOpening } from './show-opening.ts';

/** Offers nothing more. What is held stays held until it is claimed or its time has passed. */
export async function closeOpening(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof closeOpeningInput>;
}): Promise<OpeningSaved> {
  const { scope, now, input } = call;
  const { practiceId, me } = scope;
  await lockLine(scope);
  const closed = await scope.tx
    .update(opening)
    .set({ status: 'closed', closedAt: now })
    .where(and(eq(opening.practiceId, practiceId), eq(opening.id, input.openingId), eq(opening.status, 'open')))
    .returning({ id: opening.id });
  if (closed.length > 0) {
    const actor = { kind: 'member', id: me.memberId } as const;
    const fact = { actor, action: 'opening.closed', subjectKind: 'opening', subjectId: input.openingId };
    await writeAudit({ scope, now, facts: [fact] });
  }
  return showOpening(scope, input.openingId);
}
