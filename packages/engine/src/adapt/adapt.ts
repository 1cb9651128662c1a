// The one door to everything that changes a program once it is lived: what was done, what was missed, how the day feels, what
// hurts. Rulebook 2.4 to 2.8 and 5. Nothing here decides; each part does in its own file.

import { findExercise } from '../catalogue/catalogue.ts';
import type { PlainDate } from '../plain-date.ts';
import { addDays } from '../plain-date.ts';
import type { Profile } from '../profile.ts';
import type { Program } from '../program.ts';
import type { Reason } from '../reason.ts';
import type { Loadable } from '../round-load.ts';
import { daysPerWeek } from '../run-calendar.ts';
import { findPainfulSite } from '../runner-limits.ts';
import { applyProposal } from './apply-proposal.ts';
import type { ExerciseLog } from './exercise-log.ts';
import type { ExerciseState } from './exercise-state.ts';
import { findFeedbackAudit } from './find-feedback-audit.ts';
import type { PainReport } from './judge-pain.ts';
import { type CheckIn, judgeReadiness, type Readiness } from './judge-readiness.ts';
import { listSitePains, type SitePain } from './list-site-pains.ts';
import type { Proposal } from './proposal.ts';
import { proposeEasyWeek } from './propose-easy-week.ts';
import { proposeGapChanges } from './propose-gap-changes.ts';
import { proposeLadderMoves } from './propose-ladder-moves.ts';
import { proposeLoads } from './propose-loads.ts';
import { proposeMissedSessions } from './propose-missed-sessions.ts';
import { proposePainChanges } from './propose-pain-changes.ts';
import { proposeToday } from './propose-today.ts';
import { articleRules, type ClientRules } from './rule-set.ts';
import type { Screening } from './screen.ts';
import { buildRecord, contextOf, type RecordContext, type TrainingRecord } from './training-record.ts';
import type { WorkingPlan } from './working-plan.ts';

/** A check-in of one day. */
export interface DatedCheckIn extends CheckIn {
  readonly date: PlainDate;
}

export interface AdaptInput {
  readonly program: Program;
  readonly profile: Profile;
  /** The client's rules; the article's, untouched, when left out. */
  readonly rules?: ClientRules;
  /** The client's own day. Nothing before it changes. */
  readonly today: PlainDate;
  /** Every log there is, in any order; corrections with a higher revision. */
  readonly logs: readonly ExerciseLog[];
  /** What `buildRecord` or `extendRecord` made of the same logs, where the caller has kept it. */
  readonly record?: TrainingRecord;
  /** Of several on one day the last one counts. */
  readonly checkIns: readonly DatedCheckIn[];
  readonly pains: readonly PainReport[];
  readonly screening?: Screening;
  /** What an exercise can be loaded to, where the client's weights are known better than the usual steps. */
  readonly loadables?: Readonly<Record<string, Loadable>>;
  /** Sessions that nothing may touch, such as one that is in progress. */
  readonly fixed?: readonly string[];
  /** Ids of proposals that somebody has said no to. */
  readonly declined?: readonly string[];
}

export interface Adaptation {
  /** In the order in which they build on each other: those of the kind `change` can be applied from first to last. */
  readonly proposals: readonly Proposal[];
  /** The program with every change made. Adapted again with the same facts, it has nothing more to change. */
  readonly program: Program;
  /** What is known of each exercise, by its id. */
  readonly states: ReadonlyMap<string, ExerciseState>;
  /** Today's light; null without a check-in today. */
  readonly readiness: Readiness | null;
  /** Sites that hurt, each with its light. */
  readonly pains: readonly SitePain[];
  /** While there are any, the plan waits for the coach or for a professional. */
  readonly holds: readonly Reason[];
  /** What the coach should look at; nothing changes by itself. */
  readonly notes: readonly Reason[];
}

/**
 * What the facts ask of the program, as proposals in order. Pure, and the same for every order in which the facts arrived;
 * sessions that are done, begun or past stay as they are.
 */
export function adapt(input: AdaptInput): Adaptation {
  const { profile, rules = articleRules, today, screening } = input;
  const { parameters } = rules;
  const context: RecordContext = { profile, parameters, loadables: input.loadables };
  const record = input.record ?? buildRecord(input.logs, context);
  const pains = listSitePains(input.pains, today, parameters);
  const checkIn = input.checkIns.findLast(({ date }) => date === today);
  const readiness = checkIn === undefined ? null : judgeReadiness(checkIn, parameters);
  const declined = new Set(input.declined);
  // What hurts now is barred from whatever comes in anew.
  const red = pains.filter(({ verdict }) => verdict.light === 'red').map(({ site }) => site);
  let plan: WorkingPlan = {
    program: input.program,
    record,
    today,
    profile: red.length === 0 ? profile : { ...profile, painSites: [...new Set([...profile.painSites, ...red])] },
    parameters,
    fixed: new Set(input.fixed),
    loadableOf: (exerciseId) => contextOf(exerciseId, null, context).loadable,
  };
  const proposals: Proposal[] = [];
  const make = (made: readonly Proposal[]) => {
    for (const proposal of made) {
      if (declined.has(proposal.id)) continue;
      proposals.push(proposal);
      if (proposal.kind !== 'change') continue;
      const applied = applyProposal(plan.program, proposal);
      if (!applied.ok) throw new RangeError(`${proposal.id}: ${JSON.stringify(applied.problems)}`);
      plan = { ...plan, program: applied.value };
    }
  };
  // Where sessions stand comes first, then which of them are done at all, then what is in them; a day's easing last.
  const isClosed = readiness?.light === 'red' || pains.some(({ verdict }) => verdict.light === 'stop');
  make(proposeMissedSessions(plan, isClosed ? addDays(today, 1) : today));
  make(proposePainChanges(plan, pains));
  if (readiness?.light === 'red') make(proposeToday(plan, readiness));
  make(proposeLadderMoves(plan));
  make(proposeGapChanges(plan));
  // No site that still hurts lets what loads it get harder.
  const findHold = (exerciseId: string): Reason | undefined => {
    const exercise = findExercise(exerciseId);
    return exercise && pains.find(({ site }) => findPainfulSite(exercise, [site]) !== undefined)?.verdict.reason;
  };
  make(proposeLoads(plan, context, findHorizon(plan), findHold));
  if (readiness?.light === 'amber') make(proposeToday(plan, readiness));
  make(proposeEasyWeek(plan, input.checkIns));
  const states = new Map([...record.steps].map(([exerciseId, { state }]) => [exerciseId, state] as const));
  const stops = pains.filter(({ verdict }) => verdict.light === 'stop').map(({ verdict }) => verdict.reason);
  const screened = screening === undefined || screening.autoPlan === true ? [] : screening.reasons;
  const audit = findFeedbackAudit(input.checkIns, today);
  const notes = audit ? [audit] : [];
  return { proposals, program: plan.program, states, readiness, pains, holds: [...stops, ...screened], notes };
}

/** Two weeks at least, and to the end of the block: what is farther off is worked out when it comes near. */
function findHorizon({ program: { weeks }, today }: WorkingPlan): PlainDate {
  const soon = addDays(today, 2 * daysPerWeek);
  const current = weeks.findLast(({ startsOn }) => startsOn <= today) ?? weeks[0];
  const ends = weeks.flatMap(({ block, startsOn }) =>
    block === current?.block ? [addDays(startsOn, daysPerWeek - 1)] : [],
  );
  return [soon, ...ends].toSorted().at(-1) ?? soon;
}
