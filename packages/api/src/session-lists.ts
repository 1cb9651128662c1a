import { prescription, session, setLog } from '@groundwork/db/schema/session';
import type { Reader, ReadScope } from '@groundwork/db/scope';
import { statement } from '@groundwork/db/statement';
import type { PlainDate } from '@groundwork/engine/plain-date';
import { and, asc, desc, eq, gte, inArray, isNotNull, lte, type SQL, sql } from 'drizzle-orm';
import { type SessionRow, toSessionDetail, toSessionSummary } from './session-rows.ts';
import type { SessionDetail, SessionSummary } from './views/session.ts';

/** The planned sets of a row of `session`, by its name in the query. */
export const setsPlanned = (row: string) => {
  const of = sql.identifier(row);
  return sql<number>`(
    select coalesce(sum(p.sets), 0)::int from prescription p
    where p.practice_id = ${of}."practice_id" and p.session_id = ${of}."id")`;
};

/** How many of them have a log. */
export const setsLogged = (row: string) => {
  const of = sql.identifier(row);
  return sql<number>`(
    select count(distinct (l.prescription_id, l.set_number))::int from set_log l
    where l.practice_id = ${of}."practice_id" and l.session_id = ${of}."id")`;
};

/** Rows of a client's sessions from one date to another, by date: `practiceId`, `clientId`, `from`, `to`. */
export const listFromTo = statement('sessions_from_to', (tx) =>
  selectWithCounts(
    tx,
    and(
      eq(session.practiceId, sql.placeholder('practiceId')),
      eq(session.clientId, sql.placeholder('clientId')),
      gte(session.date, sql.placeholder('from')),
      lte(session.date, sql.placeholder('to')),
    ),
  ).orderBy(asc(session.date), asc(session.id)),
);

/** A client's sessions from one date to another, by date. */
export async function listSessions(call: {
  readonly scope: ReadScope;
  readonly clientId: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly today: PlainDate;
}): Promise<readonly SessionSummary[]> {
  const { scope, clientId, from, to, today } = call;
  const rows = await listFromTo(scope).execute({ practiceId: scope.practiceId, clientId, from, to });
  return rows.map(({ row, planned, logged }) => toSessionSummary(row, today, { planned, logged }));
}

/** Sessions as summaries' rows; the caller says which practice's, orders and limits. */
export function selectWithCounts(tx: Reader, where: SQL | undefined) {
  return tx
    .select({ row: session, planned: setsPlanned('session'), logged: setsLogged('session') })
    .from(session)
    .where(where)
    .$dynamic();
}

/** The client's last started sessions with what was logged, newest first. */
export async function listLastSessions(call: {
  readonly scope: ReadScope;
  readonly clientId: string;
  readonly today: PlainDate;
  readonly count: number;
}): Promise<readonly SessionDetail[]> {
  const { scope, clientId, today, count } = call;
  const { tx, practiceId } = scope;
  const started = and(eq(session.practiceId, practiceId), eq(session.clientId, clientId), isNotNull(session.startedAt));
  const ids = tx.select({ id: session.id }).from(session).where(started).orderBy(desc(session.date)).limit(count);
  const [rows, lines, logs] = await Promise.all([
    tx.select().from(session).where(started).orderBy(desc(session.date), desc(session.id)).limit(count),
    tx
      .select()
      .from(prescription)
      .where(and(eq(prescription.practiceId, practiceId), inArray(prescription.sessionId, ids))),
    tx
      .select()
      .from(setLog)
      .where(and(eq(setLog.practiceId, practiceId), inArray(setLog.sessionId, ids))),
  ]);
  return rows.map((row: SessionRow) =>
    toSessionDetail(
      row,
      lines.filter(({ sessionId }) => sessionId === row.id),
      logs.filter(({ sessionId }) => sessionId === row.id),
      today,
    ),
  );
}
