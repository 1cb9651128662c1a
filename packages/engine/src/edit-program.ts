// A coach's changes to a program (rule EDIT): pure, in bounds, pinned. What they do to the week is for the checks to say.
import { findExercise } from './catalogue/catalogue.ts';
import type { Exercise } from './catalogue/exercise.ts';
import type { Load } from './load.ts';
import { findPairProblem, findPartnerOf, joinLines, type PairProblem, partLines, settleLines } from './pair-lines.ts';
import { defaultParameters, type ParameterValues } from './parse-parameters.ts';
import { addDays, daysBetween, type PlainDate, parsePlainDate, weekdayOf } from './plain-date.ts';
import { type Dose, findWorkingLoad, planDoses, type SlotDose } from './plan-doses.ts';
import { prescriptionBounds } from './prescription-bounds.ts';
import type { Profile } from './profile.ts';
import {
  type PinnableField,
  type PlannedSession,
  type Prescription,
  type Program,
  type ProgramWeek,
  pinnableFields,
} from './program.ts';
import type { Reason } from './reason.ts';
import { fail, type Result, succeed } from './result.ts';
import { type BarKind, findBar, isLightWork } from './runner-limits.ts';
import { estimateMinutes } from './session-minutes.ts';

/** How far an edit reaches: the one session, or the same session from this week to the end of its block. */
export const editReaches = ['session', 'block'] as const;
export type EditReach = (typeof editReaches)[number];

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
      /** A new exercise starts its range anew with an easy first session; other fields given beside it go on top. */
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
  /** To another day of the same week. What the day's runs say against it is a finding, not a problem. */
  | { readonly kind: 'move_session'; readonly session: string; readonly date: PlainDate };

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
  /** Reps in reserve mean nothing for a hold. */
  | { readonly code: 'no_reserve'; readonly field: 'rir' }
  /** Seconds down, pause, up: "3-1-1". */
  | { readonly code: 'not_a_tempo'; readonly field: 'tempo' }
  | { readonly code: 'too_many_slots'; readonly allowed: { readonly min: number; readonly max: number } }
  | { readonly code: 'not_a_date' }
  | { readonly code: 'other_week'; readonly allowed: { readonly from: PlainDate; readonly to: PlainDate } }
  | { readonly code: 'day_taken'; readonly session: string };

/**
 * The program with the edit made, or every problem with it. Fields that the edit changes are pinned; the coach's reason is
 * put on what it touches. Nothing else moves, and the program given is left as it is.
 */
export function applyEdit(
  program: Program,
  edit: ProgramEdit,
  profile: Profile,
  parameters: ParameterValues = defaultParameters,
): Result<Program, EditProblem> {
  const place = findSession(program, edit.session);
  if (!place) return fail({ code: 'no_such_session' });
  const context: EditContext = { program, ...place, profile, parameters };
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
    case 'move_session':
      return moveSession(context, edit.date);
    default: {
      const unknown: never = edit;
      throw new TypeError(`Unknown edit: ${JSON.stringify(unknown)}`);
    }
  }
}

/**
 * The edits that take an edit back, to be made in this order on the program that it gave. Values and days return to what
 * they were; a field stays pinned, since the coach has had her hand on it. Empty where the edit could not be made.
 */
