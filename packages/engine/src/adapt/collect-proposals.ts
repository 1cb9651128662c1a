import { buildProposal, type Proposal, type ProposalEdit, type ProposalTopic } from './proposal.ts';
import type { ChangeKind } from './proposed-change.ts';

/** One edit, and whether the engine would make it. */
export interface KindedEdit {
  readonly kind: ChangeKind;
  readonly edit: Extract<ProposalEdit, { kind: 'set_fields' | 'replace' }>;
}

/** One proposal for each exercise and kind, over all sessions that it reaches; the first edit says why. */
export function collectProposals(topic: ProposalTopic, edits: readonly KindedEdit[]): readonly Proposal[] {
  const grouped = new Map<string, { readonly kind: ChangeKind; readonly edits: KindedEdit['edit'][] }>();
  for (const { kind, edit } of edits) {
    const key = `${kind} ${edit.kind} ${edit.kind === 'replace' ? edit.before : edit.exerciseId}`;
    const known = grouped.get(key);
    if (known) known.edits.push(edit);
    else grouped.set(key, { kind, edits: [edit] });
  }
  return [...grouped.values()].flatMap(({ kind, edits: own }) => {
    const [first] = own;
    return first ? [buildProposal({ topic, kind, why: first.why, edits: own })] : [];
  });
}
