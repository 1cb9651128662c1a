// The first session back, prescription by prescription, from the plan for the gap.
import { findExercise } from '../catalogue/catalogue.ts';
import type { Load } from '../load.ts';
import type { ParameterValues } from '../parse-parameters.ts';
import type { PinnableField, PlannedSession, Prescription } from '../program.ts';
import type { Loadable } from '../round-load.ts';
import { findBar, isLightWork, type Runner } from '../runner-limits.ts';
import { handleGap } from './handle-gap.ts';
import { isSameValue } from './is-same-value.ts';
import type { ChangeValue, ProposedChange } from './proposed-change.ts';

export interface AfterGapInput {
  readonly session: PlannedSession;
  /** Which prescriptions are to be looked at; all when left out. */
  readonly isOpen?: (prescription: Prescription) => boolean;
  /** Whole days since the last session. */
  readonly gapDays: number;
  /** The last working loads by exercise id; what is planned where none is known. */
  readonly loads: Readonly<Record<string, Load | null>>;
  readonly loadableOf: (exerciseId: string) => Loadable;
  readonly runner: Runner;
  readonly parameters: ParameterValues;
}

/** The changes that a gap asks of a session; none within the days that just go on. Pinned fields are only suggested. */
export function proposeAfterGap(input: AfterGapInput): readonly ProposedChange[] {
  const { session, isOpen = () => true } = input;
  const taken = new Set(session.prescriptions.map(({ exerciseId }) => exerciseId));
  return session.prescriptions.flatMap((prescription) =>
    isOpen(prescription) ? listChanges(prescription, input, taken) : [],
  );
}

function listChanges(prescription: Prescription, input: AfterGapInput, taken: Set<string>): readonly ProposedChange[] {
  const { session, gapDays, loads, loadableOf, runner, parameters } = input;
  const { exerciseId, sets } = prescription;
  const last = loads[exerciseId] ?? prescription.load;
  const planFor = (days: number) =>
    handleGap({ gapDays: days, load: last, loadable: loadableOf(exerciseId), parameters });
  let plan = planFor(gapDays);
  if (plan.blockWeek === 'continue') return [];
  const changes: ProposedChange[] = [];
  const propose = (field: PinnableField, after: ChangeValue) => {
    const before = prescription[field];
    if (isSameValue(before, after)) return;
    const kind = prescription.pinned.includes(field) ? 'suggestion' : 'change';
    changes.push({ ...plan.reason, kind, target: { exerciseId, session: session.key, field }, before, after });
  };
  if (plan.rungDelta < 0) {
    const regressTo = findExercise(exerciseId)?.regressTo ?? null;
    const easier = regressTo === null ? undefined : findExercise(regressTo);
    const fits = session.load !== 'light' || (easier !== undefined && isLightWork(easier));
    if (easier && fits && !taken.has(easier.id) && findBar(easier, runner) === null) {
      taken.add(easier.id);
      propose('exerciseId', easier.id);
      return changes;
    }
    // On the lowest rung, or where the one below does not suit, the block starts anew instead.
    plan = planFor(parameters.missedRestartDays);
    plan = { ...plan, reason: { ...plan.reason, data: { ...plan.reason.data, days: gapDays } } };
  }
  propose('load', plan.load);
  propose('sets', Math.max(1, sets + plan.setsDelta));
  return changes;
}
