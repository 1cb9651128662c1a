import { runWeek } from '@groundwork/db/schema/running';
import type { ReadScope } from '@groundwork/db/scope';
import { statement } from '@groundwork/db/statement';
import { addDays, mondayOf, type PlainDate } from '@groundwork/engine/plain-date';
import type { RunDay, RunningWeek } from '@groundwork/engine/running-week';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { EffectiveRunningWeek } from './views/client.ts';
import type { StoredRunningWeek } from './views/running.ts';

/** The database checks that there are seven. */
export const toRunningWeek = (days: readonly RunDay[]): RunningWeek => days as RunningWeek;

type Stored = Pick<StoredRunningWeek, 'scope' | 'startsOn' | 'days'>;

const listOfClient = statement('running_weeks_of_client', (tx) =>
  tx
    .select()
    .from(runWeek)
    .where(
      and(eq(runWeek.practiceId, sql.placeholder('practiceId')), eq(runWeek.clientId, sql.placeholder('clientId'))),
    )
    .orderBy(desc(runWeek.startsOn), desc(runWeek.id)),
);

/** All stored running weeks of a client, newest first. */
export async function listRunningWeeks(call: {
  readonly scope: ReadScope;
  readonly clientId: string;
}): Promise<readonly StoredRunningWeek[]> {
  const { scope, clientId } = call;
  const rows = await listOfClient(scope).execute({ practiceId: scope.practiceId, clientId });
  return rows.map(({ id, scope: kind, startsOn, days, updatedAt }) => ({
    runWeekId: id,
    scope: kind,
    startsOn,
    days: toRunningWeek(days),
    updatedAt,
  }));
}

/** The usual week that counts from a Monday: the latest that began by then. */
export function findUsualWeek(stored: readonly Stored[], monday: PlainDate): RunningWeek | undefined {
  let found: Stored | undefined;
  for (const week of stored) {
    if (week.scope !== 'from' || week.startsOn > monday) continue;
    if (!found || week.startsOn > found.startsOn) found = week;
  }
  return found?.days;
}

/** The week that a client runs in one calendar week: that week's own, or the usual one. */
export function findRunningWeek(stored: readonly Stored[], monday: PlainDate): EffectiveRunningWeek | undefined {
  const own = stored.find((week) => week.scope === 'only' && week.startsOn === monday);
  const days = own?.days ?? findUsualWeek(stored, monday);
  return days && { startsOn: monday, days, isOverride: own !== undefined };
}

/** Calendar weeks from a Monday on that have a running week. */
export function listEffectiveWeeks(
  stored: readonly Stored[],
  from: PlainDate,
  count: number,
): readonly EffectiveRunningWeek[] {
  const weeks: EffectiveRunningWeek[] = [];
  for (let index = 0; index < count; index++) {
    const week = findRunningWeek(stored, addDays(mondayOf(from), 7 * index));
    if (week) weeks.push(week);
  }
  return weeks;
}

/**
 * A program's running: the usual week of its first Monday, and every week around it that differs, one week beyond either end included, so
 * that the engine sees the real neighbours. Undefined before anybody typed a week.
 */
export function findProgramWeeks(
  stored: readonly Stored[],
  startsOn: PlainDate,
  weeks: number,
): { readonly runningWeek: RunningWeek; readonly weekOverrides: Readonly<Record<PlainDate, RunningWeek>> } | undefined {
  const runningWeek = findUsualWeek(stored, startsOn) ?? earliestUsualWeek(stored);
  if (!runningWeek) return undefined;
  const weekOverrides: Record<PlainDate, RunningWeek> = {};
  for (let index = -1; index <= weeks; index++) {
    const monday = addDays(startsOn, 7 * index);
    const week = findRunningWeek(stored, monday)?.days;
    if (week && week !== runningWeek) weekOverrides[monday] = week;
  }
  return { runningWeek, weekOverrides };
}

/** A coach may build for a week before the first that she typed. */
function earliestUsualWeek(stored: readonly Stored[]): RunningWeek | undefined {
  const usual = stored.filter((week) => week.scope === 'from');
  return usual.reduce<Stored | undefined>(
    (first, week) => (first && first.startsOn <= week.startsOn ? first : week),
    undefined,
  )?.days;
}

/** The week as it is run: a race takes the place of whatever stands on its day. */
export function withRaces(
  week: RunningWeek,
  monday: PlainDate,
  races: readonly { readonly name: string; readonly date: PlainDate }[],
): RunningWeek {
  return toRunningWeek(
    week.map((day, index) => {
      const race = races.find(({ date }) => date === addDays(monday, index));
      return race ? { kind: 'race', note: race.name } : day;
    }),
  );
}
