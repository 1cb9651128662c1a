import { prescription, session, setLog } from '@groundwork/db/schema/session';
import type { PlainDate } from '@groundwork/engine/plain-date';
import type { LoadUnit } from '@groundwork/engine/vocabulary';
import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { ClientRecord } from '../client-record.ts';
import { toLastTime, toSessionDetail } from '../session-rows.ts';
import { findToday } from '../today.ts';
import type { ClientReadScope } from '../trpc.ts';
import type { ClientSessionView } from '../views/session.ts';
import { listPairs } from './list-pairs.ts';

export interface Viewer {
  readonly clientId: string;
  readonly unit: LoadUnit;
  readonly today: PlainDate;
}

export const toViewer = (client: ClientRecord, now: Date): Viewer => ({
  clientId: client.id,
  unit: client.unit,
  today: findToday(client.timeZone, now),
});

/**
 * A session of the client's with what was logged and what she did the last time, in one round trip. The session is named by its id or by a
 * query for it; undefined when she has no such session.
 */
export async function findSessionDetail(call: {
  readonly scope: ClientReadScope;
  readonly sessionId: string | SQL;
  /** The client and her date; may still be under way, so that its query travels with these. */
  readonly viewer: Viewer | Promise<Viewer>;
}): Promise<ClientSessionView | undefined> {
  const { scope, sessionId } = call;
  const { tx, practiceId, me } = scope;
  const wanted = sql`(${sessionId})`;
  const [[row], lines, logs, last, pairs, viewer] = await Promise.all([
    tx
      .select()
      .from(session)
      .where(
        and(eq(session.practiceId, practiceId), eq(session.clientId, me.clientId), sql`${session.id} = ${wanted}`),
      ),
    tx
      .select()
      .from(prescription)
      .where(and(eq(prescription.practiceId, practiceId), sql`${prescription.sessionId} = ${wanted}`)),
    tx
      .select()
      .from(setLog)
      .where(
        and(eq(setLog.practiceId, practiceId), eq(setLog.clientId, me.clientId), sql`${setLog.sessionId} = ${wanted}`),
      ),
    tx
      .select({ log: getTableColumns(setLog), date: session.date })
      .from(setLog)
      .innerJoin(session, and(eq(session.practiceId, setLog.practiceId), eq(session.id, setLog.sessionId)))
      .innerJoin(
        sql`(
          select e.exercise_id, l.session_id
          from (
            select distinct p.exercise_id from prescription p
            where p.practice_id = ${practiceId} and p.session_id = ${wanted}
          ) e
          cross join lateral (
            select sl.session_id from set_log sl
            where sl.practice_id = ${practiceId} and sl.client_id = ${me.clientId} and sl.exercise_id = e.exercise_id
              and sl.session_id <> ${wanted}
            order by sl.logged_at desc limit 1
          ) l
        ) as latest`,
        sql`latest.session_id = ${setLog.sessionId} and latest.exercise_id = ${setLog.exerciseId}`,
      )
      .where(and(eq(setLog.practiceId, practiceId), eq(setLog.clientId, me.clientId))),
    listPairs(scope, wanted),
    call.viewer,
  ]);
  if (!row) return undefined;
  const detail = toSessionDetail(row, lines, logs, viewer.today);
  return {
    ...detail,
    client: { clientId: viewer.clientId, unit: viewer.unit },
    prescriptions: detail.prescriptions.map((line) => {
      const earlier = last.filter(({ log }) => log.exerciseId === line.exerciseId);
      const date = earlier[0]?.date;
      return {
        ...line,
        superset: pairs.get(line.slot) ?? null,
        lastTime:
          date === undefined
            ? null
            : toLastTime(
                date,
                earlier.map(({ log }) => log),
              ),
      };
    }),
  };
}
