import type { PlannedSession } from '../program.ts';
import type { Reason } from '../reason.ts';
import type { FieldValues, ProposalEdit } from './proposal.ts';
import type { ChangeKind, ProposedChange } from './proposed-change.ts';

type FieldEdit = Extract<ProposalEdit, { kind: 'set_fields' }>;

/**
 * Changes of single fields as one edit for each prescription and kind: what the coach pinned stays apart from what the engine
 * may change. The reason of the first field stands for all, unless one is given.
 */
export function groupEdits(
  session: PlannedSession,
  changes: readonly (ProposedChange & { readonly slot?: string; readonly why?: Reason })[],
): readonly { readonly kind: ChangeKind; readonly edit: FieldEdit }[] {
  const grouped = new Map<string, { kind: ChangeKind; edit: FieldEdit }>();
  for (const { code, rule, data, kind, target, before, after, slot: given, why } of changes) {
    const { field } = target;
    const line = session.prescriptions.find(({ slot, exerciseId }) =>
      given === undefined ? exerciseId === target.exerciseId : slot === given,
    );
    if (field === 'exerciseId' || line === undefined) continue;
    const { slot, exerciseId } = line;
    const key = `${kind} ${slot}`;
    const known = grouped.get(key)?.edit;
    grouped.set(key, {
      kind,
      edit: {
        kind: 'set_fields',
        session: session.key,
        slot,
        exerciseId,
        before: { ...known?.before, [field]: before } as FieldValues,
        after: { ...known?.after, [field]: after } as FieldValues,
        why: known?.why ?? why ?? { code, rule, data },
      },
    });
  }
  return [...grouped.values()];
}
