// Where an edit of a program lands: its session, and the sessions of the block that it reaches beyond it.

import type { ClientRules } from './adapt/rule-set.ts';
import { settleLines } from './pair-lines.ts';
import type { Profile } from './profile.ts';
import type { PlannedSession, Prescription, Program, ProgramWeek } from './program.ts';
import { estimateMinutes } from './session-minutes.ts';

/** How far an edit reaches: the one session, or the same session from this week to the end of its block. */
export const editReaches = ['session', 'block'] as const;
export type EditReach = (typeof editReaches)[number];

interface EditPlace {
  readonly week: ProgramWeek;
  readonly session: PlannedSession;
}

export interface EditContext extends EditPlace {
  readonly program: Program;
  readonly profile: Profile;
  readonly rules: ClientRules;
}

export function findSession(program: Program, key: string): EditPlace | undefined {
  for (const week of program.weeks) {
    const session = week.sessions.find((one) => one.key === key);
    if (session) return { week, session };
  }
  return undefined;
}

/** The edited session, and for the block the same session of the weeks after it. */
export function listReached({ program, week, session }: EditContext, reach: EditReach): readonly PlannedSession[] {
  if (reach === 'session') return [session];
  return program.weeks
    .filter(({ block, number }) => block === week.block && number >= week.number)
    .flatMap(({ sessions }) => sessions.filter(({ label }) => label === session.label));
}

export function findWeekOf(program: Program, session: PlannedSession): ProgramWeek | undefined {
  return program.weeks.find(({ sessions }) => sessions.includes(session));
}

/** Slots in order, each pair at the place of its first, and the minutes of what is there now. */
export function withPrescriptions(session: PlannedSession, prescriptions: readonly Prescription[]): PlannedSession {
  const ordered = settleLines([...prescriptions].sort((one, other) => (one.slot < other.slot ? -1 : 1)));
  return { ...session, prescriptions: ordered, minutes: estimateMinutes(ordered) };
}

export function changeSessions(
  program: Program,
  sessions: readonly PlannedSession[],
  change: (session: PlannedSession) => PlannedSession,
): Program {
  const keys = new Set(sessions.map(({ key }) => key));
  return {
    ...program,
    weeks: program.weeks.map((week) =>
      week.sessions.some(({ key }) => keys.has(key))
        ? { ...week, sessions: week.sessions.map((one) => (keys.has(one.key) ? change(one) : one)) }
        : week,
    ),
  };
}
