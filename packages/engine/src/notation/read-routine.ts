// A written routine as the checks read it. What is not written is not known; what follows from a dose is inferred, and each
// inference leans to the runner's side: a rule that is not sure stays silent.

import type { SetAside } from '../adapt/rule-set.ts';
import {
  type AuditedSession,
  type AuditedSlot,
  type AuditedWeek,
  type AuditInput,
  buildAuditedSlot,
  buildCatalogueSlot,
} from '../audit-input.ts';
import { findExercise } from '../catalogue/catalogue.ts';
import type { Exercise } from '../catalogue/exercise.ts';
import { findGroupDose } from '../group-dose.ts';
import { isHighResistance } from '../high-resistance.ts';
import { parameters as limits } from '../parameters.ts';
import { defaultParameters, type ParameterValues } from '../parse-parameters.ts';
import { placeStrength } from '../placement.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import type { Race } from '../profile.ts';
import { isLightWork } from '../runner-limits.ts';
import { type Area, type Goal, type RaceDistance, type RunKind, type SessionLoad, weekdays } from '../vocabulary.ts';
import type { Routine, RoutineDay, RoutineLine, RoutineSession, RoutineWeek } from './routine.ts';

/** What is known beside the routine itself. */
export interface RoutineContext {
  /** Years. */
  readonly age?: number | null;
  /** The usual runs, Monday to Sunday, for weeks that state none. */
  readonly runs?: readonly RunKind[] | null;
  /** For how many weeks a routine without week headings has been done, 1 to 104. */
  readonly weeks?: number;
  readonly races?: readonly Race[];
  readonly strengthBarredBy?: AuditInput['strengthBarredBy'];
  readonly parameters?: ParameterValues;
  /** The rules that do not hold for this client. */
  readonly setAside?: readonly SetAside[];
}

/** Where an audited session stands in the routine: indices from 0. */
export interface SessionRef {
  readonly week: number;
  readonly day: number;
}

export interface LineRef extends SessionRef {
  readonly line: number;
}

/** An audited week and what it was read from. */
export interface WeekSource {
  readonly number: number;
  /** Index of the written week; a range of weeks has the same for each. */
  readonly week: number;
  readonly sessions: readonly { readonly label: string; readonly day: number }[];
}

export interface ReadRoutine {
  readonly input: AuditInput;
  readonly sources: readonly WeekSource[];
}

export function readRoutine(routine: Routine, context: RoutineContext = {}): ReadRoutine {
  const parameters = context.parameters ?? defaultParameters;
  const spans = numberWeeks(routine.weeks, context.weeks ?? 1);
  const runsOf = listRuns(routine.weeks, context.runs ?? null);
  const isWhole = findWhole(routine);
  const dates = listDates(routine.weeks, spans);
  const weeks: AuditedWeek[] = [];
  const sources: WeekSource[] = [];
  routine.weeks.forEach((week, index) => {
    const span = spans[index];
    if (!span) return;
    const labels = labelSessions(week);
    const sessions: AuditedSession[] = [];
    const sessionSources: { label: string; day: number }[] = [];
    week.days.forEach((day, place) => {
      if (day.session === null) return;
      const label = labels[place] ?? '';
      sessions.push(readSession(day, day.session, label, parameters));
      sessionSources.push({ label, day: place });
    });
    const runs = runsOf[index] ?? null;
    for (let number = span[0]; number <= span[1]; number += 1) {
      const monday = dates[index] ?? null;
      weeks.push({
        number,
        startsOn: monday === null ? null : addWeeks(monday, number - span[0]),
        runs,
        before: null,
        after: null,
        sessions,
        complete: isWhole && week.days.length > 0,
        exemption: week.exemption,
      });
      sources.push({ number, week: index, sessions: sessionSources });
    }
  });
  const neighboured = meetNeighbours(weeks).map(exemptFullWeeks);
  const races = [...(context.races ?? [])];
  for (const race of listRaces(routine, sources, neighboured)) {
    if (!races.some(({ date }) => date === race.date)) races.push(race);
  }
  return {
    input: {
      weeks: neighboured,
      age: context.age ?? null,
      dosesByWeek: spans.every(([first, last]) => first === last),
      blocks: listBlocks(routine.weeks, spans),
      races: races.sort((one, other) => (one.date < other.date ? -1 : 1)),
      group: findGroupDose(context.age == null ? {} : { age: context.age }),
      strengthBarredBy: context.strengthBarredBy ?? null,
    },
    sources,
  };
}

