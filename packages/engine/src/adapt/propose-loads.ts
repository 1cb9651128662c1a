// What the next sessions of each exercise ask for, from what its last ones led to: rulebook 2.4.
import type { PlainDate } from '../plain-date.ts';
import type { Program } from '../program.ts';
import type { Reason } from '../reason.ts';
import { isSkipped } from './apply-proposal.ts';
import { collectProposals } from './collect-proposals.ts';
import { groupEdits } from './group-edits.ts';
import { type AheadChange, planAhead } from './plan-ahead.ts';
import { buildProposal, type Proposal } from './proposal.ts';
import { findWeekBack } from './propose-gap-changes.ts';
import type { RecordContext } from './training-record.ts';
import type { WorkingPlan } from './working-plan.ts';

/**
 * One for each exercise, and one more where some of its fields are pinned; then what is asked and noted. `until` is the last
 * day that is worked out.
 */
export function proposeLoads(
  plan: WorkingPlan,
  context: RecordContext,
  until: PlainDate,
  findHold: (exerciseId: string) => Reason | undefined,
): readonly Proposal[] {
  const { program, record, today, fixed } = plan;
  const ahead = planAhead({
    ...context,
    program,
    record,
    today,
    until,
    fixed: withoutSkipped(program, fixed),
    findHold,
    weekBack: findWeekBack(plan),
  });
  const open = [...record.steps].flatMap(([exerciseId, step]) =>
    step.changes
      .filter(({ kind }) => kind === 'question' || kind === 'note')
      .map((change) => {
        const { code, rule, data, kind, before, after } = change;
        return buildProposal({ topic: 'load', kind, why: { code, rule, data }, exerciseId, before, after });
      }),
  );
  return [...groupByExercise(program, ahead.changes), ...open];
}

/** What was let go asks for nothing, and is left as it was. */
function withoutSkipped(program: Program, fixed: ReadonlySet<string>): ReadonlySet<string> {
  const skipped = program.weeks.flatMap(({ sessions }) => sessions.filter(isSkipped).map(({ key }) => key));
  return skipped.length === 0 ? fixed : new Set([...fixed, ...skipped]);
}

function groupByExercise(program: Program, changes: readonly AheadChange[]): readonly Proposal[] {
  if (changes.length === 0) return [];
  const bySession = new Map<string, AheadChange[]>();
  for (const change of changes) {
    const key = change.target.session ?? '';
    const known = bySession.get(key);
    if (known) known.push(change);
    else bySession.set(key, [change]);
  }
  const edits = program.weeks.flatMap(({ sessions }) =>
    sessions.flatMap((session) => {
      const own = bySession.get(session.key);
      return own ? groupEdits(session, own) : [];
    }),
  );
  return collectProposals('load', edits);
}
