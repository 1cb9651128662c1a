// The sessions of one exercise as JSON, by `input.schema.json`, parsed into logs or every problem they have.
import type { ExerciseLog, PerformedSet, PlannedDose } from '../adapt/exercise-log.ts';
import type { RecordContext } from '../adapt/training-record.ts';
import { findExercise } from '../catalogue/catalogue.ts';
import type { Load } from '../load.ts';
import { parseNotation } from '../notation/parse-notation.ts';
import { defaultParameters } from '../parse-parameters.ts';
import { parsePlainDate } from '../plain-date.ts';
import { prescriptionBounds } from '../prescription-bounds.ts';
import { weekPhases } from '../program.ts';
import { fail, type Result, succeed } from '../result.ts';
import { equipment } from '../vocabulary.ts';

export interface ReadLogs {
  readonly planned: PlannedDose;
  readonly logs: readonly ExerciseLog[];
  readonly context: RecordContext;
}

type Fields = Readonly<Record<string, unknown>>;

const usualAge = 30;

/** The logs, or what is wrong, by field. */
export function readExerciseLogs(fields: Fields): Result<ReadLogs, string> {
  const problems: string[] = [];
  const name = typeof fields.exercise === 'string' ? fields.exercise : '';
  const [line] = parseNotation(JSON.stringify(name)).routine.weeks[0]?.days[0]?.session?.lines ?? [];
  const exercise = findExercise(name) ?? findExercise(line?.exercise ?? '');
  if (!exercise) return fail(`exercise: “${name}” is not in the catalogue.`);
  const age = readWhole(fields.age, 13, 100) ?? (fields.age === undefined ? usualAge : undefined);
  if (age === undefined) problems.push('age: years, 13 to 100.');
  const dose = isFields(fields.planned) ? fields.planned : {};
  const { measure } = exercise;
  const bounds = prescriptionBounds[measure];
  const sets = readWhole(dose.sets, prescriptionBounds.sets.min, prescriptionBounds.sets.max);
  const amount = readWhole(measure === 'seconds' ? dose.seconds : dose.reps, bounds.min, bounds.max);
  const [low, high] = Array.isArray(dose.range) ? dose.range.map((one) => readWhole(one, bounds.min, bounds.max)) : [];
  const load = readLoad(dose.load);
  const rir = readHalf(dose.rir);
  if (sets === undefined) problems.push(`planned.sets: ${sayBounds(prescriptionBounds.sets)}.`);
  if (amount === undefined) problems.push(`planned.${measure}: ${sayBounds(bounds)}.`);
  if (low === undefined || high === undefined || low > high) problems.push('planned.range: [low, high].');
  if (load === undefined) problems.push('planned.load: such as "20kg" or "45lb", or null.');
  if (rir === undefined) problems.push('planned.rir: 0 to 5 in half steps, or null.');
  const sessions = Array.isArray(fields.sessions) ? fields.sessions : [];
  if (sessions.length === 0) problems.push('sessions: at least one, with its sets.');
  if (
    problems.length > 0 ||
    age === undefined ||
    sets === undefined ||
    amount === undefined ||
    low === undefined ||
    high === undefined ||
    load === undefined ||
    rir === undefined
  ) {
    return fail(...problems);
  }
  const planned: PlannedDose = {
    exerciseId: exercise.id,
    goal: exercise.defaultGoal,
    sets,
    measure,
    amount,
    range: [low, high],
    load,
    rir,
    tempo: null,
    pinned: [],
  };
  const logs = sessions.flatMap((session: unknown, index): readonly ExerciseLog[] => {
    const read = readSession(isFields(session) ? session : {}, `sessions[${index}]`, planned, index, problems);
    return read ? [read] : [];
  });
  if (problems.length > 0) return fail(...problems);
  // What was asked for is what was lifted the time before.
  const inOrder = [...logs].sort((one, other) => (one.date < other.date ? -1 : 1));
  const chained = inOrder.map((log, index): ExerciseLog => {
    const before = inOrder[index - 1]?.sets[0]?.load ?? load;
    return { ...log, planned: { ...log.planned, load: before } };
  });
  const unit = logs.flatMap((log) => log.sets.flatMap((set) => set.load?.unit ?? []))[0] ?? load?.unit ?? 'kg';
  const context: RecordContext = { profile: { age, unit, equipment }, parameters: defaultParameters };
  return succeed({ planned, logs: chained, context });
}

function readSession(
  session: Fields,
  path: string,
  planned: PlannedDose,
  index: number,
  problems: string[],
): ExerciseLog | undefined {
  const date = typeof session.date === 'string' ? parsePlainDate(session.date) : undefined;
  if (date === undefined) problems.push(`${path}.date: such as "2026-03-02".`);
  const pain = session.pain === undefined || session.pain === null ? null : readWhole(session.pain, 0, 10);
  if (pain === undefined) problems.push(`${path}.pain: 0 to 10, or null.`);
  const phase = weekPhases.find((known) => known === (session.phase ?? 'build'));
  if (phase === undefined) problems.push(`${path}.phase: ${weekPhases.join(', ')}.`);
  const asked =
    session.asked === undefined ? planned.amount : readWhole(session.asked, 1, prescriptionBounds.seconds.max);
  if (asked === undefined) problems.push(`${path}.asked: the reps or seconds that were asked for.`);
  const sets = (Array.isArray(session.sets) ? session.sets : []).flatMap(
    (set: unknown, nth): readonly PerformedSet[] => {
      const one = isFields(set) ? set : {};
      const amount = readWhole(
        planned.measure === 'seconds' ? one.seconds : one.reps,
        0,
        prescriptionBounds.seconds.max,
      );
      const load = readLoad(one.load);
      const rir = readHalf(one.rir);
      if (amount === undefined) problems.push(`${path}.sets[${nth}].${planned.measure}: a whole number from 0.`);
      if (load === undefined) problems.push(`${path}.sets[${nth}].load: such as "20kg" or "45lb", or null.`);
      if (rir === undefined) problems.push(`${path}.sets[${nth}].rir: 0 to 5 in half steps, or null.`);
      return amount === undefined || load === undefined || rir === undefined ? [] : [{ amount, load, rir }];
    },
  );
  if (date === undefined || pain === undefined || phase === undefined || asked === undefined) return undefined;
  return {
    session: `s${String(index + 1).padStart(4, '0')}-A`,
    slot: 'A1',
    revision: 0,
    date,
    block: 1,
    phase,
    planned: { ...planned, amount: asked },
    sets,
    pain,
    isEased: session.eased === true,
    isConfirmed: session.confirmed === true,
  };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readWhole(value: unknown, min: number, max: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : undefined;
}

/** Null where it is left out, undefined where it is none. */
function readHalf(value: unknown): number | null | undefined {
  if (value === undefined || value === null) return null;
  const { min, max } = prescriptionBounds.rir;
  return typeof value === 'number' && Number.isInteger(value * 2) && value >= min && value <= max ? value : undefined;
}

/** "62.5 kg" or "45lb"; null where it is left out, undefined where it is none. */
function readLoad(value: unknown): Load | null | undefined {
  if (value === undefined || value === null) return null;
  const match = typeof value === 'string' ? /^\s*(\d{1,3}(?:\.\d{1,2})?)\s*(kg|lb)\s*$/.exec(value) : null;
  if (!match) return undefined;
  return { hundredths: Math.round(Number(match[1]) * 100), unit: match[2] === 'lb' ? 'lb' : 'kg' };
}

const sayBounds = ({ min, max }: { readonly min: number; readonly max: number }) => `${min} to ${max}`;
