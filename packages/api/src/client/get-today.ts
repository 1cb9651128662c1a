import { program, programVersion } from '@groundwork/db/schema/program';
import { session } from '@groundwork/db/schema/session';
import { mondayOf, type PlainDate } from '@groundwork/engine/plain-date';
import { and, asc, desc, eq, gt, ne, type SQL, sql } from 'drizzle-orm';
import { listProfileGaps } from '../client-profile.ts';
import { findBlockWeek, listProgramsWithBlocks } from '../program-blocks.ts';
import { selectWithCounts } from '../session-lists.ts';
import { toSessionSummary } from '../session-rows.ts';
import { findToday } from '../today.ts';
import type { ClientReadScope } from '../trpc.ts';
import type { ClientTodayView } from '../views/client-today.ts';
import type { SessionSummary } from '../views/session.ts';
import { findOwnRecord } from './own-record.ts';
import { findSessionDetail, toViewer } from './session-detail.ts';
import { findWeekView } from './week-view.ts';

/** The phone's first screen, in two round trips: who and when, then everything. */
export async function getToday(call: {
  readonly scope: ClientReadScope;
  readonly now: Date;
}): Promise<ClientTodayView> {
  const { scope, now } = call;
  const { client, practice, coachName } = await findOwnRecord(scope);
  const date = findToday(client.timeZone, now);
  const [found, unfinished, week, next, programs, change] = await Promise.all([
    findSessionDetail({ scope, sessionId: sessionOfDay(scope, date), viewer: toViewer(client, now) }),
    findSummary(scope, date, and(eq(session.status, 'in_progress'), ne(session.date, date)), 'latest'),
    findWeekView({ scope, client, monday: mondayOf(date), today: date }),
    findSummary(scope, date, and(eq(session.status, 'planned'), gt(session.date, date)), 'earliest'),
    listProgramsWithBlocks(scope, client.id),
    findLatestChange(scope),
  ]);
  const hasRunningWeek = week.days.some(({ run }) => run !== null);
  return {
    date,
    me: {
      clientId: client.id,
      name: client.name,
      unit: client.unit,
      status: client.status,
      timeZone: client.timeZone,
    },
    practice: { slug: practice.slug, name: practice.name },
    coach: { name: coachName },
    session: found ?? null,
    unfinished,
    week,
    next,
    blockWeek: findBlockWeek(programs, date),
    missing: listProfileGaps(client, hasRunningWeek),
    hasProgram: change !== undefined,
    change: change && change.note !== '' ? change : null,
  };
}

/** Which of a day's sessions the screen is about: the one under way, then the planned, then the done. */
const sessionOfDay = (scope: ClientReadScope, date: PlainDate): SQL => sql`
  select s.id from session s
  where s.practice_id = ${scope.practiceId} and s.client_id = ${scope.me.clientId} and s.date = ${date}
  order by array_position(array['in_progress', 'planned', 'done', 'skipped']::session_status[], s.status), s.id
  limit 1`;

async function findSummary(
  scope: ClientReadScope,
  today: PlainDate,
  where: SQL | undefined,
  which: 'latest' | 'earliest',
): Promise<SessionSummary | null> {
  const order = which === 'latest' ? desc : asc;
  const [found] = await selectWithCounts(scope, and(eq(session.clientId, scope.me.clientId), where))
    .orderBy(order(session.date), order(session.id))
    .limit(1);
  return found ? toSessionSummary(found.row, today, found) : null;
}

async function findLatestChange(
  scope: ClientReadScope,
): Promise<{ readonly at: Date; readonly note: string; readonly number: number } | undefined> {
  const [found] = await scope.tx
    .select({ at: programVersion.publishedAt, note: programVersion.note, number: programVersion.number })
    .from(programVersion)
    .innerJoin(
      program,
      and(eq(program.practiceId, programVersion.practiceId), eq(program.id, programVersion.programId)),
    )
    .where(and(eq(programVersion.practiceId, scope.practiceId), eq(program.clientId, scope.me.clientId)))
    .orderBy(desc(programVersion.publishedAt), desc(programVersion.number))
    .limit(1);
  return found;
}
