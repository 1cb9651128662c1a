// What today's check-in does to today's session: rulebook 2.6. Nothing after today changes.
import { applyReadiness } from './apply-readiness.ts';
import { groupEdits } from './group-edits.ts';
import type { Readiness } from './judge-readiness.ts';
import { buildProposal, type Proposal, type ProposalEdit } from './proposal.ts';
import type { ChangeKind } from './proposed-change.ts';
import { listComing, type WorkingPlan } from './working-plan.ts';

/** Changes of a day that is over, or that has been eased already, are not made again. */
export function proposeToday(plan: WorkingPlan, readiness: Readiness): readonly Proposal[] {
  return listComing(plan, plan.today, plan.today).flatMap(({ session }): readonly Proposal[] => {
    const isEased = session.prescriptions.some(({ reasons }) => reasons.some(({ code }) => code.startsWith('TODAY_')));
    if (isEased) return [];
    const { changes } = applyReadiness(session, readiness);
    const skip = changes.find(({ target }) => target.field === 'session');
    if (skip) {
      const why = { code: skip.code, rule: skip.rule, data: skip.data };
      const edit: ProposalEdit = { kind: 'skip_session', session: session.key, before: session.date, why };
      return [buildProposal({ topic: 'today', kind: skip.kind, why: readiness.reason, edits: [edit] })];
    }
    const grouped = groupEdits(session, changes);
    const kinds: readonly ChangeKind[] = ['change', 'suggestion'];
    return kinds.flatMap((kind) => {
      const edits = grouped.flatMap((one) => (one.kind === kind ? [one.edit] : []));
      return edits.length === 0 ? [] : [buildProposal({ topic: 'today', kind, why: readiness.reason, edits })];
    });
  });
}
