import { mondayOf } from '@groundwork/engine/plain-date';
import type { SharedReads } from '../shared-reads.ts';
import type { StaffScope } from '../trpc.ts';
import type { EverybodyView } from '../views/coach-today.ts';
import { listNeedsYou } from './needs-you.ts';
import { findPracticeDay, listRoster } from './roster.ts';
import { toWeekRow } from './to-week-row.ts';

/** What Today shows the first of, whole. */
export async function getEverybody(call: {
  readonly scope: StaffScope;
  readonly now: Date;
  readonly sharedReads: SharedReads;
}): Promise<EverybodyView> {
  const { scope, now, sharedReads } = call;
  const day = await findPracticeDay(call);
  const roster = await listRoster({ scope, day, sharedReads });
  const monday = mondayOf(day.date);
  return {
    needsYou: listNeedsYou(roster, now),
    weekStartsOn: monday,
    week: roster.map((entry) => toWeekRow(entry, monday, now)),
  };
}
