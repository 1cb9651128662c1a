// A coach's changes to a program (rule EDIT): pure, in bounds, pinned. What they do to the week is for the checks to say.
import { articleRules, type ClientRules } from './adapt/rule-set.ts';
import { findExercise } from './catalogue/catalogue.ts';
import type { Exercise } from './catalogue/exercise.ts';
import {
  changeSessions,
  type EditContext,
  type EditReach,
  findSession,
  listReached,
  withPrescriptions,
} from './edit-place.ts';
import { suitsGoal } from './goal-dose.ts';
import type { Load } from './load.ts';
import { markRemoved, moveSlot } from './mark-session.ts';
import { moveSession } from './move-session.ts';
import { findPairProblem, isPairedByHand, joinLines, type PairProblem, partLines, sayByCoach } from './pair-lines.ts';
import type { PlainDate } from './plain-date.ts';
import { planNewLine } from './plan-new-line.ts';
import { prescriptionBounds } from './prescription-bounds.ts';
import type { Profile } from './profile.ts';
import { type PinnableField, type PlannedSession, type Prescription, type Program, pinnableFields } from './program.ts';
import { fail, type Result, succeed } from './result.ts';
import { type BarKind, findBar, isLightWork } from './runner-limits.ts';
import type { Goal, SessionLabel, Weekday } from './vocabulary.ts';

/** The fields a coach sets; a field left out stays as it is. */
export type PrescriptionFields = Partial<Pick<Prescription, PinnableField>>;

export type ProgramEdit =
  | {
      readonly kind: 'set_prescription';
      /** "w03-A" */
      readonly session: string;
      /** "A1" */
      readonly slot: string;
      readonly reach: EditReach;
      /**
       * A new exercise or goal starts its range anew with an easy first session; other fields given beside it go on top.
       * What is meant for one exercise, all but sets and rest, reaches only the sessions that hold it.
       */
      readonly fields: PrescriptionFields;
    }
  | {
      readonly kind: 'add_slot';
      readonly session: string;
      readonly exerciseId: string;
      readonly reach: EditReach;
      /** Where it goes; left out, the first free place. */
      readonly slot?: string;
    }
  | { readonly kind: 'remove_slot'; readonly session: string; readonly slot: string; readonly reach: EditReach }
  /** Done by turns: the second stands behind the first, whichever is named first. */
  | {
      readonly kind: 'pair_slots';
      readonly session: string;
      readonly slot: string;
      readonly partner: string;
      readonly reach: EditReach;
    }
  /** Each on its own again. */
  | { readonly kind: 'unpair_slot'; readonly session: string; readonly slot: string; readonly reach: EditReach }
  /** To the place of another slot; those between move up or down by one. */
  | {
      readonly kind: 'move_slot';
      readonly session: string;
      readonly slot: string;
      readonly to: string;
      readonly reach: EditReach;
    }
  /** To another day of the same week. A day that a rule refuses asks for a reason, which is kept with the session. */
  | {
      readonly kind: 'move_session';
      readonly session: string;
      readonly date: PlainDate;
      readonly reason?: string;
    };

/** Why an edit can't be made, with what would be allowed. */
export type EditProblem =
  | { readonly code: 'no_such_session' | 'no_such_slot' | 'nothing_to_change' }
  | { readonly code: 'slot_taken'; readonly slot: string }
  | PairProblem
  | { readonly code: 'unknown_exercise' | 'already_there'; readonly exerciseId: string }
  /** The client has not the kit, or it hurts, or it is too early for it. */
  | { readonly code: 'barred'; readonly exerciseId: string; readonly by: BarKind }
  /** A light session holds nothing heavy and no jumps. */
  | { readonly code: 'not_for_light'; readonly exerciseId: string; readonly session: string }
  | {
      readonly code: 'out_of_range' | 'not_whole' | 'not_half_step';
      readonly field: PinnableField;
      readonly allowed: { readonly min: number; readonly max: number };
    }
  /** A hold is trained for stability or mobility, or for the catalogue's own goal. */
  | { readonly code: 'not_for_hold'; readonly goal: Goal }
  /** Reps in reserve mean nothing for a hold. */
  | { readonly code: 'no_reserve'; readonly field: 'rir' }
  /** Seconds down, pause, up: "3-1-1". */
  | { readonly code: 'not_a_tempo'; readonly field: 'tempo' }
  | { readonly code: 'too_many_slots'; readonly allowed: { readonly min: number; readonly max: number } }
  | { readonly code: 'not_a_date' }
  | { readonly code: 'other_week'; readonly allowed: { readonly from: PlainDate; readonly to: PlainDate } }
  | { readonly code: 'day_taken'; readonly session: string }
  /** A rule speaks against the day: the coach may place it anyway, and says why. */
  | { readonly code: 'needs_reason'; readonly day: Weekday; readonly rule: string };

