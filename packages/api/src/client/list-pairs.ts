import type { SupersetLetter } from '@groundwork/engine/vocabulary';
import { type SQL, sql } from 'drizzle-orm';
import type { ClientReadScope } from '../trpc.ts';

/**
 * Which slots of a session are done by turns, by slot. Read from the version that the session was made from, which never
 * changes: it is as much a snapshot as the session's own rows.
 */
export async function listPairs(scope: ClientReadScope, sessionId: SQL): Promise<ReadonlyMap<string, SupersetLetter>> {
  const { tx, practiceId, me } = scope;
  const { rows } = await tx.execute<{ slot: string; superset: SupersetLetter }>(sql`
    select line ->> 'slot' as slot, line ->> 'superset' as superset
    from session s
    join program_version v on v.practice_id = s.practice_id and v.id = s.version_id
    cross join lateral jsonb_path_query(
      v.content,
      '$.weeks[*].sessions[*] ? (@.key == $key).prescriptions[*] ? (@.superset != null)',
      jsonb_build_object('key', s.key)
    ) as line
    where s.practice_id = ${practiceId} and s.client_id = ${me.clientId} and s.id = ${sessionId}`);
  return new Map(rows.map(({ slot, superset }) => [slot, superset]));
}
