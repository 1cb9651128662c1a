import { mondayOf } from '@groundwork/engine/plain-date';
import { findOnlyCoach } from '../client-record.ts';
import { stateOf } from '../session-rows.ts';
import type { SharedReads } from '../shared-reads.ts';
import type { StaffScope } from '../trpc.ts';
import type { CoachTodayView, TrainingToday } from '../views/coach-today.ts';
import { shareSpots } from '../waitlist/count-spots.ts';
import { listNeedsYou } from './needs-you.ts';
import { findPracticeDay, listRoster, type PracticeDay } from './roster.ts';
import { toWeekRow } from './to-week-row.ts';
import { findTrainingFacts } from './training-statement.ts';

/** As many as fit on a screen or two; the rest comes when she asks for it. */
const first = { needsYou: 12, training: 12, week: 25 } as const;

/** The coach's first screen: who needs her, who trains today, the week, the spots. The first of each, and how many there are. */
export async function getToday(call: {
  readonly scope: StaffScope;
  readonly now: Date;
  readonly sharedReads: SharedReads;
}): Promise<CoachTodayView> {
  const { scope, now, sharedReads } = call;
  const day = await findPracticeDay(call);
  const { practice, date } = day;
  const [roster, spots, training] = await Promise.all([
    listRoster({ scope, day, sharedReads }),
    shareSpots(scope, sharedReads),
    findTraining(scope, day),
  ]);
  const needsYou = listNeedsYou(roster, now);
  const monday = mondayOf(date);
  const { id: practiceId, slug, name, timeZone } = practice;
  return {
    date,
    practice: { practiceId, slug, name, timeZone },
    me: scope.me,
    counts: { needsYou: needsYou.length, clients: roster.length },
    needsYou: needsYou.slice(0, first.needsYou),
    training,
    weekStartsOn: monday,
    week: roster.slice(0, first.week).map((entry) => toWeekRow(entry, monday, now)),
    spots,
  };
}

async function findTraining(scope: StaffScope, { date, dateOfZone }: PracticeDay): Promise<TrainingToday> {
  const [found] = await findTrainingFacts(scope).execute({
    practiceId: scope.practiceId,
    coachId: findOnlyCoach(scope.me),
    date,
    zones: [...dateOfZone.keys()],
    zoneDates: [...dateOfZone.values()],
    most: first.training,
  });
  if (!found) throw new Error('A count gave no row');
  return {
    count: found.count,
    done: found.done,
    first: found.first.map(({ status, finishedAt, planned, logged, ...row }) => ({
      ...row,
      // It is today's: none of them is missed yet.
      state: stateOf({ status, date }, date),
      finishedAt: finishedAt === null ? null : new Date(finishedAt),
      sets: { planned, logged },
    })),
  };
}