/**
 * The program with the edit made, or every problem with it. Fields that the edit changes are pinned; the coach's reason is
 * put on what it touches. Nothing else moves, and the program given is left as it is.
 */
export function applyEdit(
  program: Program,
  edit: ProgramEdit,
  profile: Profile,
  rules: ClientRules = articleRules,
): Result<Program, EditProblem> {
  const place = findSession(program, edit.session);
  if (!place) return fail({ code: 'no_such_session' });
  const context: EditContext = { program, ...place, profile, rules };
  switch (edit.kind) {
    case 'set_prescription':
      return setPrescription(context, edit);
    case 'add_slot':
      return addSlot(context, edit);
    case 'remove_slot':
      return removeSlot(context, edit);
    case 'pair_slots':
      return pairSlots(context, edit);
    case 'unpair_slot':
      return unpairSlot(context, edit);
    case 'move_slot':
      return moveSlotTo(context, edit);
    case 'move_session':
      return moveSession(context, edit);
    default: {
      const unknown: never = edit;
      throw new TypeError(`Unknown edit: ${JSON.stringify(unknown)}`);
    }
  }
}

type Edit<Kind extends ProgramEdit['kind']> = Extract<ProgramEdit, { readonly kind: Kind }>;

function setPrescription(context: EditContext, edit: Edit<'set_prescription'>): Result<Program, EditProblem> {
  const { program, session, profile } = context;
  const { fields } = edit;
  const before = session.prescriptions.find(({ slot }) => slot === edit.slot);
  if (!before) return fail({ code: 'no_such_slot' });
  const names = pinnableFields.filter((name) => fields[name] !== undefined);
  if (names.length === 0) return fail({ code: 'nothing_to_change' });
  const exerciseId = fields.exerciseId ?? before.exerciseId;
  const exercise = findExercise(exerciseId);
  if (!exercise) return fail({ code: 'unknown_exercise', exerciseId });

  const isSwap = exerciseId !== before.exerciseId;
  const isOfExercise = !isSwap && names.some((name) => !slotFields.includes(name));
  const reached = listReached(context, edit.reach).filter(({ prescriptions }) =>
    prescriptions.some((one) => one.slot === edit.slot && (!isOfExercise || one.exerciseId === exerciseId)),
  );
  const goal = fields.goal ?? (isSwap ? exercise.defaultGoal : before.goal);
  const isReplanned = isSwap || goal !== before.goal;
  const problems = [
    ...(isSwap ? checkExercise(exercise, reached, edit.slot, profile) : []),
    ...(isReplanned ? checkGoal(exercise, goal, reached) : []),
    ...checkFields(fields, exercise),
  ];
  if (problems.length > 0) return fail(...problems);

  const replanned = isReplanned ? planNewLine(context, { exercise, goal, slot: edit.slot }, reached) : undefined;
  return succeed(
    changeSessions(program, reached, (one) =>
      withPrescriptions(
        one,
        one.prescriptions.map((line) => {
          if (line.slot !== edit.slot) return line;
          const base = replanned?.get(one.key);
          return setFields(base ? keepPins(base, line) : line, line, fields);
        }),
      ),
    ),
  );
}

/** What belongs to the place, not to the exercise in it. */
export const slotFields: readonly PinnableField[] = ['sets', 'restSeconds'];

