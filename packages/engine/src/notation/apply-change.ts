import type { WeekExemption } from '../audit-input.ts';
import type { SessionLoad, Weekday } from '../vocabulary.ts';
import type { LineRef, SessionRef } from './read-routine.ts';
import type { Routine, RoutineDay, RoutineLine, RoutineSession, RoutineWeek } from './routine.ts';

/** One change to a routine, by places in the routine as it is before any of the changes it comes with. */
export type RoutineChange =
  | { readonly kind: 'set_line'; readonly at: LineRef; readonly fields: Partial<RoutineLine> }
  | { readonly kind: 'remove_line'; readonly at: LineRef }
  | { readonly kind: 'add_line'; readonly at: SessionRef; readonly line: RoutineLine }
  | { readonly kind: 'set_lines'; readonly at: SessionRef; readonly lines: readonly RoutineLine[] }
  | { readonly kind: 'set_load'; readonly at: SessionRef; readonly load: SessionLoad }
  | { readonly kind: 'move_session'; readonly at: SessionRef; readonly to: Weekday }
  | { readonly kind: 'remove_session'; readonly at: SessionRef }
  | {
      readonly kind: 'add_session';
      readonly week: number;
      readonly day: Weekday | null;
      readonly session: RoutineSession;
    }
  | {
      readonly kind: 'set_week';
      readonly week: number;
      readonly fields: { readonly exemption?: WeekExemption; readonly block?: number | null };
    };

/** The routine with the changes made. A change to a place that it does not have is left out. */
export function applyChanges(routine: Routine, changes: readonly RoutineChange[]): Routine {
  return {
    ...routine,
    weeks: routine.weeks.map((week, index) => {
      const own = changes.filter((change) => ('at' in change ? change.at.week : change.week) === index);
      return own.length === 0 ? week : changeWeek(week, own);
    }),
  };
}

function changeWeek(week: RoutineWeek, changes: readonly RoutineChange[]): RoutineWeek {
  let fields: Partial<RoutineWeek> = {};
  const added: RoutineDay[] = [];
  const moves: { readonly to: Weekday; readonly session: RoutineSession }[] = [];
  const days: RoutineDay[] = week.days.flatMap((day, index): readonly RoutineDay[] => {
    const own = changes.filter((change) => 'at' in change && change.at.day === index);
    const session = day.session === null ? null : changeSession(day.session, own);
    const move = own.find((change) => change.kind === 'move_session');
    if (session !== null && move?.kind === 'move_session') {
      moves.push({ to: move.to, session });
      return isEmpty(day) ? [] : [{ ...day, session: null }];
    }
    if (session === null && day.session !== null && isEmpty(day)) return [];
    return [session === day.session ? day : { ...day, session }];
  });
  for (const change of changes) {
    if (change.kind === 'set_week') fields = { ...fields, ...change.fields };
    if (change.kind === 'add_session')
      added.push({ comments: [], day: change.day, run: null, session: change.session });
  }
  for (const { to, session } of moves) added.push({ comments: [], day: to, run: null, session });
  for (const { day, session } of added) {
    const place = day === null ? -1 : days.findIndex((one) => one.day === day && one.session === null);
    const there = days[place];
    if (there) days[place] = { ...there, session };
    else days.push({ comments: [], day, run: null, session });
  }
  return { ...week, ...fields, days };
}

/** Nothing is left to say about a day without its session. */
function isEmpty({ comments, run, day }: RoutineDay): boolean {
  return comments.length === 0 && run === null && day === null;
}

function changeSession(session: RoutineSession, changes: readonly RoutineChange[]): RoutineSession | null {
  let { load } = session;
  let lines: (RoutineLine | null)[] = [...session.lines];
  const added: RoutineLine[] = [];
  for (const change of changes) {
    switch (change.kind) {
      case 'remove_session':
        return null;
      case 'set_load':
        load = change.load;
        break;
      case 'set_lines':
        lines = [...change.lines];
        break;
      case 'set_line': {
        const line = lines[change.at.line];
        if (line) lines[change.at.line] = { ...line, ...change.fields };
        break;
      }
      case 'remove_line':
        if (change.at.line < lines.length) lines[change.at.line] = null;
        break;
      case 'add_line':
        added.push(change.line);
        break;
      case 'move_session':
      case 'add_session':
      case 'set_week':
        break;
      default: {
        const unknown: never = change;
        throw new TypeError(`Unknown change: ${JSON.stringify(unknown)}`);
      }
    }
  }
  return changes.length === 0
    ? session
    : { ...session, load, lines: [...lines.filter((line) => line !== null), ...added] };
}
