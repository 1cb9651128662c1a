import { client } from '@groundwork/db/schema/client';
import { member, practice } from '@groundwork/db/schema/practice';
import { statement } from '@groundwork/db/statement';
import { and, eq, sql } from 'drizzle-orm';
import type { ClientRecord } from '../client-record.ts';
import { Refusal } from '../errors.ts';
import type { PracticeRecord } from '../own-practice.ts';
import type { ClientReadScope, ClientScope } from '../trpc.ts';

const findRecord = statement('own_record', (tx) =>
  tx
    .select({ client, practice, coachName: member.name })
    .from(client)
    .innerJoin(practice, eq(practice.id, client.practiceId))
    .innerJoin(member, and(eq(member.practiceId, client.practiceId), eq(member.id, client.coachId)))
    .where(and(eq(client.practiceId, sql.placeholder('practiceId')), eq(client.id, sql.placeholder('clientId')))),
);

/** The client herself, with her practice and her coach's name. */
export async function findOwnRecord(
  scope: ClientReadScope | ClientScope,
): Promise<{ readonly client: ClientRecord; readonly practice: PracticeRecord; readonly coachName: string }> {
  const [found] = await findRecord(scope).execute({ practiceId: scope.practiceId, clientId: scope.me.clientId });
  if (!found) throw new Refusal('NOT_FOUND');
  return found;
}
