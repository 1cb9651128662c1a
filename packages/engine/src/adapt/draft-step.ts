import type { Reason } from '../reason.ts';
import type { PlannedDose } from './exercise-log.ts';
import type { ExerciseState } from './exercise-state.ts';
import { isSameValue } from './is-same-value.ts';
import type { ProposedChange } from './proposed-change.ts';
import type { Step } from './step-context.ts';

/** What a session can move in the next one. */
type MovedField = 'load' | 'amount' | 'tempo';

/** A step in the making. */
export interface StepDraft {
  /** Changes the field, or only suggests it where the coach has pinned it. Nothing happens where the value is there already. */
  readonly set: <Field extends MovedField>(field: Field, value: ExerciseState[Field], why: Reason) => void;
  readonly note: (why: Reason) => void;
  readonly finish: (why: Reason, counts?: Partial<ExerciseState>) => Step;
}

/** A step from a state, whose changes keep off the fields that the coach pinned in what was planned. */
export function draftStep(state: ExerciseState, { pinned }: Pick<PlannedDose, 'pinned'>): StepDraft {
  const changes: ProposedChange[] = [];
  let values: Partial<Pick<ExerciseState, MovedField>> = {};
  const target = (field: MovedField) => ({ exerciseId: state.exerciseId, session: null, field });
  return {
    set(field, value, why) {
      const before = state[field];
      if (isSameValue(before, value)) return;
      const isPinned = pinned.includes(field);
      changes.push({ ...why, kind: isPinned ? 'suggestion' : 'change', target: target(field), before, after: value });
      if (!isPinned) values = { ...values, [field]: value };
    },
    note(why) {
      changes.push({ ...why, kind: 'note', target: target('load'), before: null, after: null });
    },
    finish: (why, counts = {}) => ({ state: { ...state, ...counts, ...values }, changes, why }),
  };
}
