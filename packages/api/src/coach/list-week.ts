import { addDays, mondayOf, type PlainDate } from '@groundwork/engine/plain-date';
import { weekdays } from '@groundwork/engine/vocabulary';
import { findOnlyCoach } from '../client-record.ts';
import { findBlockWeek } from '../program-blocks.ts';
import { findRunningWeek, toRunningWeek, withRaces } from '../running-weeks.ts';
import { stateOf } from '../session-rows.ts';
import type { StaffScope } from '../trpc.ts';
import type { ClientWeekRow, WeekDayCell } from '../views/coach-today.ts';
import { findWorthKnowing } from './needs-you.ts';
import { groupByClient, type RosterClient } from './roster.ts';
import { findWeekFacts, type WeekRuns, type WeekSession } from './week-statement.ts';

/** What the calendar week of a date holds for the first clients by name; for all when `most` is null. One round trip. */
export async function findWeek(
  scope: StaffScope,
  { date, most }: { readonly date: PlainDate; readonly most: number | null },
): Promise<(entry: RosterClient, now: Date) => ClientWeekRow> {
  const monday = mondayOf(date);
  const { practiceId, me } = scope;
  const [facts] = await findWeekFacts(scope).execute({ practiceId, coachId: findOnlyCoach(me), monday, most });
  const sessionsOf = groupByClient<WeekSession>(facts?.sessions ?? []);
  const runsOf = groupByClient<WeekRuns>(facts?.runs ?? []);
  return (entry, now) => {
    const { clientId, name, status, today, programs, races, done30 } = entry;
    const stored = (runsOf.get(clientId) ?? []).map((week) => ({ ...week, days: toRunningWeek(week.days) }));
    const usual = findRunningWeek(stored, monday)?.days;
    const runs = usual && withRaces(usual, monday, races);
    const sessions = sessionsOf.get(clientId) ?? [];
    const days = weekdays.map((_, index): WeekDayCell => {
      const dayDate = addDays(monday, index);
      const strength = sessions.find((one) => one.date === dayDate);
      return {
        date: dayDate,
        run: runs?.[index] ?? null,
        strength: strength
          ? {
              sessionId: strength.sessionId,
              label: strength.label,
              load: strength.load,
              state: stateOf(strength, today),
            }
          : null,
      };
    });
    const blockWeek = findBlockWeek(programs, today);
    return { clientId, name, status, days, blockWeek, done30, worthKnowing: findWorthKnowing(entry, now) };
  };
}
