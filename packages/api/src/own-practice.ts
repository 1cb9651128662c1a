import { type capacity, practice } from '@groundwork/db/schema/practice';
import type { ReadScope } from '@groundwork/db/scope';
import { statement } from '@groundwork/db/statement';
import { eq, sql } from 'drizzle-orm';

export type PracticeRecord = typeof practice.$inferSelect;
export type CapacityRecord = typeof capacity.$inferSelect;

const findPracticeRow = statement('own_practice', (tx) =>
  tx
    .select()
    .from(practice)
    .where(eq(practice.id, sql.placeholder('practiceId'))),
);

/** The scope's own practice. */
export async function findOwnPractice(scope: ReadScope): Promise<PracticeRecord> {
  const [found] = await findPracticeRow(scope).execute({ practiceId: scope.practiceId });
  if (!found) throw new Error('The scope has no practice');
  return found;
}
