import { statement } from '@groundwork/db/statement';
import { sql } from 'drizzle-orm';
import { setsLogged, setsPlanned } from '../session-lists.ts';
import { asked } from './roster-parameters.ts';
import type { WeekSession } from './roster-statement.ts';

export interface TrainingFacts extends Omit<WeekSession, 'date'> {
  readonly clientId: string;
  readonly clientName: string;
  /** As the database writes an instant. */
  readonly finishedAt: string | null;
  readonly planned: number;
  readonly logged: number;
}

const seen = sql`c.practice_id = ${asked.practiceId} and (${asked.coachId} is null or c.coach_id = ${asked.coachId})`;

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
