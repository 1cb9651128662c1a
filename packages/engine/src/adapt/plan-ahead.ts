// What is still to come, worked out anew from what was done: rulebook 5. The next session of an exercise asks for what its
// last one led to; those after it in the block are worked out as if all goes to plan.
import type { PlainDate } from '../plain-date.ts';
import type { PlannedSession, Prescription, Program, ProgramWeek } from '../program.ts';
import { type Reason, stepCodes } from '../reason.ts';
import { lowerLoad } from '../round-load.ts';
import { estimateMinutes } from '../session-minutes.ts';
import type { ExerciseLog, PerformedSet } from './exercise-log.ts';
import type { ExerciseState } from './exercise-state.ts';
import { fitAmount } from './fit-amount.ts';
import { isLighter } from './is-lighter.ts';
import { isSameValue } from './is-same-value.ts';
import type { ProposedChange } from './proposed-change.ts';
import { step } from './step.ts';
import type { Step, StepContext } from './step-context.ts';
import { contextOf, type RecordContext, type TrainingRecord } from './training-record.ts';

/** As in a built block's first week (rulebook 2.4: a deload keeps the load or takes up to 10 % off). */
const deloadCutPercent = 10;

export interface AheadInput extends RecordContext {
  readonly program: Program;
  readonly record: TrainingRecord;
  /** Sessions from this day on are to come; all after the last one done when left out. */
  readonly today?: PlainDate;
  /** The last day that is worked out; to the program's end when left out. */
  readonly until?: PlainDate;
  /** Why an exercise may not get harder now, such as pain at a site that it loads. */
  readonly findHold?: (exerciseId: string) => Reason | undefined;
  /** The first week back after a gap: its loads have been eased, and stay. */
  readonly weekBack?: readonly [first: PlainDate, last: PlainDate] | undefined;
  /** Sessions that nothing may touch: begun, or settled otherwise. */
  readonly fixed?: ReadonlySet<string>;
}

/** A change of one field of one place. */
export interface AheadChange extends ProposedChange {
  readonly slot: string;
  /** What decided for the whole prescription. */
  readonly why: Reason;
}

export interface Ahead {
  /** Sessions with a log, and those passed over, are as they were; the others ask for what the logs lead to. */
  readonly program: Program;
  readonly changes: readonly AheadChange[];
}

/** The program with what is to come worked out anew, and every field that differs. */
export function planAhead(input: AheadInput): Ahead {
  const { program, record, today, until, fixed } = input;
  const { lastDate, done, reservesSince } = record;
  const contexts = new Map<string, StepContext>();
  const coming: Coming = {
    steps: new Map(record.steps),
    contextOf(exerciseId) {
      const known = contexts.get(exerciseId);
      if (known) return known;
      const context = contextOf(exerciseId, reservesSince, input);
      contexts.set(exerciseId, context);
      return context;
    },
    findHold: input.findHold ?? (() => undefined),
    weekBack: input.weekBack,
    changes: [],
  };
  if (record.steps.size === 0) return { program, changes: [] };
  // A session that was passed over is for the rule on missed sessions; here it stays as it was.
  const isToCome = ({ key, date }: PlannedSession) =>
    (today === undefined ? date > (lastDate ?? '') : date >= today) &&
    (until === undefined || date <= until) &&
    !done.has(key) &&
    fixed?.has(key) !== true;
  let isChanged = false;
  const weeks = program.weeks.map((week) => {
    if (!week.sessions.some(isToCome)) return week;
    const sessions = week.sessions.map((session) => (isToCome(session) ? planSession(session, week, coming) : session));
    if (sessions.every((session, index) => session === week.sessions[index])) return week;
    isChanged = true;
    return { ...week, sessions };
  });
  return { program: isChanged ? { ...program, weeks } : program, changes: coming.changes };
}

/** What a session that was done, or one that goes to plan, can move. */
const movedFields = ['load', 'amount', 'tempo'] as const;
/** Why a dose was planned as it was: worked out anew, another reason takes its place. */
const doseCodes: ReadonlySet<string> = new Set([
  'START_OF_RANGE',
  'RISE_REPS',
  'RISE_SECONDS',
  'RISE_LOAD',
  'RISE_LOAD_BY_FEEL',
  'RISE_TEMPO',
  'SAME_AGAIN',
  'PAIN_HOLD',
  'PAIN_MORNING',
  ...stepCodes,
]);
/** What has eased a dose for a day or a week on purpose. */
const easedCodes: ReadonlySet<string> = new Set(['GAP_EASE', 'GAP_RESTART', 'READY_DELOAD']);
const halvedCode = 'TODAY_JUMPS_HALVED';

/** The reasons of a prescription with one more: a reason for the dose takes the place of the last one. */
export function addDoseReason(reasons: readonly Reason[], { code, rule, data }: Reason): readonly Reason[] {
  const kept = doseCodes.has(code) ? reasons.filter((one) => !doseCodes.has(one.code)) : reasons;
  return [...kept, { code, rule, data }];
}

interface Coming {
  /** The last step of each exercise; moved on as if each session is done as planned. */
  readonly steps: Map<string, Step>;
  readonly contextOf: (exerciseId: string) => StepContext;
  readonly findHold: (exerciseId: string) => Reason | undefined;
  readonly weekBack: AheadInput['weekBack'];
  readonly changes: AheadChange[];
}

