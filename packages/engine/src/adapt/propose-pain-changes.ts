// What painful sites change in the days ahead: rulebook 2.7. Only the next days, since a report is due before those after.
import { findExercise } from '../catalogue/catalogue.ts';
import type { Exercise } from '../catalogue/exercise.ts';
import { isHighResistance } from '../high-resistance.ts';
import { addDays, dayNumberOf } from '../plain-date.ts';
import type { PlannedSession, Prescription } from '../program.ts';
import { findRaceAgainstNew, listDatedRaces } from '../race-limits.ts';
import type { Reason } from '../reason.ts';
import { findPainfulSite, isLightWork, type Runner } from '../runner-limits.ts';
import { collectProposals, type KindedEdit } from './collect-proposals.ts';
import { draftSessions } from './draft-sessions.ts';
import type { SitePain } from './list-site-pains.ts';
import { prescribeInstead } from './prescribe-instead.ts';
import { buildProposal, type Proposal, type ProposalEdit } from './proposal.ts';
import { proposeForPain } from './propose-for-pain.ts';
import { listComing, type WorkingPlan } from './working-plan.ts';

/** A week of sessions: after it there is another report, or the same one still holds. */
const daysAhead = 6;
const answeredCodes: ReadonlySet<string> = new Set([
  'PAIN_REGRESS',
  'PAIN_RED',
  'PAIN_AS_RED',
  'RUNG_BACK',
  'GAP_RUNG_DOWN',
]);

/** A stop flag leaves today's session out; red takes what loads the site out of the days ahead; a second amber, one rung. */
export function proposePainChanges(plan: WorkingPlan, pains: readonly SitePain[]): readonly Proposal[] {
  const { today } = plan;
  const stop = pains.find(({ verdict }) => verdict.light === 'stop');
  if (stop) {
    return listComing(plan, today, today).map(({ session }) => {
      const edit: ProposalEdit = {
        kind: 'skip_session',
        session: session.key,
        before: session.date,
        why: stop.verdict.reason,
      };
      return buildProposal({ topic: 'pain', kind: 'change', why: stop.verdict.reason, edits: [edit] });
    });
  }
  const stopped = pains.filter(({ verdict }) => verdict.action === 'stop_exercise');
  const acting = [...stopped, ...pains.filter(({ verdict }) => verdict.action === 'regress')];
  const red = stopped.map(({ site }) => site);
  const runner: Runner = plan.profile;
  const drafts = draftSessions();
  const edits = acting.flatMap(({ site, verdict }) =>
    listComing(plan, today, addDays(today, daysAhead)).flatMap(({ week, session }): readonly KindedEdit[] => {
      const draft = drafts.now(session);
      const changes = proposeForPain({
        verdict,
        site,
        session: draft,
        runner,
        sore: pains.map((pain) => pain.site),
        // What pain has changed already does not go back another rung for it.
        isOpen: ({ slot, reasons }) =>
          !drafts.isChanged(session, slot) &&
          (verdict.action === 'stop_exercise' || !reasons.some(({ code }) => answeredCodes.has(code))),
        isAllowed: (exercise, insteadOf) =>
          findPainfulSite(exercise, red) === undefined && mayStandIn(exercise, insteadOf, session, plan),
      });
      return changes.flatMap((change): readonly KindedEdit[] => {
        const prescription = draft.prescriptions.find(({ exerciseId }) => exerciseId === change.before);
        const exercise = typeof change.after === 'string' ? findExercise(change.after) : undefined;
        if (!prescription) return [];
        const why: Reason = { code: change.code, rule: change.rule, data: change.data };
        const after = exercise
          ? prescribeInstead({
              week,
              session: drafts.now(session),
              prescription,
              exercise,
              profile: plan.profile,
              parameters: plan.parameters,
              load: plan.record.steps.get(exercise.id)?.state.load ?? null,
              why,
            })
          : null;
        const { slot, exerciseId: before } = prescription;
        drafts.replace(session, slot, after);
        return [{ kind: change.kind, edit: { kind: 'replace', session: session.key, slot, before, after, why } }];
      });
    }),
  );
  return collectProposals('pain', edits);
}

/** Nothing heavy where nothing heavy was, nothing but light work in a light session, and nothing new before a race. */
function mayStandIn(
  exercise: Exercise,
  { exerciseId, goal, measure, amount }: Prescription,
  session: PlannedSession,
  { record, profile, parameters }: WorkingPlan,
): boolean {
  if (session.load === 'light' && !isLightWork(exercise)) return false;
  const from = findExercise(exerciseId);
  const wasHeavy = from !== undefined && isHighResistance(from, { goal, measure, amount });
  if (exercise.highResistance === 'always' || (exercise.highResistance === 'when_dosed_as_strength' && !wasHeavy)) {
    return wasHeavy;
  }
  const race = findRaceAgainstNew(dayNumberOf(session.date), listDatedRaces(profile.races), parameters);
  return race === undefined || record.steps.has(exercise.id);
}