/** First and last week of each, rising; a week that says otherwise follows the one before it. */
function numberWeeks(weeks: readonly RoutineWeek[], templateWeeks: number): readonly (readonly [number, number])[] {
  let last = 0;
  return weeks.map(({ weeks: span }, index) => {
    const length = span === null ? (weeks.length === 1 ? templateWeeks : 1) : span[1] - span[0] + 1;
    const first = span === null || span[0] <= last ? last + 1 : span[0];
    // Room for a week that is written before the first numbered one.
    const start =
      index === 0 && span === null && weeks.length > 1 ? Math.max(1, (weeks[1]?.weeks?.[0] ?? 2) - 1) : first;
    last = start + length - 1;
    return [start, last] as const;
  });
}

/** Each week's Monday: its own, or counted on from one before it. */
function listDates(
  weeks: readonly RoutineWeek[],
  spans: readonly (readonly [number, number])[],
): readonly (PlainDate | null)[] {
  let known: { readonly date: PlainDate; readonly number: number } | undefined;
  return weeks.map(({ startsOn }, index) => {
    const number = spans[index]?.[0] ?? 1;
    if (startsOn !== null) known = { date: startsOn, number };
    return known === undefined ? null : addWeeks(known.date, number - known.number);
  });
}

const lastYear = '9990';

function addWeeks(date: PlainDate, weeks: number): PlainDate | null {
  return date >= lastYear ? null : addDays(date, weeks * weekdays.length);
}

/** Runs that a week states, else those of the last week that did, else the usual ones. Days without one rest. */
function listRuns(
  weeks: readonly RoutineWeek[],
  usual: readonly RunKind[] | null,
): readonly (readonly RunKind[] | null)[] {
  let last = usual;
  return weeks.map(({ days }) => {
    if (days.some(({ day, run }) => day !== null && run !== null)) {
      last = weekdays.map((day) => days.find((one) => one.day === day && one.run !== null)?.run?.kind ?? 'rest');
    }
    return last;
  });
}

/** Whether the routine holds all that is done: a single session without a day or a week may be one of several. */
function findWhole({ weeks }: Routine): boolean {
  const days = weeks.flatMap((week) => week.days);
  const sessions = days.filter(({ session }) => session !== null);
  if (sessions.length === 0) return false;
  return sessions.length > 1 || weeks.some((week) => week.weeks !== null) || days.length > 1;
}

/** A session's name, else its day, else its number; never the same twice in a week. */
function labelSessions({ days }: RoutineWeek): readonly string[] {
  const used = new Set<string>();
  let count = 0;
  return days.map(({ day, session }) => {
    if (session === null) return '';
    count += 1;
    const wished = session.name ?? day ?? `Session ${count}`;
    let label = wished;
    for (let again = 2; used.has(label); again += 1) label = `${wished} ${again}`;
    used.add(label);
    return label;
  });
}

function readSession(
  { day }: RoutineDay,
  session: RoutineSession,
  label: string,
  parameters: ParameterValues,
): AuditedSession {
  const rests = listRests(session.lines);
  const slots = session.lines.map((line, index) => readLine(line, String(index + 1), rests[index] ?? null, parameters));
  return { label, day, load: findLoad(session, slots, parameters), slots, complete: slots.length > 0 };
}

const secondsPerRep = 4;

/** Rest of each line. In a superset a muscle rests while the others work as well. */
function listRests(lines: readonly RoutineLine[]): readonly (number | null)[] {
  const rests: (number | null)[] = [];
  let start = 0;
  while (start < lines.length) {
    const letter = lines[start]?.mark?.charAt(0);
    let end = start + 1;
    while (letter !== undefined && end < lines.length && lines[end]?.mark?.charAt(0) === letter) end += 1;
    const group = lines.slice(start, end);
    const isStated = group.some(({ restSeconds }) => restSeconds !== null);
    const rest = group.reduce((sum, line) => sum + (line.restSeconds ?? 0), 0);
    const work = group.reduce((sum, line) => sum + workSeconds(line), 0);
    for (const line of group) {
      if (group.length === 1) rests.push(line.restSeconds);
      else rests.push(isStated ? rest + work - workSeconds(line) : null);
    }
    start = end;
  }
  return rests;
}

