// What the logs say, folded session by session: rulebook 5, "Autoregulation". Logs are facts; a correction is another fact.
import { findExercise } from '../catalogue/catalogue.ts';
import type { ParameterValues } from '../parse-parameters.ts';
import type { PlainDate } from '../plain-date.ts';
import { findLoadStep } from '../plan-doses.ts';
import type { Profile } from '../profile.ts';
import { type Loadable, loadStepOf } from '../round-load.ts';
import type { ExerciseLog } from './exercise-log.ts';
import { type ExerciseState, startExercise } from './exercise-state.ts';
import { step } from './step.ts';
import type { Step, StepContext } from './step-context.ts';

/** What the logs are read with. */
export interface RecordContext {
  readonly profile: Pick<Profile, 'age' | 'unit' | 'equipment'>;
  readonly parameters: ParameterValues;
  /** What an exercise can be loaded to, where the client's weights are known better than the usual steps. */
  readonly loadables?: Readonly<Record<string, Loadable>>;
}

/** All that was done and what it has led to. Never changed in place: extended by new logs. */
export interface TrainingRecord {
  /** One for each slot of each session, as they happened: of several, the highest revision. */
  readonly facts: readonly ExerciseLog[];
  /** The last step of each exercise, by its id. */
  readonly steps: ReadonlyMap<string, Step>;
  /** The day of the first report of a reserve; null before it. */
  readonly reservesSince: PlainDate | null;
  /** The day of the last session; null before the first. */
  readonly lastDate: PlainDate | null;
  /** Sessions with a log. */
  readonly done: ReadonlySet<string>;
}

const nothingDone: TrainingRecord = {
  facts: [],
  steps: new Map(),
  reservesSince: null,
  lastDate: null,
  done: new Set(),
};

/** The record of all logs, in whatever order they arrived. */
export function buildRecord(logs: readonly ExerciseLog[], context: RecordContext): TrainingRecord {
  const latest = new Map<string, ExerciseLog>();
  for (const log of logs) {
    const key = `${log.session} ${log.slot}`;
    const known = latest.get(key);
    if (known === undefined || log.revision > known.revision) latest.set(key, log);
  }
  return addFacts(nothingDone, [...latest.values()].sort(compareLogs), context);
}

/**
 * The record with more logs, the same as that of all of them together. Logs after everything known are stepped on from it;
 * a late or corrected one is read again with all the others.
 */
export function extendRecord(
  record: TrainingRecord,
  logs: readonly ExerciseLog[],
  context: RecordContext,
): TrainingRecord {
  const added = [...logs].sort(compareLogs);
  const [first] = added;
  const last = record.facts[record.facts.length - 1];
  const isNext = first === undefined || last === undefined || compareLogs(last, first) < 0;
  const isKnown = added.some(
    ({ session, slot }, index) =>
      (record.done.has(session) && record.facts.some((one) => one.session === session && one.slot === slot)) ||
      added.some((one, other) => other < index && one.session === session && one.slot === slot),
  );
  return isNext && !isKnown ? addFacts(record, added, context) : buildRecord([...record.facts, ...logs], context);
}

/** What an exercise is stepped with: the client's own weights where they are known, else the usual steps. */
export function contextOf(
  exerciseId: string,
  reservesSince: PlainDate | null,
  { profile, parameters, loadables }: RecordContext,
): StepContext {
  return {
    parameters,
    age: profile.age,
    unit: profile.unit,
    loadable: loadables?.[exerciseId] ?? usualLoadable(exerciseId, profile),
    reservesSince,
  };
}

function addFacts(record: TrainingRecord, added: readonly ExerciseLog[], context: RecordContext): TrainingRecord {
  const reservesSince = record.reservesSince ?? findFirstReport(added);
  const steps = new Map(record.steps);
  const done = new Set(record.done);
  for (const log of added) {
    const { exerciseId } = log.planned;
    const before = steps.get(exerciseId);
    const next = step(before?.state ?? startFrom(log), log, contextOf(exerciseId, reservesSince, context));
    steps.set(exerciseId, isOrdinary(log) ? next : keepAsking(before, next));
    done.add(log.session);
  }
  const lastDate = added[added.length - 1]?.date ?? record.lastDate;
  return { facts: [...record.facts, ...added], steps, reservesSince, lastDate, done };
}

/** An easy first week says nothing about the working load. */
function startFrom({ planned, phase, isEased }: ExerciseLog): ExerciseState {
  return startExercise(phase === 'build' && !isEased ? planned : { ...planned, load: null });
}

/** Whether it says anything about the working load: done, in no easier week and on no easier day. */
function isOrdinary({ phase, isEased, sets }: ExerciseLog): boolean {
  return phase === 'build' && !isEased && sets.length > 0;
}

/** A question is open until it is answered or an ordinary session follows: an easier one between has nothing to say to it. */
function keepAsking(before: Step | undefined, next: Step): Step {
  const open = before?.changes.filter(({ kind }) => kind === 'question') ?? [];
  return { ...next, changes: [...open, ...next.changes] };
}

/** As they happened; two sessions of one day by their names. */
function compareLogs(one: ExerciseLog, other: ExerciseLog): number {
  return (
    compareWords(one.date, other.date) || compareWords(one.session, other.session) || compareWords(one.slot, other.slot)
  );
}

function compareWords(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}

function findFirstReport(facts: readonly ExerciseLog[]): PlainDate | null {
  return facts.find(({ sets }) => sets.some(({ rir }) => rir !== null))?.date ?? null;
}

function usualLoadable(exerciseId: string, profile: RecordContext['profile']): Loadable {
  const exercise = findExercise(exerciseId);
  return (exercise && findLoadStep(exercise, profile)) ?? loadStepOf('bar', profile.unit);
}
