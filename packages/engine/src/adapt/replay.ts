// A program as its logs leave it: rulebook 5. Logs are facts and plans are opinions, so everything still to come is worked out
// anew from all the facts, in the order they happened, not in the order they arrived.
import { findExercise } from '../catalogue/catalogue.ts';
import type { ParameterValues } from '../parse-parameters.ts';
import type { PlainDate } from '../plain-date.ts';
import { findLoadStep } from '../plan-doses.ts';
import type { Profile } from '../profile.ts';
import type { PlannedSession, Prescription, Program, ProgramWeek } from '../program.ts';
import { stepCodes } from '../reason.ts';
import { type Loadable, loadStepOf, lowerLoad } from '../round-load.ts';
import { estimateMinutes } from '../session-minutes.ts';
import type { ExerciseLog, PerformedSet } from './exercise-log.ts';
import { type ExerciseState, startExercise } from './exercise-state.ts';
import { isSameValue } from './is-same-value.ts';
import type { ProposedChange } from './proposed-change.ts';
import { step } from './step.ts';
import type { Step, StepContext } from './step-context.ts';

const deloadCutPercent = 10;

export interface ReplayInput {
  readonly program: Program;
  /** In any order. Of several for one slot of one session, the highest revision counts. */
  readonly logs: readonly ExerciseLog[];
  readonly profile: Profile;
  readonly parameters: ParameterValues;
  /** What an exercise can be loaded to, where the client's weights are known better than the usual steps. */
  readonly loadables?: Readonly<Record<string, Loadable>>;
}

export interface Replay {
  /** Sessions with a log, and those passed over, are as they were; the others ask for what the logs lead to. */
  readonly program: Program;
  /** By exercise id. */
  readonly states: ReadonlyMap<string, ExerciseState>;
  /** What differs from the program that was given, session by session, and what is asked or suggested. */
  readonly changes: readonly ProposedChange[];
}

/**
 * What the logs make of a program. The next session of an exercise asks for what its last one led to; those after it are
 * worked out as if all goes to plan. Pure, and the same for every order in which the logs arrive.
 */
export function replay({ program, logs, profile, parameters, loadables = {} }: ReplayInput): Replay {
  const facts = listFacts(logs);
  const reservesSince = findFirstReport(facts);
  const contextOf = (exerciseId: string): StepContext => ({
    parameters,
    age: profile.age,
    unit: profile.unit,
    loadable: loadables[exerciseId] ?? usualLoadable(exerciseId, profile),
    reservesSince,
  });
  const steps = new Map<string, Step>();
  for (const log of facts) {
    const { exerciseId } = log.planned;
    const state = steps.get(exerciseId)?.state ?? startExercise(log.planned);
    steps.set(exerciseId, step(state, log, contextOf(exerciseId)));
  }
  const states = new Map([...steps].map(([exerciseId, { state }]) => [exerciseId, state] as const));
  const done = new Set(facts.map(({ session }) => session));
  // A session that was passed over is for the rule on missed sessions; here it stays as it was.
  const lastDate = facts.at(-1)?.date ?? '';
  const isToCome = ({ key, date }: PlannedSession) => date > lastDate && !done.has(key);
  // What was asked or noted stands until the next session of the exercise answers it.
  const changes = [...steps.values()].flatMap((last) =>
    last.changes.filter(({ kind }) => kind === 'question' || kind === 'note'),
  );
  const weeks = program.weeks.map((week) => {
    if (!week.sessions.some(isToCome)) return week;
    return {
      ...week,
      sessions: week.sessions.map((session) =>
        isToCome(session) ? planAnew({ session, week, steps, contextOf, changes }) : session,
      ),
    };
  });
  return { program: { ...program, weeks }, states, changes };
}

