import { client } from '@groundwork/db/schema/client';
import { member, practice } from '@groundwork/db/schema/practice';
import { and, eq } from 'drizzle-orm';
import type { ClientRecord } from '../client-record.ts';
import { Refusal } from '../errors.ts';
import type { PracticeRecord } from '../own-practice.ts';
import type { ClientReadScope, ClientScope } from '../trpc.ts';

/** The client herself, with her practice and her coach's name. */
export async function findOwnRecord(
  scope: ClientReadScope | ClientScope,
): Promise<{ readonly client: ClientRecord; readonly practice: PracticeRecord; readonly coachName: string }> {
  const [found] = await scope.tx
    .select({ client, practice, coachName: member.name })
    .from(client)
    .innerJoin(practice, eq(practice.id, client.practiceId))
    .innerJoin(member, and(eq(member.practiceId, client.practiceId), eq(member.id, client.coachId)))
    .where(and(eq(client.practiceId, scope.practiceId), eq(client.id, scope.me.clientId)));
  if (!found) throw new Refusal('NOT_FOUND');
  return found;
}
