// Sessions that were not done: each moves to an open day of its week, or it is let go (rule MISSED).
import { addDays, dayNumberOf, daysBetween, mondayOf, type PlainDate, weekdayOf } from '../plain-date.ts';
import type { PlannedSession, ProgramWeek } from '../program.ts';
import { findRaceLimit, listDatedRaces } from '../race-limits.ts';
import type { Reason } from '../reason.ts';
import { type DatedWeek, daysPerWeek, listDatedWeeks } from '../run-calendar.ts';
import { mastersAge } from '../runner-limits.ts';
import { type Weekday, weekdays } from '../vocabulary.ts';
import { isSkipped } from './apply-proposal.ts';
import { handleMissed } from './handle-missed.ts';
import { buildProposal, type Proposal, type ProposalEdit } from './proposal.ts';
import { listComing, type WorkingPlan } from './working-plan.ts';

/** Older recovery wants three days between heavy sessions (rulebook 2.8). */
const mastersGapDays = 3;

/**
 * What becomes of sessions that were passed over, this week's and last week's; what is older than that is for the rule on
 * gaps. An open day is one of the article's, whatever else a rule set would allow, and not before `from`.
 */
export function proposeMissedSessions(plan: WorkingPlan, from: PlainDate): readonly Proposal[] {
  const { program, today } = plan;
  const monday = mondayOf(today);
  const missed = listComing(plan, addDays(monday, -daysPerWeek), addDays(today, -1));
  const takenDays = new Set<Weekday>();
  return missed.map(({ week, session }) => {
    if (week.startsOn !== monday || mondayOf(from) !== monday) return letGo(session, 'no_day');
    const next = program.weeks.find(({ startsOn }) => startsOn === addDays(monday, daysPerWeek));
    const proposal = findPlace(plan, from, week, session, next, takenDays);
    if (typeof proposal.after === 'string') takenDays.add(weekdayOf(proposal.after));
    return proposal;
  });
}

function findPlace(
  plan: WorkingPlan,
  from: PlainDate,
  week: ProgramWeek,
  session: PlannedSession,
  next: ProgramWeek | undefined,
  takenDays: ReadonlySet<Weekday>,
): Proposal {
  const { profile, parameters, today, record } = plan;
  const [dated] = listDatedWeeks(profile, week.startsOn, 1) as [DatedWeek];
  const races = listDatedRaces(profile.races);
  const first = dayNumberOf(week.startsOn);
  // A race or a holiday may bar a day that the week's runs leave open.
  const barred = weekdays.filter((_, day) => {
    const off = dated.off[day];
    if (off && (off.work === 'none' || session.load !== 'light')) return true;
    const { most } = findRaceLimit(first + day, races, parameters);
    return most === 'none' || (most === 'light' && session.load !== 'light');
  });
  // Sessions let go leave their day; one that moved there before this one takes it.
  const planned = week.sessions
    .filter((one) => one === session || record.done.has(one.key) || (!isSkipped(one) && one.date >= today))
    .map(({ day, load }) => ({ day, load }));
  for (const day of takenDays) planned.push({ day, load: 'full' });
  const minGapDays =
    profile.age >= mastersAge ? Math.max(mastersGapDays, parameters.minGapDays) : parameters.minGapDays;
  const { to, change } = handleMissed({
    week: dated.runs,
    before: dated.before,
    after: dated.after,
    unavailable: [...new Set([...profile.unavailable, ...barred])],
    planned,
    missed: session.day,
    today: weekdayOf(from),
    nextWeek: next?.sessions[0]?.day,
    parameters: { ...parameters, minGapDays },
  });
  const why: Reason = { code: change.code, rule: change.rule, data: change.data };
  if (to === null) return letGo(session, why.data.because === 'too_close' ? 'too_close' : 'no_day');
  const edit: ProposalEdit = {
    kind: 'move_session',
    session: session.key,
    before: session.date,
    after: addDays(session.date, daysBetween(session.date, week.startsOn) + weekdays.indexOf(to)),
    why,
  };
  return buildProposal({ topic: 'missed', kind: 'change', why, edits: [edit] });
}

function letGo({ key, date, day }: PlannedSession, because: 'no_day' | 'too_close'): Proposal {
  const why: Reason = { code: 'MISSED_DROP', rule: 'MISSED', data: { from: day, because } };
  return buildProposal({
    topic: 'missed',
    kind: 'change',
    why,
    edits: [{ kind: 'skip_session', session: key, before: date, why }],
  });
}