/** A newly planned line with what the coach had set by hand on it; of another exercise, nothing but its place and its pair stay. */
function keepPins(base: Prescription, before: Prescription): Prescription {
  const { engineSlot, superset } = before;
  const placed = engineSlot === undefined ? { ...base, superset } : { ...base, superset, engineSlot };
  const paired = isPairedByHand(before) ? sayByCoach(placed, true) : placed;
  return base.exerciseId === before.exerciseId ? pinFields(paired, before, before.pinned) : paired;
}

/** The line with fields of another as they are there, pinned. */
export function pinFields(
  line: Prescription,
  from: Partial<Pick<Prescription, PinnableField>>,
  fields: readonly PinnableField[],
): Prescription {
  if (fields.length === 0) return line;
  const pinned = pinnableFields.filter((name) => line.pinned.includes(name) || fields.includes(name));
  const values = Object.fromEntries(fields.map((name) => [name, from[name]]));
  return sayByCoach({ ...line, ...values, pinned }, isPairedByHand(line));
}

/** Sets what differs and pins it. `before` is what the slot held. */
function setFields(base: Prescription, before: Prescription, fields: PrescriptionFields): Prescription {
  const changed = pinnableFields.filter((name) => {
    const value = fields[name];
    const old = name === 'exerciseId' || name === 'goal' ? before[name] : base[name];
    return value !== undefined && !isSame(value, old);
  });
  return pinFields(base, fields, changed);
}

function isSame(one: Load | string | number | null, other: Load | string | number | null): boolean {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return one === other;
  return one.hundredths === other.hundredths && one.unit === other.unit;
}

function addSlot(context: EditContext, edit: Edit<'add_slot'>): Result<Program, EditProblem> {
  const { program, session, profile } = context;
  const { exerciseId, reach } = edit;
  const exercise = findExercise(exerciseId);
  if (!exercise) return fail({ code: 'unknown_exercise', exerciseId });
  const reached = listReached(context, reach);
  const slot = edit.slot ?? findFreeSlot(session.label, reached);
  if (slot === undefined) return fail({ code: 'too_many_slots', allowed: prescriptionBounds.slots });
  if (!slotPattern.test(slot) || !slot.startsWith(session.label)) return fail({ code: 'no_such_slot' });
  const isTaken = reached.some(({ prescriptions }) => prescriptions.some((one) => one.slot === slot));
  if (isTaken) return fail({ code: 'slot_taken', slot });
  const problems = checkExercise(exercise, reached, slot, profile);
  if (problems.length > 0) return fail(...problems);
  const added = planNewLine(context, { exercise, goal: exercise.defaultGoal, slot }, reached);
  return succeed(
    changeSessions(program, reached, (one) => {
      const line = added.get(one.key);
      if (!line) return one;
      return withPrescriptions(one, [
        ...one.prescriptions,
        { ...pinFields(line, line, ['exerciseId']), engineSlot: null },
      ]);
    }),
  );
}

const slotPattern = /^[ABC][1-9]$/;

/** The first number that none of the sessions uses. */
export function findFreeSlot(
  label: SessionLabel,
  sessions: readonly Pick<PlannedSession, 'prescriptions'>[],
): string | undefined {
  const used = new Set(sessions.flatMap(({ prescriptions }) => prescriptions.map(({ slot }) => slot)));
  for (let number = 1; number <= prescriptionBounds.slots.max; number += 1) {
    const slot = `${label}${number}`;
    if (!used.has(slot)) return slot;
  }
  return undefined;
}

function removeSlot(context: EditContext, edit: Edit<'remove_slot'>): Result<Program, EditProblem> {
  const { program, session } = context;
  if (!session.prescriptions.some(({ slot }) => slot === edit.slot)) return fail({ code: 'no_such_slot' });
  return succeed(changeSessions(program, listReached(context, edit.reach), (one) => markRemoved(one, edit.slot)));
}

function pairSlots(context: EditContext, edit: Edit<'pair_slots'>): Result<Program, EditProblem> {
  const { program, session } = context;
  const problem = findPairProblem(session.prescriptions, edit.slot, edit.partner);
  if (problem) return fail(problem);
  const reached = listReached(context, edit.reach).filter(
    ({ prescriptions }) => findPairProblem(prescriptions, edit.slot, edit.partner) === null,
  );
  return succeed(
    changeSessions(program, reached, (one) =>
      withPrescriptions(one, joinLines(one.prescriptions, edit.slot, edit.partner)),
    ),
  );
}

