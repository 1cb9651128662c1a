import { enqueueJob } from '@groundwork/db/job';
import { opening } from '@groundwork/db/schema/waitlist';
import type { PracticeScope } from '@groundwork/db/scope';
import { and, eq } from 'drizzle-orm';
import { jobs } from '../jobs.ts';

/** A spot or a person has come free: whatever opening is open may offer again. */
export async function enqueueFills(scope: PracticeScope): Promise<void> {
  const open = await scope.tx
    .select({ id: opening.id })
    .from(opening)
    .where(and(eq(opening.practiceId, scope.practiceId), eq(opening.status, 'open')));
  await Promise.all(open.map(({ id }) => enqueueJob(scope, jobs.fillOpening(id))));
}
