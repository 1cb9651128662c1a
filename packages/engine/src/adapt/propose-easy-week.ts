// One more easy week where readiness stays low (rulebook 2.4: an extra deload on readiness). How many days are low enough is a
// product decision; a runner's word never changes a week by itself, so it waits for the coach.
import type { ParameterValues } from '../parse-parameters.ts';
import { addDays, daysBetween, type PlainDate } from '../plain-date.ts';
import { prescriptionBounds } from '../prescription-bounds.ts';
import type { PlannedSession, Prescription } from '../program.ts';
import type { Reason } from '../reason.ts';
import { daysPerWeek } from '../run-calendar.ts';
import { groupEdits } from './group-edits.ts';
import { type CheckIn, judgeReadiness } from './judge-readiness.ts';
import { buildProposal, type Proposal } from './proposal.ts';
import type { ProposedChange } from './proposed-change.ts';
import { listComing, type WorkingPlan } from './working-plan.ts';

const lowDays = 3;
/** A third to a half of the sets goes, as in a deload that was planned. */
const keptShare = 0.7;
const easeRir = 4;
const easyCodes: ReadonlySet<string> = new Set(['READY_DELOAD', 'DELOAD_EXTRA']);

/**
 * A suggestion for the next week of the program when three of the last seven days, today among them, were amber or red.
 * Nothing where that week is easy by itself, or was made so already.
 */
export function proposeEasyWeek(
  plan: WorkingPlan,
  checkIns: readonly (CheckIn & { readonly date: PlainDate })[],
): readonly Proposal[] {
  const { program, today, parameters } = plan;
  const days = countLowDays(checkIns, today, parameters);
  const week = program.weeks.find(({ startsOn }) => startsOn > today);
  if (days < lowDays || week?.phase !== 'build' || daysBetween(today, week.startsOn) > daysPerWeek) return [];
  const isEasy = week.sessions.some(({ prescriptions }) =>
    prescriptions.some(({ reasons }) => reasons.some(({ code }) => easyCodes.has(code))),
  );
  if (isEasy) return [];
  const why: Reason = { code: 'READY_DELOAD', rule: 'DELOAD', data: { days, of: daysPerWeek } };
  const edits = listComing(plan, week.startsOn, addDays(week.startsOn, daysPerWeek - 1)).flatMap(({ session }) =>
    groupEdits(session, listEased(session, why)).map(({ edit }) => edit),
  );
  return edits.length === 0 ? [] : [buildProposal({ topic: 'deload', kind: 'suggestion', why, edits })];
}

/** Of several check-ins on one day the last one counts. */
function countLowDays(
  checkIns: readonly (CheckIn & { readonly date: PlainDate })[],
  today: PlainDate,
  parameters: ParameterValues,
): number {
  const byDay = new Map(checkIns.map((checkIn) => [checkIn.date, checkIn]));
  return [...byDay.values()].filter((checkIn) => {
    const ago = daysBetween(checkIn.date, today);
    return ago >= 0 && ago < daysPerWeek && judgeReadiness(checkIn, parameters).light !== 'green';
  }).length;
}

function listEased(session: PlannedSession, why: Reason): readonly (ProposedChange & { readonly slot: string })[] {
  return session.prescriptions.flatMap((prescription) => {
    const { exerciseId, slot, sets, rir } = prescription;
    const changeOf = (field: 'sets' | 'rir', before: Prescription[typeof field], after: number) => ({
      ...why,
      kind: 'suggestion' as const,
      target: { exerciseId, session: session.key, field },
      before,
      after,
      slot,
    });
    const fewer = Math.max(prescriptionBounds.sets.min, Math.floor(sets * keptShare));
    const more = rir === null ? null : Math.max(rir, Math.min(rir + 1, easeRir));
    return [
      ...(fewer < sets ? [changeOf('sets', sets, fewer)] : []),
      ...(more !== null && more !== rir ? [changeOf('rir', rir, more)] : []),
    ];
  });
}