function workSeconds({ measure, amount, perSide }: RoutineLine): number {
  const once = (amount ?? 0) * (measure === 'seconds' ? 1 : secondsPerRep);
  return perSide ? once * 2 : once;
}

function readLine(
  line: RoutineLine,
  slot: string,
  restSeconds: number | null,
  parameters: ParameterValues,
): AuditedSlot {
  const exercise = findExercise(line.exercise);
  const goal = inferGoal(line, exercise, restSeconds, parameters);
  const { sets, measure, amount, load, tempo, purpose } = line;
  const explosive = line.explosive ? true : null;
  const written = { slot, sets, measure, amount, restSeconds, load, tempo, explosive, purpose, excused: line.swapped };
  if (exercise) {
    const known = buildCatalogueSlot({
      slot,
      exerciseId: exercise.id,
      goal: goal ?? 'stability',
      sets: sets ?? 1,
      measure: measure ?? exercise.measure,
      amount: amount ?? 1,
      restSeconds,
    });
    const isDosed = goal !== null && measure !== null && amount !== null;
    const isNeverHeavy = exercise.highResistance === 'never' || exercise.highResistance === 'plyometric_budget';
    const highResistance = isDosed
      ? isHighResistance(exercise, { goal, measure, amount })
      : isNeverHeavy
        ? false
        : null;
    return { ...known, ...written, goal, highResistance: exercise.highResistance === 'always' ? true : highResistance };
  }
  const isManyReps = measure === 'seconds' || (amount !== null && amount > maxHeavyReps);
  const isOther = goal !== null && goal !== 'strength' && goal !== 'hypertrophy';
  return buildAuditedSlot({
    ...written,
    exercise: line.exercise,
    area: guessArea(line.exercise),
    goal,
    isLoaded: true,
    highResistance: isManyReps || isOther ? false : null,
  });
}

const maxHeavyReps = 8;

/** What a dose is for, where it is not written. */
function inferGoal(
  line: RoutineLine,
  exercise: Exercise | undefined,
  restSeconds: number | null,
  parameters: ParameterValues,
): Goal | null {
  if (line.goal !== null) return line.goal;
  const { measure, amount } = line;
  const usual = exercise?.defaultGoal ?? guessLightGoal(line.exercise);
  if (line.explosive || usual === 'power') return 'power';
  if (measure === null || amount === null) return usual === 'strength' || usual === undefined ? null : usual;
  if (usual === 'mobility') return 'mobility';
  if (measure === 'seconds') return usual === undefined || usual === 'strength' ? 'stability' : usual;
  if (amount >= parameters.enduranceReps) return usual === 'stability' ? 'stability' : 'endurance';
  const isFew = amount <= maxHeavyReps;
  if (usual === 'strength') return amount <= limits.strengthRepsMax.max ? 'strength' : 'hypertrophy';
  // A light exercise with few reps and a long rest is meant heavy, as the article's own calf raise.
  const isRested = restSeconds !== null && restSeconds >= limits.restStrength.min;
  if (isFew && (isRested || (line.load !== null && exercise?.highResistance === 'when_dosed_as_strength')))
    return 'strength';
  return usual ?? (line.load !== null && isFew ? 'strength' : null);
}

/** The goal that an unknown name states itself: "ankle mobility exercise". */
function guessLightGoal(name: string): Goal | undefined {
  const words = name.toLowerCase();
  if (words.includes('mobility') || words.includes('stretch')) return 'mobility';
  if (words.includes('stability') || words.includes('balance')) return 'stability';
  return undefined;
}

const areaWords: readonly (readonly [word: string, area: Area])[] = [
  ['ankle', 'ankle'],
  ['foot', 'foot'],
  ['toe', 'foot'],
  ['hamstring', 'hamstrings'],
  ['calf', 'calves'],
  ['calves', 'calves'],
  ['soleus', 'calves'],
  ['quad', 'quads'],
  ['glute', 'glutes'],
  ['hip', 'glutes'],
  ['core', 'core'],
  ['plank', 'core'],
];

