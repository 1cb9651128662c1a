import { statement } from '@groundwork/db/statement';
import type { PlainDate } from '@groundwork/engine/plain-date';
import type { RunDay } from '@groundwork/engine/running-week';
import type { SessionLoad, Weekday } from '@groundwork/engine/vocabulary';
import { sql } from 'drizzle-orm';
import type { SessionRow } from '../session-rows.ts';
import type { ClientStatus, NextSession } from '../views/client-row.ts';
import { asked, listOf } from './roster-parameters.ts';

/** How far a roster looks back for what was done and missed. */
const daysBack = 30;
/** Missed sessions are worth a word for this many days [P]. */
const missedDays = 7;
/** How far ahead it looks for the next session. */
const daysAhead = 28;

interface OfClient {
  readonly clientId: string;
}

/** As the database writes it: instants are text. */
export interface RosterFacts extends OfClient {
  readonly name: string;
  readonly email: string;
  readonly status: ClientStatus;
  readonly coachId: string;
  readonly coachName: string;
  readonly today: PlainDate;
  readonly createdAt: string;
  readonly activatedAt: string | null;
  readonly birthYear: number | null;
  readonly experience: string | null;
  readonly runningMonths: number | null;
  readonly minutesPerSession: number | null;
  readonly unavailable: readonly Weekday[];
  readonly lastTrainedAt: string | null;
  readonly hadProgram: boolean;
  readonly done: number;
  readonly due: number;
  readonly missed: number;
  readonly firstMissed: PlainDate | null;
  readonly missedSince: number;
  readonly missedLately: number;
  readonly lastMissed: { readonly sessionId: string; readonly date: PlainDate; readonly label: string } | null;
  readonly nextSession: NextSession | null;
  /** Of this calendar week. */
  readonly weekSessions: readonly WeekSession[];
}

export interface WeekSession {
  readonly sessionId: string;
  readonly date: PlainDate;
  readonly label: string;
  readonly load: SessionLoad;
  readonly status: SessionRow['status'];
}

export interface RosterProgramFacts extends OfClient {
  readonly programId: string;
  readonly title: string;
  readonly startsOn: PlainDate;
  readonly weeks: number;
  readonly updatedAt: string;
  readonly isPublished: boolean;
  readonly hasUnpublished: boolean;
  /** Of the blocks, in order; null before the first publication. */
  readonly lastWeeks: readonly number[] | null;
}

export interface RosterWeekFacts extends OfClient {
  readonly scope: 'from' | 'only';
  readonly startsOn: PlainDate;
  /** Seven, Monday first. */
  readonly days: readonly RunDay[];
}

export interface RosterRaceFacts extends OfClient {
  readonly name: string;
  readonly date: PlainDate;
}

/** What was due and missed is counted here: rows of sessions would be twenty for each client. Counted for each by herself, so that no estimate matters. */
const clients = sql`
  with seen as materialized (
    select c.*, m.name as coach_name, coalesce(z.today, ${asked.date}) as today,
      (select s.started_at from session s
        where s.practice_id = c.practice_id and s.client_id = c.id and s.started_at is not null
        order by s.started_at desc limit 1) as last_trained_at
    from client c
    join member m on m.practice_id = c.practice_id and m.id = c.coach_id
    left join unnest(${asked.zones}, ${asked.zoneDates}) z (zone, today) on z.zone = c.time_zone
    where c.practice_id = ${asked.practiceId} and c.id = any(${asked.clientIds})
  )
  select c.id as "clientId", c.name, c.email, c.status, c.coach_id as "coachId", c.coach_name as "coachName", c.today,
    c.created_at as "createdAt", c.activated_at as "activatedAt", c.birth_year as "birthYear", c.experience,
    c.running_months as "runningMonths", c.minutes_per_session as "minutesPerSession", c.unavailable,
    c.last_trained_at as "lastTrainedAt",
    exists (select from program p where p.practice_id = c.practice_id and p.client_id = c.id) as "hadProgram",
    n.done, n.due, n.missed, n.first_missed as "firstMissed", n.missed_since as "missedSince",
    n.missed_lately as "missedLately",
    case when n.missed_lately > 0 then (
      select json_build_object('sessionId', s.id, 'date', s.date, 'label', s.label) from session s
      where s.practice_id = c.practice_id and s.client_id = c.id and s.status = 'planned' and s.date < c.today
      order by s.date desc, s.id desc limit 1
    ) end as "lastMissed",
    (
      select json_build_object('sessionId', s.id, 'date', s.date, 'label', s.label, 'load', s.load) from session s
      where s.practice_id = c.practice_id and s.client_id = c.id and s.status in ('planned', 'in_progress')
        and s.date between c.today and ${asked.date} + ${sql.raw(String(daysAhead))}
      order by s.date, s.id limit 1
    ) as "nextSession",
    (
      select coalesce(json_agg(json_build_object(
        'sessionId', s.id, 'date', s.date, 'label', s.label, 'load', s.load, 'status', s.status) order by s.date, s.id), '[]')
      from session s
      where s.practice_id = c.practice_id and s.client_id = c.id and s.date between ${asked.monday} and ${asked.monday} + 6
    ) as "weekSessions"
  from seen c
  cross join lateral (
    select
      count(*) filter (where s.date >= c.today - ${sql.raw(String(daysBack))} and s.status = 'done') as done,
      count(*) filter (where s.date >= c.today - ${sql.raw(String(daysBack))} and (s.status = 'done' or s.date < c.today)) as due,
      count(*) filter (where s.status = 'planned' and s.date < c.today) as missed,
      min(s.date) filter (where s.status = 'planned' and s.date < c.today) as first_missed,
      count(*) filter (where s.status = 'planned' and s.date < c.today
        and s.date > (c.last_trained_at at time zone 'UTC')::date) as missed_since,
      count(*) filter (where s.status = 'planned' and s.date < c.today
        and s.date >= c.today - ${sql.raw(String(missedDays))}) as missed_lately
    from session s
    where s.practice_id = ${asked.practiceId} and s.client_id = c.id
      and s.date between ${asked.date} - ${sql.raw(String(daysBack + 1))} and c.today
  ) n`;