/** A session still to come, from what its exercises have come to. */
function planSession(session: PlannedSession, week: ProgramWeek, coming: Coming): PlannedSession {
  const { steps, changes, weekBack } = coming;
  let isChanged = false;
  const isBack = weekBack !== undefined && session.date >= weekBack[0] && session.date <= weekBack[1];
  const prescriptions = session.prescriptions.map((prescription) => {
    const { exerciseId, pinned, slot } = prescription;
    const last = steps.get(exerciseId);
    if (last === undefined) return prescription;
    const context = coming.contextOf(exerciseId);
    const hold = coming.findHold(exerciseId);
    // Until the block is begun with it, its reps and tempo are as planned; only the load that is known goes with it.
    const isBegun = last.state.isBegun && last.state.block === week.block;
    const usual = wantedOf(prescription, last.state, session, week, isBegun, isBack, context);
    const wanted = hold === undefined ? usual : heldOf(usual, prescription, last.state);
    const why = hold ?? last.why;
    const differing = movedFields.filter((field) => !isSameValue(prescription[field], wanted[field]));
    for (const field of differing) {
      const { code, rule, data } = hold ?? last.changes.find(({ target }) => target.field === field) ?? last.why;
      const isPinned = pinned.includes(field);
      changes.push({
        code,
        rule,
        data,
        kind: isPinned ? 'suggestion' : 'change',
        target: { exerciseId, session: session.key, field },
        before: prescription[field],
        after: wanted[field],
        slot,
        why: { code: why.code, rule: why.rule, data: why.data },
      });
    }
    const planned: Prescription =
      differing.length === 0 ? prescription : { ...prescription, ...withoutPinned(wanted, prescription) };
    if (isBegun) steps.set(exerciseId, step(last.state, logAsPlanned(planned, session, week), context));
    if (differing.every((field) => pinned.includes(field))) return prescription;
    isChanged = true;
    return { ...planned, reasons: addDoseReason(prescription.reasons, why) };
  });
  return isChanged ? { ...session, prescriptions, minutes: estimateMinutes(prescriptions) } : session;
}

type Moved = Pick<Prescription, 'load' | 'amount' | 'tempo'>;

/** What the session should ask for. A lighter week keeps its reps; only its load follows. */
function wantedOf(
  prescription: Prescription,
  state: ExerciseState,
  session: PlannedSession,
  week: ProgramWeek,
  isBegun: boolean,
  isBack: boolean,
  { loadable, parameters }: StepContext,
): Moved {
  const { load, amount, tempo, reasons } = prescription;
  const known = state.load;
  // What eased the load for the first week back has had its say on it, unless a late log says that less was lifted.
  const isEased = isBack || reasons.some(({ code }) => easedCodes.has(code));
  const isHalved = reasons.some(({ code }) => code === halvedCode);
  const isAbove = known !== null && load !== null && isLighter(known, load);
  const followed = isEased && !isAbove ? load : (known ?? load);
  switch (week.phase) {
    case 'build':
      if (session.load === 'light') return { load: isAbove ? known : load, amount, tempo };
      return {
        load: followed,
        amount: isHalved || !isBegun ? amount : fitAmount(state.amount, prescription, parameters),
        tempo: isBegun ? state.tempo : tempo,
      };
    case 'deload':
      return {
        load: known === null || (isEased && !isAbove) ? load : lowerLoad(known, deloadCutPercent, loadable),
        amount,
        tempo,
      };
    case 'taper':
    case 'maintain':
      return { load: followed, amount, tempo };
    case 'return':
    case 'off':
      return { load: isAbove ? known : load, amount, tempo };
    default: {
      const unknown: never = week.phase;
      throw new TypeError(`Unknown phase: ${unknown}`);
    }
  }
}

/** No heavier than it was last time, and no more reps and no slower than it stands in the plan. */
function heldOf(wanted: Moved, prescription: Prescription, { lastLoad }: ExerciseState): Moved {
  const isHeavier = wanted.load !== null && lastLoad !== null && isLighter(lastLoad, wanted.load);
  return {
    load: isHeavier ? lastLoad : wanted.load,
    amount: Math.min(wanted.amount, Math.max(prescription.range[0], prescription.amount)),
    tempo: prescription.tempo,
  };
}

function withoutPinned(wanted: Moved, { pinned }: Prescription): Partial<Moved> {
  return Object.fromEntries(Object.entries(wanted).filter(([field]) => !pinned.some((name) => name === field)));
}

/** The session as it would be logged if all goes to plan. */
function logAsPlanned(planned: Prescription, session: PlannedSession, week: ProgramWeek): ExerciseLog {
  const set: PerformedSet = { amount: planned.amount, load: planned.load, rir: planned.rir };
  return {
    session: session.key,
    slot: planned.slot,
    revision: 0,
    date: session.date,
    block: week.block,
    phase: week.phase,
    planned,
    sets: Array.from({ length: planned.sets }, () => set),
    pain: null,
    isEased: session.load === 'light',
    isConfirmed: true,
  };
}
