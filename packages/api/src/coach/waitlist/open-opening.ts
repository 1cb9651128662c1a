import { opening } from '@groundwork/db/schema/waitlist';
import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import { Refusal } from '../../errors.ts';
import type { openOpening as openOpeningInput } from '../../inputs/waitlist.ts';
import type { WriterScope } from '../../trpc.ts';
import type { OpeningSaved } from '../../views/waitlist.ts';
import { fillOpening } from '../../waitlist/fill-opening.ts';
import { lockLine } from '../../waitlist/lock-line.ts';
import { showOpening } from './show-opening.ts';

/**
 * Offers a number of spots to the line, first confirmed first; the offers go out with it. Sent again with the same id it is the same
 * opening. NO_SPOTS when fewer are free.
 */
export async function openOpening(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof openOpeningInput>;
}): Promise<OpeningSaved> {
  const { scope, now, input } = call;
  const { practiceId, me } = scope;
  const actor = { kind: 'member', id: me.memberId } as const;
  const { spots, taken } = await lockLine(scope);
  const written = await scope.tx
    .insert(opening)
    .values({
      practiceId,
      id: input.id,
      spots: input.spots,
      holdHours: input.holdHours,
      openedBy: me.memberId,
      openedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: opening.id });
  if (written.length === 0) return showOpening(scope, input.id);
  const free = Math.max(0, spots - taken);
  if (input.spots > free) {
    throw new Refusal('NO_SPOTS', {
      message: free === 0 ? 'No spot is free, so nothing can be offered.' : `Only ${free} of ${spots} spots are free.`,
    });
  }
  const data = { spots: input.spots, holdHours: input.holdHours };
  const fact = { actor, action: 'opening.opened', subjectKind: 'opening', subjectId: input.id, data };
  await writeAudit({ scope, now, facts: [fact] });
  await fillOpening({ scope, now, openingId: input.id, actor });
  return showOpening(scope, input.id);
}