export function listTakeBacks(program: Program, edit: ProgramEdit): readonly ProgramEdit[] {
  const place = findSession(program, edit.session);
  if (!place) return [];
  switch (edit.kind) {
    case 'set_prescription':
      return listReached(program, place, edit.reach).flatMap(({ key, prescriptions }) => {
        const before = prescriptions.find(({ slot }) => slot === edit.slot);
        return before ? [restore(key, before), ...pairBack(key, prescriptions, edit.slot)] : [];
      });
    case 'add_slot': {
      const sessions = listReached(program, place, edit.reach);
      const slot = edit.slot ?? findFreeSlot(place.session.label, sessions);
      return slot === undefined
        ? []
        : sessions.map(({ key }) => ({ kind: 'remove_slot', session: key, slot, reach: 'session' }));
    }
    case 'remove_slot':
      return listReached(program, place, edit.reach).flatMap(({ key, prescriptions }): readonly ProgramEdit[] => {
        const before = prescriptions.find(({ slot }) => slot === edit.slot);
        if (!before) return [];
        const { exerciseId } = before;
        return [
          { kind: 'add_slot', session: key, exerciseId, reach: 'session', slot: edit.slot },
          restore(key, before),
          ...pairBack(key, prescriptions, edit.slot),
        ];
      });
    case 'pair_slots':
      return listReached(program, place, edit.reach).flatMap(({ key, prescriptions }): readonly ProgramEdit[] => {
        const isNew = findPairProblem(prescriptions, edit.slot, edit.partner) === null;
        return isNew && !findPartnerOf(prescriptions, edit.slot)
          ? [{ kind: 'unpair_slot', session: key, slot: edit.slot, reach: 'session' }]
          : [];
      });
    case 'unpair_slot':
      return listReached(program, place, edit.reach).flatMap(({ key, prescriptions }) =>
        pairBack(key, prescriptions, edit.slot),
      );
    case 'move_session':
      return [{ kind: 'move_session', session: edit.session, date: place.session.date }];
    default: {
      const unknown: never = edit;
      throw new TypeError(`Unknown edit: ${JSON.stringify(unknown)}`);
    }
  }
}

interface Place {
  readonly week: ProgramWeek;
  readonly session: PlannedSession;
}

interface EditContext extends Place {
  readonly program: Program;
  readonly profile: Profile;
  readonly parameters: ParameterValues;
}

function findSession(program: Program, key: string): Place | undefined {
  for (const week of program.weeks) {
    const session = week.sessions.find((one) => one.key === key);
    if (session) return { week, session };
  }
  return undefined;
}

/** The edited session, and for the block the same session of the weeks after it. */
function listReached(program: Program, { week, session }: Place, reach: EditReach): readonly PlannedSession[] {
  if (reach === 'session') return [session];
  return program.weeks
    .filter(({ block, number }) => block === week.block && number >= week.number)
    .flatMap(({ sessions }) => sessions.filter(({ label }) => label === session.label));
}

function restore(session: string, before: Prescription): ProgramEdit {
  const { slot, exerciseId, sets, amount, load, rir, restSeconds, tempo } = before;
  const fields = { exerciseId, sets, amount, load, rir, restSeconds, tempo };
  return { kind: 'set_prescription', session, slot, reach: 'session', fields };
}

type Edit<Kind extends ProgramEdit['kind']> = Extract<ProgramEdit, { readonly kind: Kind }>;

function setPrescription(context: EditContext, edit: Edit<'set_prescription'>): Result<Program, EditProblem> {
  const { program, session, profile } = context;
  const before = session.prescriptions.find(({ slot }) => slot === edit.slot);
  if (!before) return fail({ code: 'no_such_slot' });
  const names = pinnableFields.filter((name) => edit.fields[name] !== undefined);
  if (names.length === 0) return fail({ code: 'nothing_to_change' });
  const exercise = findExercise(edit.fields.exerciseId ?? before.exerciseId);
  if (!exercise) return fail({ code: 'unknown_exercise', exerciseId: edit.fields.exerciseId ?? before.exerciseId });

  const reached = listReached(program, context, edit.reach).filter(({ prescriptions }) =>
    prescriptions.some(({ slot }) => slot === edit.slot),
  );
  const isSwap = exercise.id !== before.exerciseId;
  const problems = [
    ...(isSwap ? checkExercise(exercise, reached, edit.slot, profile) : []),
    ...checkFields(edit.fields, exercise),
  ];
  if (problems.length > 0) return fail(...problems);

  const swapped = new Map<string, Prescription>();
  if (isSwap) {
    const dose = planNewDose(context, exercise, reached, edit.slot);
    reached.forEach((one, index) => {
      swapped.set(one.key, prescribeNew(one, weekOf(program, one), edit.slot, exercise, dose, index));
    });
  }
  return succeed(
    changeSessions(program, reached, (one) =>
      withPrescriptions(
        one,
        one.prescriptions.map((prescription) => {
          if (prescription.slot !== edit.slot) return prescription;
          const base = swapped.get(one.key) ?? prescription;
          return setFields(base, prescription, edit.fields);
        }),
      ),
    ),
  );
}

