import { program, programVersion } from '@groundwork/db/schema/program';
import { session } from '@groundwork/db/schema/session';
import { statement } from '@groundwork/db/statement';
import { mondayOf } from '@groundwork/engine/plain-date';
import { and, desc, eq, sql } from 'drizzle-orm';
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
  const own = { practiceId: scope.practiceId, clientId: client.id };
  const [found, beside, week, programs, [change]] = await Promise.all([
    findSessionDetail({ scope, wanted: { date }, viewer: toViewer(client, now) }),
    listBeside(scope).execute({ ...own, date }),
    findWeekView({ scope, client, monday: mondayOf(date), today: date }),
    listProgramsWithBlocks(scope, client.id),
    findLatestChange(scope).execute(own),
  ]);
  const summaryOf = (isWanted: (status: SessionSummary['state']) => boolean): SessionSummary | null => {
    const one = beside.find(({ row }) => isWanted(row.status));
    return one ? toSessionSummary(one.row, date, one) : null;
  };
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
    unfinished: summaryOf((status) => status === 'in_progress'),
    week,
    next: summaryOf((status) => status === 'planned'),
    blockWeek: findBlockWeek(programs, date),
    missing: listProfileGaps(client, hasRunningWeek),
    hasProgram: change !== undefined,
    change: change && change.note !== '' ? change : null,
  };
}

const asked = {
  practiceId: sql.placeholder('practiceId'),
  clientId: sql.placeholder('clientId'),
  date: sql.placeholder('date'),
};

/** Beside today's: the last that was begun on another day and not finished, and the next that is planned. */
const listBeside = statement('client_sessions_beside', (tx) => {
  const own = sql`s.practice_id = ${asked.practiceId} and s.client_id = ${asked.clientId}`;
  return selectWithCounts(
    tx,
    and(
      eq(session.practiceId, asked.practiceId),
      sql`${session.id} in (
        (select s.id from session s where ${own} and s.status = 'in_progress' and s.date <> ${asked.date}
          order by s.date desc, s.id desc limit 1),
        (select s.id from session s where ${own} and s.status = 'planned' and s.date > ${asked.date}
          order by s.date, s.id limit 1))`,
    ),
  );
});

const findLatestChange = statement('latest_change', (tx) =>
  tx
    .select({ at: programVersion.publishedAt, note: programVersion.note, number: programVersion.number })
    .from(programVersion)
    .innerJoin(
      program,
      and(eq(program.practiceId, programVersion.practiceId), eq(program.id, programVersion.programId)),
    )
    .where(and(eq(programVersion.practiceId, asked.practiceId), eq(program.clientId, asked.clientId)))
    .orderBy(desc(programVersion.publishedAt), desc(programVersion.number))
    .limit(1),
);