/**
 * Those that go on or lie ahead, and those with changes that nobody sees yet. Of the many that are over only these are looked for, by an
 * index alone; and a block follows the one before it, so that the ends say it all: each path through a version's blocks unpacks them anew.
 */
const programs = sql`
  select p.client_id as "clientId", p.id as "programId", p.title, p.starts_on as "startsOn", p.weeks,
    p.updated_at as "updatedAt", v.published_at is not null as "isPublished",
    p.status <> 'ended' and (v.published_at is null or p.updated_at > v.published_at) as "hasUnpublished",
    jsonb_path_query_array(v.blocks, '$[*].lastWeek') as "lastWeeks"
  from program p
  left join lateral (
    select v.published_at, v.blocks from program_version v
    where v.practice_id = p.practice_id and v.program_id = p.id order by v.number desc limit 1
  ) v on true
  where p.practice_id = ${asked.practiceId} and p.client_id = any(${asked.clientIds})
    and case when p.starts_on + 7 * p.weeks >= ${asked.date} then true
      else p.status <> 'ended' and not exists (
        select from program_version v
        where v.practice_id = p.practice_id and v.program_id = p.id and v.published_at >= p.updated_at)
      end
  order by p.starts_on desc, p.id desc`;

/** The usual ones, and the single weeks around this one. */
const weeks = sql`
  select w.client_id as "clientId", w.scope, w.starts_on as "startsOn", w.days
  from run_week w
  where w.practice_id = ${asked.practiceId} and w.client_id = any(${asked.clientIds})
    and (w.scope = 'from' or w.starts_on between ${asked.monday} - 7 and ${asked.monday} + 7)`;

const races = sql`
  select r.client_id as "clientId", r.name, r.date from race r
  where r.practice_id = ${asked.practiceId} and r.client_id = any(${asked.clientIds}) and r.date >= ${asked.date} - 7 order by r.date`;

/**
 * Whom somebody may see and that is not archived, by name, each with the stamps that her rows are under, as one text to compare; and the zones
 * that they all live in. Where a trigger was got round and there is no stamp, each question gets one of its own, which nothing is kept under.
 */
export const findChanges = statement('roster_changes', (tx) =>
  tx
    .select({
      zones: sql<readonly string[]>`coalesce(array_agg(distinct c.time_zone), '{}')`,
      changes: sql<string>`coalesce(
        json_agg(json_build_array(c.id, coalesce(h.stamps, gen_random_uuid()::text)) order by c.name, c.id)
          filter (where c.status <> 'archived'), '[]')::text`,
    })
    .from(
      sql`client c left join (
        select h.client_id, string_agg(h.stamp::text, ' ' order by h.stamp) as stamps from client_change h
        where h.practice_id = ${asked.practiceId} group by h.client_id
      ) h on h.client_id = c.id`,
    )
    .where(sql`c.practice_id = ${asked.practiceId} and (${asked.coachId} is null or c.coach_id = ${asked.coachId})`),
);

/**
 * The facts of clients that somebody may see (`findChanges` says who), in one statement and one row: lists as JSON, which PostgreSQL packs and JavaScript unpacks
 * faster than hundreds of rows.
 */
export const findRosterFacts = statement('roster', (tx) =>
  tx
    .select({
      clients: listOf<RosterFacts>(clients),
      programs: listOf<RosterProgramFacts>(programs),
      weeks: listOf<RosterWeekFacts>(weeks),
      races: listOf<RosterRaceFacts>(races),
    })
    .from(sql`(select) nothing`),
);