/** Sets what differs and pins it. `before` is what the slot held; after a swap only what was set by hand stays pinned. */
function setFields(base: Prescription, before: Prescription, fields: PrescriptionFields): Prescription {
  const changed = pinnableFields.filter((name) => {
    const value = fields[name];
    const old = name === 'exerciseId' ? before.exerciseId : base[name];
    return value !== undefined && !isSame(value, old);
  });
  if (changed.length === 0) return base;
  const kept = base.exerciseId === before.exerciseId ? before.pinned : [];
  const pinned = pinnableFields.filter((name) => kept.includes(name) || changed.includes(name));
  const reason: Reason = { code: 'EDIT_BY_COACH', rule: 'EDIT', data: { fields: pinned.join(' ') } };
  return {
    ...base,
    ...Object.fromEntries(changed.map((name) => [name, fields[name]])),
    pinned,
    reasons: [...base.reasons.filter(({ code }) => code !== 'EDIT_BY_COACH'), reason],
  };
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
  const reached = listReached(program, context, reach);
  const slot = edit.slot ?? findFreeSlot(session.label, reached);
  if (slot === undefined) return fail({ code: 'too_many_slots', allowed: prescriptionBounds.slots });
  if (!slotPattern.test(slot) || !slot.startsWith(session.label)) return fail({ code: 'no_such_slot' });
  const isTaken = reached.some(({ prescriptions }) => prescriptions.some((one) => one.slot === slot));
  if (isTaken) return fail({ code: 'slot_taken', slot });
  const problems = checkExercise(exercise, reached, slot, profile);
  if (problems.length > 0) return fail(...problems);
  const dose = planNewDose(context, exercise, reached, slot);
  const added = new Map(
    reached.map((one, index) => {
      const prescription = prescribeNew(one, weekOf(program, one), slot, exercise, dose, index);
      const reason: Reason = { code: 'EDIT_BY_COACH', rule: 'EDIT', data: { fields: 'exerciseId' } };
      return [
        one.key,
        { ...prescription, pinned: ['exerciseId'] as const, reasons: [...prescription.reasons, reason] },
      ] as const;
    }),
  );
  return succeed(
    changeSessions(program, reached, (one) => {
      const prescription = added.get(one.key);
      return prescription ? withPrescriptions(one, [...one.prescriptions, prescription]) : one;
    }),
  );
}

const slotPattern = /^[AB][1-9]$/;

/** The first number that none of the sessions uses, so that a slot taken away comes back to its place. */
function findFreeSlot(label: 'A' | 'B', sessions: readonly PlannedSession[]): string | undefined {
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
  return succeed(
    changeSessions(program, listReached(program, context, edit.reach), (one) =>
      withPrescriptions(
        one,
        one.prescriptions.filter(({ slot }) => slot !== edit.slot),
      ),
    ),
  );
}

function pairSlots(context: EditContext, edit: Edit<'pair_slots'>): Result<Program, EditProblem> {
  const { program, session } = context;
  const problem = findPairProblem(session.prescriptions, edit.slot, edit.partner);
  if (problem) return fail(problem);
  const reached = listReached(program, context, edit.reach).filter(
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
    changeSessions(program, listReached(program, context, edit.reach), (one) =>
      withPrescriptions(one, partLines(one.prescriptions, edit.slot)),
    ),
  );
}

/** The edit that joins a slot again with the partner it had; it changes nothing where they still are partners. */
function pairBack(session: string, before: readonly Prescription[], slot: string): readonly ProgramEdit[] {
  const partner = findPartnerOf(before, slot);
  return partner ? [{ kind: 'pair_slots', session, slot, partner: partner.slot, reach: 'session' }] : [];
}

const lastDayOfWeek = 6;

