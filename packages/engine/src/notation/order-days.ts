import { weekdays } from '../vocabulary.ts';
import type { Routine, RoutineDay, RoutineWeek } from './routine.ts';

/**
 * The routine with each week's days from Monday to Sunday, a day's run beside its session, and without days of which
 * nothing is left to say. Sessions without a day stand at the end.
 */
export function orderDays(routine: Routine): Routine {
  return { ...routine, weeks: routine.weeks.map(orderWeek) };
}

function orderWeek(week: RoutineWeek): RoutineWeek {
  const days: RoutineDay[] = [];
  for (const day of week.days) {
    const at = days.findIndex((one) => canJoin(one, day));
    const there = days[at];
    if (there === undefined) days.push(day);
    else days[at] = join(there, day);
  }
  const isSaid = ({ comments, run, session }: RoutineDay) => comments.length > 0 || run !== null || session !== null;
  const place = ({ day }: RoutineDay) => (day === null ? weekdays.length : weekdays.indexOf(day));
  return { ...week, days: days.filter(isSaid).sort((one, other) => place(one) - place(other)) };
}

function canJoin(one: RoutineDay, other: RoutineDay): boolean {
  return (
    one.day !== null &&
    one.day === other.day &&
    (one.run === null || other.run === null) &&
    (one.session === null || other.session === null)
  );
}

function join(one: RoutineDay, other: RoutineDay): RoutineDay {
  return {
    comments: [...one.comments, ...other.comments],
    day: one.day,
    run: one.run ?? other.run,
    session: one.session ?? other.session,
  };
}
