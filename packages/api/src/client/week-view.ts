import { program, programVersion } from '@groundwork/db/schema/program';
import { statement } from '@groundwork/db/statement';
import { placeUnder } from '@groundwork/engine/adapt/place-under';
import type { ClientRules } from '@groundwork/engine/adapt/rule-set';
import type { DayVerdict, Placement } from '@groundwork/engine/placement';
import { addDays, type PlainDate } from '@groundwork/engine/plain-date';
import type { ProgramWeek } from '@groundwork/engine/program';
import type { RunningWeek } from '@groundwork/engine/running-week';
import { weekdays } from '@groundwork/engine/vocabulary';
import { and, desc, eq, lte, sql } from 'drizzle-orm';
import { listRaces } from '../client-facts.ts';
import type { ClientRecord } from '../client-record.ts';
import { loadClientRules } from '../rule-set.ts';
import { findRunningWeek, listRunningWeeks, withRaces } from '../running-weeks.ts';
import { listFromTo } from '../session-lists.ts';
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
    listFromTo(scope).execute({
      practiceId: scope.practiceId,
      clientId: client.id,
      from: monday,
      to: addDays(monday, 6),
    }),
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

const placed = {
  practiceId: sql.placeholder('practiceId'),
  clientId: sql.placeholder('clientId'),
  monday: sql.placeholder('monday'),
  sunday: sql.placeholder('sunday'),
};
const week = sql`((${placed.monday}::date - ${program.startsOn}) / 7)`;

const findPlaced = statement('published_week', (tx) =>
  tx
    .select({
      days: sql<ProgramWeek['days'] | null>`${programVersion.weekDays} -> ${week}`,
      tier: sql<ProgramWeek['tier'] | null>`${programVersion.weekTiers} ->> ${week}`,
      warnings: sql<ProgramWeek['warnings'] | null>`${programVersion.weekWarnings} -> ${week}`,
    })
    .from(program)
    .innerJoin(
      programVersion,
      and(eq(programVersion.practiceId, program.practiceId), eq(programVersion.programId, program.id)),
    )
    .where(
      and(
        eq(program.practiceId, placed.practiceId),
        eq(program.clientId, placed.clientId),
        lte(program.startsOn, placed.monday),
        sql`${program.startsOn} + 7 * ${program.weeks} > ${placed.monday}::date`,
        lte(programVersion.effectiveFrom, placed.sunday),
      ),
    )
    .orderBy(desc(program.startsOn), desc(programVersion.number))
    .limit(1),
);

type PlacedWeek = Pick<ProgramWeek, 'days' | 'tier' | 'warnings'>;

/** What the latest published program that covers the week says of its days. */
async function findProgramWeek(scope: ClientReadScope, monday: PlainDate): Promise<PlacedWeek | undefined> {
  const { practiceId, me } = scope;
  const sunday = addDays(monday, 6);
  const [found] = await findPlaced(scope).execute({ practiceId, clientId: me.clientId, monday, sunday });
  if (!found) return undefined;
  const { days, tier, warnings } = found;
  return days && tier && warnings ? { days, tier, warnings } : undefined;
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