function unpairSlot(context: EditContext, edit: Edit<'unpair_slot'>): Result<Program, EditProblem> {
  const { program, session } = context;
  const line = session.prescriptions.find(({ slot }) => slot === edit.slot);
  if (!line) return fail({ code: 'no_such_slot' });
  if (!line.superset) return fail({ code: 'nothing_to_change' });
  return succeed(
    changeSessions(program, listReached(context, edit.reach), (one) =>
      withPrescriptions(one, partLines(one.prescriptions, edit.slot)),
    ),
  );
}

function moveSlotTo(context: EditContext, edit: Edit<'move_slot'>): Result<Program, EditProblem> {
  const { program, session } = context;
  const has = (one: PlannedSession, slot: string) => one.prescriptions.some((line) => line.slot === slot);
  if (!has(session, edit.slot) || !has(session, edit.to)) return fail({ code: 'no_such_slot' });
  if (edit.slot === edit.to) return fail({ code: 'nothing_to_change' });
  const reached = listReached(context, edit.reach).filter((one) => has(one, edit.slot) && has(one, edit.to));
  return succeed(changeSessions(program, reached, (one) => moveSlot(one, edit.slot, edit.to)));
}

function checkExercise(
  exercise: Exercise,
  reached: readonly PlannedSession[],
  ownSlot: string,
  profile: Profile,
): readonly EditProblem[] {
  const exerciseId = exercise.id;
  const bar = findBar(exercise, profile);
  const problems: EditProblem[] = bar === null ? [] : [{ code: 'barred', exerciseId, by: bar }];
  const isThere = reached.some(({ prescriptions }) =>
    prescriptions.some((one) => one.exerciseId === exerciseId && one.slot !== ownSlot),
  );
  if (isThere) problems.push({ code: 'already_there', exerciseId });
  const light = reached.find(({ load }) => load === 'light');
  if (light && !isLightWork(exercise)) problems.push({ code: 'not_for_light', exerciseId, session: light.key });
  return problems;
}

function checkGoal(exercise: Exercise, goal: Goal, reached: readonly PlannedSession[]): readonly EditProblem[] {
  if (!suitsGoal(exercise, goal)) return [{ code: 'not_for_hold', goal }];
  const light = reached.find(({ load }) => load === 'light');
  const isHard = goal === 'strength' || goal === 'power';
  return light && isHard ? [{ code: 'not_for_light', exerciseId: exercise.id, session: light.key }] : [];
}

const tempoPattern = /^\d{1,2}-\d{1,2}-\d{1,2}$/;

function checkFields(fields: PrescriptionFields, exercise: Exercise): readonly EditProblem[] {
  const problems: EditProblem[] = [];
  const whole = (field: PinnableField, value: number | undefined, allowed: { min: number; max: number }) => {
    if (value === undefined) return;
    if (!Number.isInteger(value)) problems.push({ code: 'not_whole', field, allowed });
    else if (value < allowed.min || value > allowed.max) problems.push({ code: 'out_of_range', field, allowed });
  };
  whole('sets', fields.sets, prescriptionBounds.sets);
  whole('amount', fields.amount, prescriptionBounds[exercise.measure]);
  whole('restSeconds', fields.restSeconds, prescriptionBounds.restSeconds);
  whole('load', fields.load?.hundredths, prescriptionBounds.loadHundredths);
  const { rir, tempo } = fields;
  if (rir !== undefined && rir !== null) {
    const allowed = prescriptionBounds.rir;
    if (exercise.measure === 'seconds') problems.push({ code: 'no_reserve', field: 'rir' });
    else if (!Number.isInteger(rir * 2)) problems.push({ code: 'not_half_step', field: 'rir', allowed });
    else if (rir < allowed.min || rir > allowed.max) problems.push({ code: 'out_of_range', field: 'rir', allowed });
  }
  if (tempo !== undefined && tempo !== null && !tempoPattern.test(tempo)) {
    problems.push({ code: 'not_a_tempo', field: 'tempo' });
  }
  return problems;
}
