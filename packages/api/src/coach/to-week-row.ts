import { addDays, type PlainDate } from '@groundwork/engine/plain-date';
import { weekdays } from '@groundwork/engine/vocabulary';
import { findBlockWeek } from '../program-blocks.ts';
import { findRunningWeek, withRaces } from '../running-weeks.ts';
import { stateOf } from '../session-rows.ts';
import type { ClientWeekRow, WeekDayCell } from '../views/coach-today.ts';
import { findWorthKnowing } from './needs-you.ts';
import type { RosterClient } from './roster.ts';

/**
 * What the calendar week that the roster was read in holds for a client.
 * @param monday The practice's.
 */
export function toWeekRow(entry: RosterClient, monday: PlainDate, now: Date): ClientWeekRow {
  const { clientId, name, status, today, programs, races, done30, runningWeeks, weekSessions } = entry;
  const usual = findRunningWeek(runningWeeks, monday)?.days;
  const runs = usual && withRaces(usual, monday, races);
  const days = weekdays.map((_, index): WeekDayCell => {
    const date = addDays(monday, index);
    const strength = weekSessions.find((one) => one.date === date);
    return {
      date,
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
}
