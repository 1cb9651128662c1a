import { session } from '@groundwork/db/schema/session';
import { placeUnder } from '@groundwork/engine/adapt/place-under';
import type { ClientRules } from '@groundwork/engine/adapt/rule-set';
import type { DayVerdict, Placement } from '@groundwork/engine/placement';
import { addDays, type PlainDate } from '@groundwork/engine/plain-date';
import type { ProgramWeek } from '@groundwork/engine/program';
import type { RunningWeek } from '@groundwork/engine/running-week';
import { weekdays } from '@groundwork/engine/vocabulary';
import { and, asc, eq, gte, lte, sql } from 'drizzle-orm';
import { listRaces } from '../client-facts.ts';
import type { ClientRecord } from '../client-record.ts';
import { loadClientRules } from '../rule-set.ts';
import { findRunningWeek, listRunningWeeks, withRaces } from '../running-weeks.ts';
import { selectWithCounts } from '../session-lists.ts';
import { toSessionSummary } from '../session-rows.ts';
import type { ClientReadScope } from '../trpc.ts';
import type { ClientWeekDay, ClientWeekView } from '../views/client-today.ts';
import type { RaceView, StoredRunningWeek } from '../views/running.ts';

/** A calendar week of the client's: her runs, her strength and the reason for each day, in one round trip. */
export async function findWeekView(call: {
  readonly scope: ClientReadScope;
  readonly client: ClientRecord;
  readonly monday: PlainDate;
  readonly today: PlainDate;
}): Promise<ClientWeekView> {
  const { scope, client, monday, today } = call;
  const [stored, races, sessions, programWeek, rules] = await Promise.all([
    listRunningWeeks({ scope, clientId: client.id }),
    listRaces({ scope, clientId: client.id }),
    selectWithCounts(
      scope,
      and(eq(session.clientId, client.id), gte(session.date, monday), lte(session.date, addDays(monday, 6))),
    ).orderBy(asc(session.date), asc(session.id)),
    findProgramWeek(scope, monday),
    loadClientRules(scope, client.id),
  ]);
  const runsOf = (start: PlainDate) => findRunsOf(stored, races, start);
  const runs = runsOf(monday);
  // Without a published week the engine says what it would do with the runs.
  const said = programWeek ?? placeAround(client, rules, runsOf, monday);
  const days = weekdays.map((day, index): ClientWeekDay => {
    const date = addDays(monday, index);
    const strength = sessions.find(({ row }) => row.date === date);
    const verdict: DayVerdict | undefined = said?.days.find((one) => one.day === day);
    return {
      date,
      day,
      run: runs?.[index] ?? null,
      strength: strength ? toSessionSummary(strength.row, today, strength) : null,
      // Why strength stands here is the day's own verdict; what the session holds is the session's.
      reasons: verdict?.reasons ?? strength?.row.reasons ?? [],
    };
  });
  return { startsOn: monday, days, tier: said?.tier ?? null, warnings: said?.warnings ?? [] };
}

/** The week as the latest published program that covers it has it. */
async function findProgramWeek(scope: ClientReadScope, monday: PlainDate): Promise<ProgramWeek | undefined> {
  const { rows } = await scope.tx.execute<{ week: ProgramWeek | null }>(sql`
    select v.content -> 'weeks' -> ((${monday}::date - p.starts_on) / 7) as week
    from program p
    join program_version v on v.practice_id = p.practice_id and v.program_id = p.id
    where p.practice_id = ${scope.practiceId} and p.client_id = ${scope.me.clientId}
      and p.starts_on <= ${monday}::date and p.starts_on + 7 * p.weeks > ${monday}::date
      and v.effective_from <= ${addDays(monday, 6)}::date
    order by p.starts_on desc, v.number desc
    limit 1`);
  return rows[0]?.week ?? undefined;
}

function findRunsOf(
  stored: readonly StoredRunningWeek[],
  races: readonly RaceView[],
  monday: PlainDate,
): RunningWeek | undefined {
  const days = findRunningWeek(stored, monday)?.days;
  return days && withRaces(days, monday, races);
}

function placeAround(
  client: ClientRecord,
  rules: ClientRules,
  runsOf: (monday: PlainDate) => RunningWeek | undefined,
  monday: PlainDate,
): Placement | undefined {
  const week = runsOf(monday);
  if (!week) return undefined;
  const before = runsOf(addDays(monday, -7));
  const after = runsOf(addDays(monday, 7));
  return placeUnder(rules, {
    week: week.map(({ kind }) => kind),
    notes: week.map(({ note }) => note),
    ...(before ? { before: before[6].kind } : {}),
    ...(after ? { after: after[0].kind } : {}),
    sessions: 2,
    unavailable: client.unavailable,
  });
}
