// A session on another day of its week (rule EDIT): the days say where it was and that the coach moved it.
import { type ClientRules, listSetAside } from './adapt/rule-set.ts';
import type { EditContext } from './edit-place.ts';
import type { EditProblem } from './edit-program.ts';
import { withMarks } from './mark-session.ts';
import type { DayVerdict } from './placement.ts';
import { addDays, daysBetween, type PlainDate, parsePlainDate, weekdayOf } from './plain-date.ts';
import type { PlannedSession, Program, ProgramWeek } from './program.ts';
import { type Reason, refusalCodes } from './reason.ts';
import { fail, type Result, succeed } from './result.ts';
import type { Weekday } from './vocabulary.ts';

const lastDayOfWeek = 6;

/** The program with the session on its new day. Against a rule it needs a reason, which is kept; elsewhere none is. */
export function moveSession(
  { program, week, session, rules }: EditContext,
  { date, reason }: { readonly date: PlainDate; readonly reason?: string },
): Result<Program, EditProblem> {
  if (parsePlainDate(date) === undefined) return fail({ code: 'not_a_date' });
  const offset = daysBetween(week.startsOn, date);
  if (offset < 0 || offset > lastDayOfWeek) {
    return fail({ code: 'other_week', allowed: { from: week.startsOn, to: addDays(week.startsOn, lastDayOfWeek) } });
  }
  if (date === session.date) return fail({ code: 'nothing_to_change' });
  const other = week.sessions.find((one) => one.date === date);
  if (other) return fail({ code: 'day_taken', session: other.key });
  const day = weekdayOf(date);
  const against = findRefusal(week, session, day, rules);
  const words = reason?.trim() ?? '';
  if (against && words === '') return fail({ code: 'needs_reason', day, rule: against.rule });
  const changed = putOnDay(week, session, date, against ? words : undefined);
  return succeed({ ...program, weeks: program.weeks.map((one) => (one === week ? changed : one)) });
}

/**
 * The word of the client's rules against a session on a day; undefined where it may stand there, as it may where the engine
 * put it.
 */
export function findRefusal(
  week: ProgramWeek,
  session: PlannedSession,
  day: Weekday,
  rules: ClientRules,
): Reason | undefined {
  if (session.load === 'light' || day === findEngineDay(session)) return undefined;
  const verdict = week.days.find((one) => one.day === day);
  if (!verdict || verdict.legal) return undefined;
  const aside = listSetAside(rules);
  return verdict.reasons.find(({ code, rule }) => refusals.has(code) && !aside.some((one) => one.rule === rule));
}

const refusals: ReadonlySet<string> = new Set(refusalCodes);

const findEngineDay = ({ byCoach, day }: PlannedSession): Weekday => byCoach?.movedFrom ?? day;

/** The week with a session on another of its days, marked as moved unless that is where the engine had it. */
export function putOnDay(
  week: ProgramWeek,
  session: PlannedSession,
  date: PlainDate,
  reason: string | undefined,
): ProgramWeek {
  const day = weekdayOf(date);
  const from = findEngineDay(session);
  const marks = { ...session.byCoach, movedFrom: from === day ? undefined : from, reason };
  const moved = withMarks({ ...session, date, day }, marks);
  const sessions = week.sessions
    .map((one) => (one === session ? moved : one))
    .sort((one, other) => (one.date < other.date ? -1 : 1));
  return { ...week, sessions, days: week.days.map((verdict) => describeMoves(verdict, sessions)) };
}

/** What a day holds, and the coach's hand where she brought a session to it or took one away. */
export function describeMoves(verdict: DayVerdict, sessions: readonly PlannedSession[]): DayVerdict {
  const { day } = verdict;
  const here = sessions.find((one) => one.day === day);
  const left = sessions.find((one) => one.byCoach?.movedFrom === day);
  const own = verdict.reasons.filter(({ code }) => code !== 'EDIT_BY_COACH');
  const data: Reason['data'] | undefined =
    here?.byCoach?.movedFrom !== undefined && left === undefined
      ? { fields: 'day', from: here.byCoach.movedFrom }
      : here === undefined && left !== undefined
        ? { fields: 'day', to: left.day }
        : undefined;
  const reasons = data ? [{ code: 'EDIT_BY_COACH', rule: 'EDIT', data }, ...own] : own;
  return { ...verdict, placed: here?.load ?? null, reasons };
}
