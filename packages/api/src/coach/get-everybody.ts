import { mondayOf } from '@groundwork/engine/plain-date';
import type { SharedReads } from '../shared-reads.ts';
import type { StaffScope } from '../trpc.ts';
import type { EverybodyView } from '../views/coach-today.ts';
import { findWeek } from './list-week.ts';
import { listNeedsYou } from './needs-you.ts';
import { findPracticeDay, listRoster } from './roster.ts';

/** What Today shows the first of, whole. */
export async function getEverybody(call: {
  readonly scope: StaffScope;
  readonly now: Date;
  readonly sharedReads: SharedReads;
}): Promise<EverybodyView> {
  const { scope, now, sharedReads } = call;
  const day = await findPracticeDay(call);
  const [roster, toWeekRow] = await Promise.all([
    listRoster({ scope, day, sharedReads }),
    findWeek(scope, { date: day.date, most: null }),
  ]);
  return {
    needsYou: listNeedsYou(roster, now),
    weekStartsOn: mondayOf(day.date),
    week: roster.map((entry) => toWeekRow(entry, now)),
  };
}
