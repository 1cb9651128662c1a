import { prescription, session, setLog } from '@groundwork/db/schema/session';
import { statement } from '@groundwork/db/statement';
import type { PlainDate } from '@groundwork/engine/plain-date';
import type { LoadUnit } from '@groundwork/engine/vocabulary';
import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { ClientRecord } from '../client-record.ts';
import { toLastTime, toSessionDetail } from '../session-rows.ts';
import { findToday } from '../today.ts';
import type { ClientReadScope } from '../trpc.ts';
import type { ClientSessionView } from '../views/session.ts';

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

/** Which session is asked for: one by its id, or the one that a date's screen is about. */
type Wanted = { readonly sessionId: string } | { readonly date: PlainDate };

const asked = {
  practiceId: sql.placeholder('practiceId'),
  clientId: sql.placeholder('clientId'),
  sessionId: sql.placeholder('sessionId'),
  date: sql.placeholder('date'),
};

/** Which of a day's sessions the screen is about: the one under way, then the planned, then the done. */
const sessionOfDay = sql`
  select s.id from session s
  where s.practice_id = ${asked.practiceId} and s.client_id = ${asked.clientId} and s.date = ${asked.date}
  order by array_position(array['in_progress', 'planned', 'done', 'skipped']::session_status[], s.status), s.id
  limit 1`;

const byId = makeReads('by_id', sql`${asked.sessionId}::uuid`);
const byDay = makeReads('of_day', sessionOfDay);

function makeReads(name: string, id: SQL) {
  const wanted = sql`(${id})`;
  return {
    findRow: statement(`client_session_${name}`, (tx) =>
      tx
        .select()
        .from(session)
        .where(
          and(
            eq(session.practiceId, asked.practiceId),
            eq(session.clientId, asked.clientId),
            sql`${session.id} = ${wanted}`,
          ),
        ),
    ),
    listLines: statement(`client_session_lines_${name}`, (tx) =>
      tx
        .select()
        .from(prescription)
        .where(and(eq(prescription.practiceId, asked.practiceId), sql`${prescription.sessionId} = ${wanted}`)),
    ),
    listLogs: statement(`client_session_logs_${name}`, (tx) =>
      tx
        .select()
        .from(setLog)
        .where(
          and(
            eq(setLog.practiceId, asked.practiceId),
            eq(setLog.clientId, asked.clientId),
            sql`${setLog.sessionId} = ${wanted}`,
          ),
        ),
    ),
    listLastTimes: statement(`client_session_last_times_${name}`, (tx) =>
      tx
        .select({ log: getTableColumns(setLog), date: session.date })
        .from(setLog)
        .innerJoin(session, and(eq(session.practiceId, setLog.practiceId), eq(session.id, setLog.sessionId)))
        .innerJoin(
          sql`(
            select e.exercise_id, l.session_id
            from (
              select distinct p.exercise_id from prescription p
              where p.practice_id = ${asked.practiceId} and p.session_id = ${wanted}
            ) e
            cross join lateral (
              select sl.session_id from set_log sl
              where sl.practice_id = ${asked.practiceId} and sl.client_id = ${asked.clientId}
                and sl.exercise_id = e.exercise_id and sl.session_id <> ${wanted}
              order by sl.logged_at desc limit 1
            ) l
          ) as latest`,
          sql`latest.session_id = ${setLog.sessionId} and latest.exercise_id = ${setLog.exerciseId}`,
        )
        .where(and(eq(setLog.practiceId, asked.practiceId), eq(setLog.clientId, asked.clientId))),
    ),
  };
}

/**
 * A session of the client's with what was logged and what she did the last time, in one round trip; undefined when she has no such session.
 */
export async function findSessionDetail(call: {
  readonly scope: ClientReadScope;
  readonly wanted: Wanted;
  /** The client and her date; may still be under way, so that its query travels with these. */
  readonly viewer: Viewer | Promise<Viewer>;
}): Promise<ClientSessionView | undefined> {
  const { scope, wanted } = call;
  const { practiceId, me } = scope;
  const reads = 'sessionId' in wanted ? byId : byDay;
  const values = { practiceId, clientId: me.clientId, ...wanted };
  const [[row], lines, logs, last, viewer] = await Promise.all([
    reads.findRow(scope).execute(values),
    reads.listLines(scope).execute(values),
    reads.listLogs(scope).execute(values),
    reads.listLastTimes(scope).execute(values),
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
