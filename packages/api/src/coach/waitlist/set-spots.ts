import { capacity } from '@groundwork/db/schema/practice';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import type { setSpots as setSpotsInput } from '../../inputs/waitlist.ts';
import type { WriterScope } from '../../trpc.ts';
import type { SpotsSaved } from '../../views/waitlist.ts';
import { countSpots } from '../../waitlist/count-spots.ts';
import { enqueueFills } from '../../waitlist/enqueue-fills.ts';
import { lockLine } from '../../waitlist/lock-line.ts';

/** How many runners the practice coaches at a time. Below what is taken nobody loses her spot and nobody new gets one. */
export async function setSpots(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof setSpotsInput>;
}): Promise<SpotsSaved> {
  const { scope, now, input } = call;
  const { practiceId, me } = scope;
  const before = await lockLine(scope);
  await scope.tx.update(capacity).set({ spots: input.spots }).where(eq(capacity.practiceId, practiceId));
  const actor = { kind: 'member', id: me.memberId } as const;
  const data = { before: before.spots, after: input.spots };
  const fact = { actor, action: 'spots.set', subjectKind: 'practice', subjectId: practiceId, data };
  await Promise.all([writeAudit({ scope, now, facts: [fact] }), enqueueFills(scope)]);
  return { spots: await countSpots(scope) };
}
