import type { SharedReads } from '../shared-reads.ts';
import type { StaffScope } from '../trpc.ts';
import type { PracticeFrame } from '../views/coach-today.ts';
import { shareSpots } from '../waitlist/count-spots.ts';
import { listNeeds } from './needs-you.ts';
import { findPracticeDay, listRoster } from './roster.ts';

/** What the frame around every page shows: whose practice, and the counts beside the menu. */
export async function getFrame(call: {
  readonly scope: StaffScope;
  readonly now: Date;
  readonly sharedReads: SharedReads;
}): Promise<PracticeFrame> {
  const { scope, now, sharedReads } = call;
  const day = await findPracticeDay(call);
  const [roster, spots] = await Promise.all([listRoster({ scope, day, sharedReads }), shareSpots(scope, sharedReads)]);
  const { id: practiceId, slug, name, timeZone } = day.practice;
  const needsYou = roster.filter((entry) => listNeeds(entry, now).length > 0).length;
  return {
    date: day.date,
    practice: { practiceId, slug, name, timeZone },
    me: scope.me,
    counts: { needsYou, clients: roster.length, waiting: spots.waiting },
  };
}
