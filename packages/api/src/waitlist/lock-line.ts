import { capacity } from '@groundwork/db/schema/practice';
import type { PracticeScope } from '@groundwork/db/scope';
import { eq } from 'drizzle-orm';
import type { CapacityRecord } from '../own-practice.ts';

/**
 * The practice's spots, locked to the end of the transaction. Whoever changes offers takes this first, so that offers, claims and
 * expiries of one practice take turns and never wait for each other in a ring.
 */
export async function lockLine(scope: PracticeScope): Promise<CapacityRecord> {
  const [locked] = await scope.tx
    .select()
    .from(capacity)
    .where(eq(capacity.practiceId, scope.practiceId))
    .for('update');
  if (!locked) throw new Error('The practice has no capacity');
  return locked;
}