/** One fact for each slot of each session, as they happened. */
function listFacts(logs: readonly ExerciseLog[]): readonly ExerciseLog[] {
  const latest = new Map<string, ExerciseLog>();
  for (const log of logs) {
    const key = `${log.session} ${log.slot}`;
    const known = latest.get(key);
    if (known === undefined || log.revision > known.revision) latest.set(key, log);
  }
  const order = ({ date, session, slot }: ExerciseLog) => `${date} ${session} ${slot}`;
  return [...latest.values()].sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

function findFirstReport(facts: readonly ExerciseLog[]): PlainDate | null {
  return facts.find(({ sets }) => sets.some(({ rir }) => rir !== null))?.date ?? null;
}

function usualLoadable(exerciseId: string, profile: Profile): Loadable {
  const exercise = findExercise(exerciseId);
  return (exercise && findLoadStep(exercise, profile)) ?? loadStepOf('bar', profile.unit);
}

/** What a session that was done, or one that goes to plan, can move. */
const movedFields = ['load', 'amount', 'tempo'] as const;
/** Why a dose was planned as it was: worked out anew, another reason takes its place. */
const doseCodes: readonly string[] = [
  'START_OF_RANGE',
  'RISE_REPS',
  'RISE_SECONDS',
  'RISE_LOAD',
  'RISE_LOAD_BY_FEEL',
  'RISE_TEMPO',
  'SAME_AGAIN',
  ...stepCodes,
];

interface Coming {
  readonly session: PlannedSession;
  readonly week: ProgramWeek;
  /** The last step of each exercise; moved on as if this session is done as planned. */
  readonly steps: Map<string, Step>;
  readonly contextOf: (exerciseId: string) => StepContext;
  readonly changes: ProposedChange[];
}

/** A session still to come, from what its exercises have come to. */
function planAnew({ session, week, steps, contextOf, changes }: Coming): PlannedSession {
  let isChanged = false;
  const prescriptions = session.prescriptions.map((prescription) => {
    const { exerciseId, pinned } = prescription;
    const last = steps.get(exerciseId);
    if (last === undefined) return prescription;
    const context = contextOf(exerciseId);
    const wanted = wantedOf(prescription, last.state, session, week, context);
    const differing = movedFields.filter((field) => !isSameValue(prescription[field], wanted[field]));
    for (const field of differing) {
      const { code, rule, data } = last.changes.find(({ target }) => target.field === field) ?? last.why;
      const isPinned = pinned.some((name) => name === field);
      changes.push({
        code,
        rule,
        data,
        kind: isPinned ? 'suggestion' : 'change',
        target: { exerciseId, session: session.key, field },
        before: prescription[field],
        after: wanted[field],
      });
    }
    const planned: Prescription = { ...prescription, ...withoutPinned(wanted, prescription) };
    steps.set(exerciseId, step(last.state, logAsPlanned(planned, session, week), context));
    if (differing.every((field) => pinned.some((name) => name === field))) return prescription;
    isChanged = true;
    const { code, rule, data } = last.why;
    return {
      ...planned,
      reasons: [...prescription.reasons.filter((one) => !doseCodes.includes(one.code)), { code, rule, data }],
    };
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
  { loadable }: StepContext,
): Moved {
  const { load, amount, tempo, range } = prescription;
  const known = state.load;
  switch (week.phase) {
    case 'build':
      if (session.load === 'light') return { load, amount, tempo };
      return {
        load: known ?? load,
        // In another block the range may be another, and it starts at its low end.
        amount: state.block === week.block ? state.amount : Math.max(range[0], amount),
        tempo: state.block === week.block ? state.tempo : tempo,
      };
    case 'deload':
      return { load: known === null ? load : lowerLoad(known, deloadCutPercent, loadable), amount, tempo };
    case 'taper':
      return { load: known ?? load, amount, tempo };
    case 'return':
      return { load, amount, tempo };
    default: {
      const unknown: never = week.phase;
      throw new TypeError(`Unknown phase: ${unknown}`);
    }
  }
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