function moveSession({ program, week, session }: EditContext, date: PlainDate): Result<Program, EditProblem> {
  if (parsePlainDate(date) === undefined) return fail({ code: 'not_a_date' });
  const offset = daysBetween(week.startsOn, date);
  if (offset < 0 || offset > lastDayOfWeek) {
    return fail({ code: 'other_week', allowed: { from: week.startsOn, to: addDays(week.startsOn, lastDayOfWeek) } });
  }
  if (date === session.date) return fail({ code: 'nothing_to_change' });
  const other = week.sessions.find((one) => one.date === date);
  if (other) return fail({ code: 'day_taken', session: other.key });
  const day = weekdayOf(date);
  const moved: PlannedSession = { ...session, date, day };
  const changed: ProgramWeek = {
    ...week,
    sessions: week.sessions
      .map((one) => (one === session ? moved : one))
      .sort((one, another) => (one.date < another.date ? -1 : 1)),
    days: week.days.map((verdict) => {
      if (verdict.day !== day && verdict.day !== session.day) return verdict;
      const isTarget = verdict.day === day;
      const own = verdict.reasons.filter(({ code }) => code !== 'EDIT_BY_COACH');
      // A day that the placement chose needs the coach's reason only while it is empty, any other only while it is used.
      const wasChosen = own.some(({ code }) => code.startsWith('CHOSEN_'));
      const reason: Reason = {
        code: 'EDIT_BY_COACH',
        rule: 'EDIT',
        data: isTarget ? { fields: 'day', from: session.day } : { fields: 'day', to: day },
      };
      return {
        ...verdict,
        placed: isTarget ? session.load : null,
        reasons: wasChosen === isTarget ? own : [reason, ...own],
      };
    }),
  };
  return succeed({ ...program, weeks: program.weeks.map((one) => (one === week ? changed : one)) });
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

/** A dose that starts its range in the first of the sessions. */
function planNewDose(
  { program, week, profile, parameters }: EditContext,
  exercise: Exercise,
  reached: readonly PlannedSession[],
  ownSlot: string,
): SlotDose {
  const highReps = reached.map(
    ({ prescriptions }) =>
      prescriptions.filter(
        ({ slot, measure, amount }) => slot !== ownSlot && measure === 'reps' && amount >= parameters.highRepThreshold,
      ).length,
  );
  return planDoses({
    exercise,
    profile,
    parameters,
    exposures: reached.length,
    blocksBefore: 0,
    focus: program.blocks[week.block - 1]?.focus ?? 'general',
    load: findWorkingLoad(exercise, profile),
    mayBeHighRep: Math.max(0, ...highReps) < parameters.highRepMax,
  });
}

const lightSets = 2;
const lightRir = 4;

function prescribeNew(
  session: PlannedSession,
  week: ProgramWeek | undefined,
  slot: string,
  exercise: Exercise,
  planned: SlotDose,
  exposure: number,
): Prescription {
  const dose: Dose | undefined = planned.doses[Math.min(exposure, planned.doses.length - 1)];
  if (!dose) throw new RangeError('A slot without a dose');
  const isLess = session.load === 'light' || week?.phase === 'taper';
  const { area, ladder, rung } = exercise;
  return {
    slot,
    superset: null,
    exerciseId: exercise.id,
    goal: planned.goal,
    sets: isLess ? Math.min(dose.sets, lightSets) : dose.sets,
    measure: exercise.measure,
    amount: dose.amount,
    range: planned.range,
    perSide: exercise.perSide,
    load: dose.load,
    rir: session.load === 'light' && dose.rir !== null ? Math.max(dose.rir, lightRir) : dose.rir,
    restSeconds: planned.restSeconds,
    explosive: planned.explosive,
    tempo: dose.tempo,
    purpose: exercise.purpose,
    reasons: [{ code: 'AREA_SLOT', rule: 'S17', data: { area, ladder, rung } }, ...planned.reasons, dose.reason],
    pinned: [],
  };
}

function weekOf(program: Program, session: PlannedSession): ProgramWeek | undefined {
  return program.weeks.find(({ sessions }) => sessions.includes(session));
}

/** Slots in order, each pair at the place of its first, and the minutes of what is there now. */
function withPrescriptions(session: PlannedSession, prescriptions: readonly Prescription[]): PlannedSession {
  const ordered = settleLines([...prescriptions].sort((one, other) => (one.slot < other.slot ? -1 : 1)));
  return { ...session, prescriptions: ordered, minutes: estimateMinutes(ordered) };
}

function changeSessions(
  program: Program,
  sessions: readonly PlannedSession[],
  change: (session: PlannedSession) => PlannedSession,
): Program {
  const keys = new Set(sessions.map(({ key }) => key));
  return {
    ...program,
    weeks: program.weeks.map((week) =>
      week.sessions.some(({ key }) => keys.has(key))
        ? { ...week, sessions: week.sessions.map((one) => (keys.has(one.key) ? change(one) : one)) }
        : week,
    ),
  };
}
