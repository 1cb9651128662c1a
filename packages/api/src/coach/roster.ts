import { client } from '@groundwork/db/schema/client';
import { member } from '@groundwork/db/schema/practice';
import { race, runWeek } from '@groundwork/db/schema/running';
import { session } from '@groundwork/db/schema/session';
import type { ReadScope } from '@groundwork/db/scope';
import { type ClientRules, rulesFor } from '@groundwork/engine/adapt/rule-set';
import { addDays, mondayOf, type PlainDate } from '@groundwork/engine/plain-date';
import { and, asc, eq, gte, inArray, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { type ClientRecord, visibleTo } from '../client-record.ts';
import { listProgramsWithBlocks, type ProgramBlocks } from '../program-blocks.ts';
import { loadRuleSet } from '../rule-set.ts';
import { toRunningWeek } from '../running-weeks.ts';
import { stateOf } from '../session-rows.ts';
import { findToday } from '../today.ts';
import type { Staff } from '../trpc.ts';
import type { DoneCount, NextSession } from '../views/client-row.ts';
import type { StoredRunningWeek } from '../views/running.ts';
import type { SessionState } from '../views/session.ts';

/** How far a roster looks back for what was done, and ahead for what comes. */
const daysBack = 30;
const daysAhead = 28;

export interface RosterSession {
  readonly sessionId: string;
  readonly date: PlainDate;
  readonly label: string;
  readonly load: NextSession['load'];
  readonly state: SessionState;
  readonly finishedAt: Date | null;
}

/** One client with all that lists and the coach's Today say of her. */
export interface RosterClient {
  readonly client: ClientRecord;
  readonly coachName: string;
  /** Her own date. */
  readonly today: PlainDate;
  /** From 30 days ago to 28 days ahead, by date. */
  readonly sessions: readonly RosterSession[];
  /** Those that are not ended, newest first. */
  readonly programs: readonly ProgramBlocks[];
  /** The usual ones, and the single weeks around this one. */
  readonly runningWeeks: readonly Pick<StoredRunningWeek, 'scope' | 'startsOn' | 'days'>[];
  /** When she last started a session; null when she never did. */
  readonly lastTrainedAt: Date | null;
  readonly races: readonly { readonly name: string; readonly date: PlainDate }[];
  /** The practice's, with what is set aside for her. */
  readonly rules: ClientRules;
}

/** The clients that somebody may see with their weeks, in one round trip. By name. */
export async function listRoster(call: {
  readonly scope: ReadScope & { readonly me: Staff };
  readonly now: Date;
  /** The practice's date. */
  readonly date: PlainDate;
  readonly withArchived: boolean;
}): Promise<readonly RosterClient[]> {
  const { scope, now, date, withArchived } = call;
  const { tx, practiceId } = scope;
  const visible = and(
    eq(client.practiceId, practiceId),
    visibleTo(scope.me),
    withArchived ? undefined : ne(client.status, 'archived'),
  );
  const monday = mondayOf(date);
  const [clients, sessions, programs, weeks, races, ruleSet] = await Promise.all([
    tx
      .select({
        client,
        coachName: member.name,
        lastTrainedAt: sql`(
          select s.started_at from session s
          where s.practice_id = "client"."practice_id" and s.client_id = "client"."id" and s.started_at is not null
          order by s.date desc limit 1)`.mapWith(session.startedAt) as SQL<Date | null>,
      })
      .from(client)
      .innerJoin(member, and(eq(member.practiceId, client.practiceId), eq(member.id, client.coachId)))
      .where(visible)
      .orderBy(asc(client.name), asc(client.id)),
    tx
      .select({
        clientId: session.clientId,
        sessionId: session.id,
        date: session.date,
        label: session.label,
        load: session.load,
        status: session.status,
        finishedAt: session.finishedAt,
      })
      .from(session)
      .where(
        and(
          eq(session.practiceId, practiceId),
          // One day more on either side: a client's date may differ from the practice's.
          gte(session.date, addDays(date, -daysBack - 1)),
          lte(session.date, addDays(date, daysAhead)),
        ),
      )
      .orderBy(asc(session.date), asc(session.id)),
    listProgramsWithBlocks(scope),
    tx
      .select({ clientId: runWeek.clientId, scope: runWeek.scope, startsOn: runWeek.startsOn, days: runWeek.days })
      .from(runWeek)
      .where(
        and(
          eq(runWeek.practiceId, practiceId),
          or(eq(runWeek.scope, 'from'), inArray(runWeek.startsOn, [addDays(monday, -7), monday, addDays(monday, 7)])),
        ),
      ),
    tx
      .select({ clientId: race.clientId, name: race.name, date: race.date })
      .from(race)
      .where(and(eq(race.practiceId, practiceId), gte(race.date, addDays(date, -7))))
      .orderBy(asc(race.date)),
    loadRuleSet(scope),
  ]);
  const sessionsOf = groupByClient(sessions);
  const programsOf = groupByClient(programs);
  const weeksOf = groupByClient(weeks);
  const racesOf = groupByClient(races);
  return clients.map(({ client: record, coachName, lastTrainedAt }) => {
    const today = findToday(record.timeZone, now);
    return {
      client: record,
      coachName,
      today,
      lastTrainedAt,
      sessions: (sessionsOf.get(record.id) ?? []).map((row) => ({
        sessionId: row.sessionId,
        date: row.date,
        label: row.label,
        load: row.load,
        state: stateOf(row, today),
        finishedAt: row.finishedAt,
      })),
      programs: programsOf.get(record.id) ?? [],
      runningWeeks: (weeksOf.get(record.id) ?? []).map((week) => ({ ...week, days: toRunningWeek(week.days) })),
      races: racesOf.get(record.id) ?? [],
      rules: rulesFor(ruleSet, record.id),
    };
  });
}

function groupByClient<Row extends { readonly clientId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.clientId);
    if (group) group.push(row);
    else groups.set(row.clientId, [row]);
  }
  return groups;
}

/** Done of due in the days before today, and today's own once done. */
export function countDone(sessions: readonly RosterSession[], today: PlainDate, days: 7 | 30): DoneCount {
  const from = addDays(today, -days);
  let done = 0;
  let due = 0;
  for (const { date, state } of sessions) {
    if (date < from || date > today) continue;
    if (state === 'done') done++;
    if (state === 'done' || date < today) due++;
  }
  return { days, done, due };
}

/** The next session from today on that is not behind her. */
export function findNextSession(sessions: readonly RosterSession[], today: PlainDate): NextSession | null {
  const next = sessions.find(({ date, state }) => date >= today && (state === 'planned' || state === 'in_progress'));
  return next ? { sessionId: next.sessionId, date: next.date, label: next.label, load: next.load } : null;
}
