import { findExemption, isExcused } from '../check-program.ts';
import { dayNumberOf } from '../plain-date.ts';
import type { Profile } from '../profile.ts';
import type { PlannedSession, Prescription, Program } from '../program.ts';
import { daysPerWeek, listDatedWeeks } from '../run-calendar.ts';
import type { RunDay } from '../running-week.ts';
import { listTurns } from '../turns.ts';
import type { RaceDistance } from '../vocabulary.ts';
import { weekdays } from '../vocabulary.ts';
import type { Routine, RoutineDay, RoutineLine } from './routine.ts';

/** What a race is written as, in kilometres; an ultra is anything longer than a marathon. */
export const raceKilometres: Readonly<Record<RaceDistance, number>> = {
  '5k': 5,
  '10k': 10,
  half: 21.1,
  marathon: 42.2,
  ultra: 50,
};

/**
 * A program as a coach would write it down, each week with its runs. Reasons and pins stay behind: they are the engine's
 * and the editor's, and come back when the program is built or edited.
 */
export function buildRoutine(
  program: Program,
  profile: Pick<Profile, 'runningWeek' | 'weekOverrides' | 'races'> & Partial<Pick<Profile, 'timeOff'>>,
): Routine {
  const dated = listDatedWeeks(profile, program.startsOn, program.weeks.length);
  const races = new Map(profile.races.map((race) => [dayNumberOf(race.date), race]));
  return {
    title: null,
    comments: [],
    weeks: program.weeks.map((week, index) => {
      const monday = dayNumberOf(week.startsOn);
      const usual = profile.weekOverrides[week.startsOn] ?? profile.runningWeek;
      return {
        comments: [],
        weeks: [week.number, week.number],
        startsOn: week.startsOn,
        block: week.block,
        exemption: findExemption(week),
        days: weekdays.slice(0, daysPerWeek).map((day, at): RoutineDay => {
          const session = week.sessions.find((one) => one.day === day);
          const race = races.get(monday + at);
          const kind = dated[index]?.runs[at] ?? 'rest';
          const run = race
            ? { kind, distanceKm: raceKilometres[race.distance] }
            : tidyRun(kind === usual[at]?.kind ? usual[at] : { kind });
          return {
            comments: [],
            day,
            run,
            session: session ? { name: session.label, load: session.load, lines: readSession(session) } : null,
          };
        }),
      };
    }),
  };
}

/** Kilometres to two decimals; an empty note is none. */
function tidyRun({ kind, distanceKm, note }: RunDay): RunDay {
  const km = distanceKm === undefined ? 0 : Math.round(distanceKm * 100) / 100;
  return { kind, ...(km > 0 ? { distanceKm: km } : {}), ...(note ? { note } : {}) };
}

/** "A1" and "A2" for a pair. Its rest is its first exercise's: the second is done inside it. */
function readSession({ prescriptions }: PlannedSession): readonly RoutineLine[] {
  return listTurns(prescriptions).flatMap((turn) =>
    turn.map((prescription, index): RoutineLine => {
      const line = readPrescription(prescription);
      if (turn.length === 1) return line;
      return { ...line, mark: `${prescription.superset}${index + 1}`, ...(index === 0 ? {} : { restSeconds: null }) };
    }),
  );
}

function readPrescription(prescription: Prescription): RoutineLine {
  const { exerciseId, goal, sets, measure, amount, range, perSide, load, rir, restSeconds } = prescription;
  const { tempo, explosive, purpose } = prescription;
  return {
    comments: [],
    mark: null,
    exercise: exerciseId,
    sets,
    measure,
    amount,
    range,
    perSide,
    load,
    rir,
    restSeconds,
    tempo,
    explosive,
    goal,
    swapped: isExcused(prescription),
    purpose,
  };
}
