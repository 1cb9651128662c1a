import { findOwnPractice } from '../own-practice.ts';
import { findToday } from '../today.ts';
import type { StaffScope } from '../trpc.ts';
import type { PracticeFrame } from '../views/coach-today.ts';
import { countSpots } from '../waitlist/count-spots.ts';
import { listNeedsYou } from './needs-you.ts';
import { listRoster } from './roster.ts';

/** What the frame around every page shows: whose practice, and the counts beside the menu. */
export async function getFrame(call: { readonly scope: StaffScope; readonly now: Date }): Promise<PracticeFrame> {
  const { scope, now } = call;
  const practice = await findOwnPractice(scope);
  const date = findToday(practice.timeZone, now);
  const [roster, spots] = await Promise.all([listRoster({ scope, now, date, withArchived: false }), countSpots(scope)]);
  const { id: practiceId, slug, name, timeZone } = practice;
  return {
    date,
    practice: { practiceId, slug, name, timeZone },
    me: scope.me,
    counts: { needsYou: listNeedsYou(roster, now).length, clients: roster.length, waiting: spots.waiting },
  };
}
