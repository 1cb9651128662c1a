import type { Load } from '../load.ts';
import type { PinnableField } from '../program.ts';
import type { Reason } from '../reason.ts';

/** A field's value before or after; null where there is none. */
export type ChangeValue = Load | number | string | null;

/**
 * `change`: the engine would make it. `suggestion`: the coach pinned the field, so it stays until she says otherwise.
 * `question`: somebody has to confirm it first. `note`: nothing to change, somebody should look.
 */
export const changeKinds = ['change', 'suggestion', 'question', 'note'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What a change is about. */
export interface ChangeTarget {
  readonly exerciseId: string | null;
  /** "w03-A" where it is about one session, null where it is about all that is still to come. */
  readonly session: string | null;
  readonly field: PinnableField | 'session';
}

/** What the engine would change in a plan, and why: a code with data, the rule's id for its source, and both values. */
export interface ProposedChange extends Reason {
  readonly kind: ChangeKind;
  readonly target: ChangeTarget;
  readonly before: ChangeValue;
  readonly after: ChangeValue;
}