/** The area that an unknown name states itself: "core stability exercise". */
function guessArea(name: string): Area | null {
  const words = name.toLowerCase();
  return areaWords.find(([word]) => words.includes(word))?.[1] ?? null;
}

/** As written, unless it holds what a light session may not; unwritten, light where everything in it is. */
function findLoad(session: RoutineSession, slots: readonly AuditedSlot[], parameters: ParameterValues): SessionLoad {
  const isHeavy = slots.some(
    ({ exercise, highResistance }) => highResistance === true || (findExercise(exercise)?.impact ?? 0) > 0,
  );
  if (session.load !== null) return session.load === 'light' && isHeavy ? 'full' : session.load;
  const isAllLight =
    slots.length > 0 &&
    slots.length <= parameters.slotsMax &&
    slots.every(({ exercise, goal, measure, amount }) => {
      const known = findExercise(exercise);
      const isEndurance = goal !== 'mobility' && measure === 'reps' && (amount ?? 0) >= parameters.enduranceReps;
      return known !== undefined && isLightWork(known) && goal !== 'strength' && goal !== 'power' && !isEndurance;
    });
  return isAllLight && !isHeavy ? 'light' : 'full';
}

/** The real day before and after where weeks follow each other; weeks that are all the same wrap onto themselves (S31). */
function meetNeighbours(weeks: readonly AuditedWeek[]): readonly AuditedWeek[] {
  const isSame = weeks.every(({ runs }) => runs?.join() === weeks[0]?.runs?.join());
  if (isSame) return weeks;
  return weeks.map((week, index) => {
    const earlier = weeks[index - 1];
    const later = weeks[index + 1];
    return {
      ...week,
      before: earlier?.number === week.number - 1 ? (earlier.runs?.[6] ?? 'rest') : 'rest',
      after: later?.number === week.number + 1 ? (later.runs?.[0] ?? 'rest') : 'rest',
    };
  });
}

/** A week whose runs leave no day open is not held to a full session (S2). */
function exemptFullWeeks(week: AuditedWeek): AuditedWeek {
  if (week.exemption !== null || week.runs === null) return week;
  const { tier } = placeStrength({
    week: week.runs,
    sessions: 2,
    ...(week.before === null ? {} : { before: week.before }),
    ...(week.after === null ? {} : { after: week.after }),
  });
  return tier === 'T5' || tier === 'T6' ? { ...week, exemption: 'no_full_session' } : week;
}

function listBlocks(
  weeks: readonly RoutineWeek[],
  spans: readonly (readonly [number, number])[],
): AuditInput['blocks'] {
  if (weeks.length === 0 || weeks.some(({ block }) => block === null)) return null;
  const blocks: { firstWeek: number; lastWeek: number; block: number | null }[] = [];
  weeks.forEach(({ block }, index) => {
    const [firstWeek, lastWeek] = spans[index] ?? [1, 1];
    const last = blocks[blocks.length - 1];
    if (last && last.block === block) last.lastWeek = lastWeek;
    else blocks.push({ firstWeek, lastWeek, block });
  });
  return blocks.map(({ firstWeek, lastWeek }) => ({ firstWeek, lastWeek }));
}

const longestOf: readonly (readonly [km: number, distance: RaceDistance])[] = [
  [7, '5k'],
  [15, '10k'],
  [30, 'half'],
  [43, 'marathon'],
];

/** Races of dated weeks whose distance is written. */
function listRaces(routine: Routine, sources: readonly WeekSource[], weeks: readonly AuditedWeek[]): readonly Race[] {
  return weeks.flatMap(({ startsOn }, index) => {
    const days = routine.weeks[sources[index]?.week ?? 0]?.days ?? [];
    if (startsOn === null) return [];
    return days.flatMap(({ day, run }): readonly Race[] => {
      const km = run?.distanceKm;
      if (day === null || run?.kind !== 'race' || km === undefined || startsOn >= lastYear) return [];
      const distance = longestOf.find(([most]) => km <= most)?.[1] ?? 'ultra';
      return [{ date: addDays(startsOn, weekdays.indexOf(day)), distance, priority: 'A' }];
    });
  });
}
