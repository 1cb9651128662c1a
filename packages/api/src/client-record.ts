import { client } from '@groundwork/db/schema/client';
import type { ReadScope } from '@groundwork/db/scope';
import { and, eq, type SQL } from 'drizzle-orm';
import { Refusal } from './errors.ts';
import type { Staff } from './trpc.ts';

export type ClientRecord = typeof client.$inferSelect;

/** The coach whose clients somebody on the staff may see: herself; null for the owner and an assistant, who see everybody's. */
export function findOnlyCoach(me: Staff): string | null {
  switch (me.role) {
    case 'owner':
    case 'assistant':
      return null;
    case 'coach':
      return me.memberId;
    default: {
      const unknown: never = me.role;
      throw new TypeError(`Unknown role: ${unknown}`);
    }
  }
}

/** Which clients somebody on the staff may see. */
export function visibleTo(me: Staff): SQL | undefined {
  const coachId = findOnlyCoach(me);
  return coachId === null ? undefined : eq(client.coachId, coachId);
}

/** The client's row. Somebody else's client is as missing as one that never was: NOT_FOUND. */
export async function findClientOfStaff(call: {
  readonly scope: ReadScope & { readonly me: Staff };
  readonly clientId: string;
}): Promise<ClientRecord> {
  const { scope, clientId } = call;
  const [found] = await scope.tx
    .select()
    .from(client)
    .where(and(eq(client.practiceId, scope.practiceId), eq(client.id, clientId), visibleTo(scope.me)));
  if (!found) throw new Refusal('NOT_FOUND');
  return found;
}
