import { session } from '@groundwork/db/schema/session';
import { addDays, mondayOf, type PlainDate } from '@groundwork/engine/plain-date';
import { weekdays } from '@groundwork/engine/vocabulary';
import { and, eq, gte, lte } from 'drizzle-orm';
import { findOwnPractice } from '../own-practice.ts';
import { findBlockWeek } from '../program-blocks.ts';
import { findRunningWeek, withRaces } from '../running-weeks.ts';
import { setCounts } from '../session-lists.ts';
import { findToday } from '../today.ts';
import type { StaffScope } from '../trpc.ts';
import type { ClientWeekRow, CoachTodayView, TrainingTodayRow, WeekDayCell } from '../views/coach-today.ts';
import { countSpots } from '../waitlist/count-spots.ts';
import { findWorthKnowing, listNeedsYou } from './needs-you.ts';
import { countDone, listRoster, type RosterClient } from './roster.ts';

/** The coach's first screen: who needs her, who trains today, everybody's week, the spots. */
export async function getToday(call: { readonly scope: StaffScope; readonly now: Date }): Promise<CoachTodayView> {
  const { scope, now } = call;
  const practice = await findOwnPractice(scope);
  const date = findToday(practice.timeZone, now);
  const monday = mondayOf(date);
  const [roster, spots, counts] = await Promise.all([
    listRoster({ scope, now, date, withArchived: false }),
    countSpots(scope),
    countSets(scope, date),
  ]);
  const { id: practiceId, slug, name, timeZone } = practice;
  return {
    date,
    practice: { practiceId, slug, name, timeZone },
    me: scope.me,
    needsYou: listNeedsYou(roster, now),
    trainingToday: roster.flatMap((entry) => listTrainingToday(entry, counts)),
    weekStartsOn: monday,
    week: roster.map((entry) => toWeekRow(entry, monday, now)),
    spots,
  };
}

type SetCounts = ReadonlyMap<string, { readonly planned: number; readonly logged: number }>;

/** Sets of the sessions around a date: a client's today may be the practice's yesterday or tomorrow. */
async function countSets(scope: StaffScope, date: PlainDate): Promise<SetCounts> {
  const rows = await scope.tx
    .select({ id: session.id, ...setCounts })
    .from(session)
    .where(
      and(
        eq(session.practiceId, scope.practiceId),
        gte(session.date, addDays(date, -1)),
        lte(session.date, addDays(date, 1)),
      ),
    );
  return new Map(rows.map(({ id, planned, logged }) => [id, { planned, logged }]));
}

function listTrainingToday({ client, sessions, today }: RosterClient, counts: SetCounts): readonly TrainingTodayRow[] {
  if (client.status !== 'active') return [];
  return sessions
    .filter(({ date }) => date === today)
    .map(({ sessionId, label, load, state, finishedAt }) => ({
      clientId: client.id,
      clientName: client.name,
      sessionId,
      label,
      load,
      state,
      finishedAt,
      sets: counts.get(sessionId) ?? { planned: 0, logged: 0 },
    }));
}

function toWeekRow(entry: RosterClient, monday: PlainDate, now: Date): ClientWeekRow {
  const { client, sessions, runningWeeks, programs, races, today } = entry;
  const usual = findRunningWeek(runningWeeks, monday)?.days;
  const runs = usual && withRaces(usual, monday, races);
  const days = weekdays.map((_, index): WeekDayCell => {
    const date = addDays(monday, index);
    const strength = sessions.find((one) => one.date === date);
    return {
      date,
      run: runs?.[index] ?? null,
      strength: strength
        ? { sessionId: strength.sessionId, label: strength.label, load: strength.load, state: strength.state }
        : null,
    };
  });
  return {
    clientId: client.id,
    name: client.name,
    status: client.status,
    days,
    blockWeek: findBlockWeek(programs, today),
    done30: countDone(sessions, today, 30),
    worthKnowing: findWorthKnowing(entry, now),
  };
}
