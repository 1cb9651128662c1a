import { statement } from '@groundwork/db/statement';
import type { PlainDate } from '@groundwork/engine/plain-date';
import type { RunDay } from '@groundwork/engine/running-week';
import type { SessionLoad } from '@groundwork/engine/vocabulary';
import { sql } from 'drizzle-orm';
import { setsLogged, setsPlanned } from '../session-lists.ts';
import type { SessionRow } from '../session-rows.ts';
import { asked, listOf } from './roster-parameters.ts';

export interface WeekSession {
  readonly clientId: string;
  readonly sessionId: string;
  readonly date: PlainDate;
  readonly label: string;
  readonly load: SessionLoad;
  readonly status: SessionRow['status'];
}

export interface WeekRuns {
  readonly clientId: string;
  readonly scope: 'from' | 'only';
  readonly startsOn: PlainDate;
  readonly days: readonly RunDay[];
}

export interface TrainingFacts extends Omit<WeekSession, 'date'> {
  readonly clientName: string;
  /** As the database writes an instant. */
  readonly finishedAt: string | null;
  readonly planned: number;
  readonly logged: number;
}

const seen = sql`c.practice_id = ${asked.practiceId} and (${asked.coachId} is null or c.coach_id = ${asked.coachId})`;

const shown = sql`(
  select c.id from client c where ${seen} and c.status <> 'archived' order by c.name, c.id limit ${asked.most})`;

/** One calendar week of the first clients by name: their sessions and what they run. */
export const findWeekFacts = statement('week_of_clients', (tx) =>
  tx
    .select({
      sessions: listOf<WeekSession>(sql`
        select s.client_id as "clientId", s.id as "sessionId", s.date, s.label, s.load, s.status from session s
        where s.practice_id = ${asked.practiceId} and s.date between ${asked.monday} and ${asked.monday} + 6
          and s.client_id in ${shown}
        order by s.date, s.id`),
      runs: listOf<WeekRuns>(sql`
        select distinct on (w.client_id, w.scope) w.client_id as "clientId", w.scope, w.starts_on as "startsOn", w.days
        from run_week w
        where w.practice_id = ${asked.practiceId} and w.client_id in ${shown}
          and case w.scope when 'from' then w.starts_on <= ${asked.monday} else w.starts_on = ${asked.monday} end
        order by w.client_id, w.scope, w.starts_on desc`),
    })
    .from(sql`(select) nothing`),
);

/** Whoever has a session on her own today: how many in all, how many are through, and the first: those under way, those to come, the rest. */
export const findTrainingFacts = statement('training_today', (tx) =>
  tx
    .select({
      count: sql<number>`count(*)::int`,
      done: sql<number>`(count(*) filter (where t.status = 'done'))::int`,
      first: sql<readonly TrainingFacts[]>`coalesce(json_agg(json_build_object(
          'clientId', t.client_id, 'clientName', t.name, 'sessionId', t.id, 'label', t.label, 'load', t.load,
          'status', t.status, 'finishedAt', t.finished_at, 'planned', t.planned, 'logged', t.logged
        ) order by t.place) filter (where t.place <= coalesce(${asked.most}, t.place)), '[]')`,
    })
    .from(
      sql`(
        select r.*,
          case when r.place <= coalesce(${asked.most}, r.place) then ${setsPlanned('r')} end as planned,
          case when r.place <= coalesce(${asked.most}, r.place) then ${setsLogged('r')} end as logged
        from (
          select s.*, c.name, row_number() over (
            order by array_position(array['in_progress', 'planned', 'done', 'skipped']::session_status[], s.status), c.name, s.id
          ) as place
          from session s
          join client c on c.practice_id = s.practice_id and c.id = s.client_id
          left join unnest(${asked.zones}, ${asked.zoneDates}) z (zone, today) on z.zone = c.time_zone
          where s.date between ${asked.date} - 1 and ${asked.date} + 1
            and ${seen} and c.status = 'active' and s.date = coalesce(z.today, ${asked.date})
        ) r
      ) t`,
    ),
);
