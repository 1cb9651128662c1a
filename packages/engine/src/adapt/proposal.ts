import type { PlainDate } from '../plain-date.ts';
import type { PinnableField, Prescription } from '../program.ts';
import type { Reason } from '../reason.ts';
import type { ChangeKind, ChangeValue } from './proposed-change.ts';

/** What a proposal comes from. */
export const proposalTopics = ['missed', 'pain', 'today', 'ladder', 'gap', 'load', 'deload'] as const;
export type ProposalTopic = (typeof proposalTopics)[number];

/** Fields of one prescription. */
export type FieldValues = Partial<Pick<Prescription, PinnableField>>;

/** What a proposal does to one place of the program, and why there. */
export type ProposalEdit =
  | {
      readonly kind: 'set_fields';
      /** "w03-A" */
      readonly session: string;
      /** "A1" */
      readonly slot: string;
      readonly exerciseId: string;
      readonly before: FieldValues;
      readonly after: FieldValues;
      readonly why: Reason;
    }
  | {
      readonly kind: 'replace';
      readonly session: string;
      readonly slot: string;
      /** The exercise that goes. */
      readonly before: string;
      /** What stands in its slot; null where it is left out. */
      readonly after: Prescription | null;
      readonly why: Reason;
    }
  | {
      readonly kind: 'move_session';
      readonly session: string;
      readonly before: PlainDate;
      readonly after: PlainDate;
      readonly why: Reason;
    }
  /** The session stays where it stands and is not asked for. */
  | { readonly kind: 'skip_session'; readonly session: string; readonly before: PlainDate; readonly why: Reason };

/**
 * One thing that the engine would change, with its reason: a code with data, and the rule that leads to the source. A
 * `change` it would make itself; a `suggestion` waits, since the coach pinned what it is about; a `question` somebody has to
 * answer first; a `note` is for the coach to look at.
 */
export interface Proposal extends Reason {
  /** The same facts give the same id, so that an answer to it can be kept. */
  readonly id: string;
  readonly topic: ProposalTopic;
  readonly kind: ChangeKind;
  /** The first session that it is about. */
  readonly session: string | null;
  readonly exerciseId: string | null;
  /** The most telling of its values, before and after. */
  readonly before: ChangeValue;
  readonly after: ChangeValue;
  /** All that it does, session by session; empty for a question or a note. */
  readonly edits: readonly ProposalEdit[];
}

export interface ProposalDraft {
  readonly topic: ProposalTopic;
  readonly kind: ChangeKind;
  readonly why: Reason;
  readonly session?: string;
  readonly exerciseId?: string;
  readonly before?: ChangeValue;
  readonly after?: ChangeValue;
  readonly edits?: readonly ProposalEdit[];
}

/** A proposal from its parts; what is left out is taken from its first edit. */
export function buildProposal({ topic, kind, why, edits = [], ...parts }: ProposalDraft): Proposal {
  const [first] = edits;
  const session = parts.session ?? first?.session ?? null;
  const exerciseId = parts.exerciseId ?? (first && exerciseOf(first)) ?? null;
  const before = parts.before ?? (first ? tellValue(first, 'before') : null);
  const after = parts.after ?? (first ? tellValue(first, 'after') : null);
  const { code, rule, data } = why;
  const id = [topic, kind, session ?? '', exerciseId ?? '', code, write(before), write(after)].join(' ');
  return { code, rule, data, id, topic, kind, session, exerciseId, before, after, edits };
}

function exerciseOf(edit: ProposalEdit): string | null {
  switch (edit.kind) {
    case 'set_fields':
      return edit.exerciseId;
    case 'replace':
      return edit.before;
    case 'move_session':
    case 'skip_session':
      return null;
    default: {
      const unknown: never = edit;
      throw new TypeError(`Unknown edit: ${JSON.stringify(unknown)}`);
    }
  }
}

function tellValue(edit: ProposalEdit, side: 'before' | 'after'): ChangeValue {
  switch (edit.kind) {
    case 'set_fields':
      return Object.values(edit[side])[0] ?? null;
    case 'replace':
      return side === 'before' ? edit.before : (edit.after?.exerciseId ?? null);
    case 'move_session':
      return edit[side];
    case 'skip_session':
      return side === 'before' ? edit.before : null;
    default: {
      const unknown: never = edit;
      throw new TypeError(`Unknown edit: ${JSON.stringify(unknown)}`);
    }
  }
}

function write(value: ChangeValue): string {
  return value === null ? '' : typeof value === 'object' ? `${value.hundredths}${value.unit}` : String(value);
}
