import type { ParameterValues } from '../parse-parameters.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Profile } from '../profile.ts';
import type { PlannedSession, Program, ProgramWeek } from '../program.ts';
import type { Loadable } from '../round-load.ts';
import { isSkipped } from './apply-proposal.ts';
import type { TrainingRecord } from './training-record.ts';

/** A program on a day, with all that is known: what each kind of proposal is worked out from. */
export interface WorkingPlan {
  readonly program: Program;
  readonly record: TrainingRecord;
  readonly today: PlainDate;
  readonly profile: Profile;
  readonly parameters: ParameterValues;
  /** Sessions that nothing may touch: begun, or settled by somebody. */
  readonly fixed: ReadonlySet<string>;
  readonly loadableOf: (exerciseId: string) => Loadable;
}

/** A session still to be done, in its week. */
export interface ComingSession {
  readonly week: ProgramWeek;
  readonly session: PlannedSession;
}

/** Sessions from one day to another that are neither done nor begun nor let go, by date. */
export function listComing(
  { program, record, fixed }: Pick<WorkingPlan, 'program' | 'record' | 'fixed'>,
  from: PlainDate,
  until: PlainDate,
): readonly ComingSession[] {
  const coming: ComingSession[] = [];
  for (const week of program.weeks) {
    if (week.startsOn > until) break;
    for (const session of week.sessions) {
      const { key, date } = session;
      if (date < from || date > until || record.done.has(key) || fixed.has(key) || isSkipped(session)) continue;
      coming.push({ week, session });
    }
  }
  return coming;
}
