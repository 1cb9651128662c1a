// A program built again, from what is known now, with the coach's hand still on it (rule EDIT): what she pinned, added, took
// out, moved and put in another order stays. What cannot stay is said, with the reason, and never lost in silence.
import { articleRules, type ClientRules } from './adapt/rule-set.ts';
import { type BuildInput, type BuildProblem, type BuiltProgram, buildProgram } from './build-program.ts';
import { findExercise } from './catalogue/catalogue.ts';
import { checkProgram } from './check-program.ts';
import { withPrescriptions } from './edit-place.ts';
import { findFreeSlot, pinFields, slotFields } from './edit-program.ts';
import { findEngineSlot, putIn, withMarks } from './mark-session.ts';
import { describeMoves, findRefusal, putOnDay } from './move-session.ts';
import { findPairProblem, findPartnerOf, isPairedByHand, joinLines, sayByCoach } from './pair-lines.ts';
import { addDays, type PlainDate } from './plain-date.ts';
import { planNewLine } from './plan-new-line.ts';
import type { Profile } from './profile.ts';
import type { PinnableField, PlannedSession, Prescription, Program, ProgramWeek } from './program.ts';
import { type Result, succeed } from './result.ts';
import { type BarKind, findBar, isLightWork } from './runner-limits.ts';
import type { Weekday } from './vocabulary.ts';

export interface RebuildInput {
  /** The program as the coach has it. */
  readonly before: Program;
  /** Keys of the sessions that stay as they are: logged or in progress. */
  readonly locked: ReadonlySet<string>;
  /** What stands before this date stays as it is too. */
  readonly from?: PlainDate;
  /** What it is built from now. Starts on the day that `before` starts. */
  readonly input: BuildInput;
}

/** Why something of the coach's can't be kept. */
export type LostBecause =
  | { readonly code: 'session_gone' | 'slot_gone' | 'unknown_exercise' }
  /** Kit, pain, age or experience speak against the exercise now. */
  | { readonly code: 'barred'; readonly exerciseId: string; readonly by: BarKind }
  /** The session is light now and holds nothing heavy and no jumps. */
  | { readonly code: 'not_for_light' | 'already_there'; readonly exerciseId: string }
  | { readonly code: 'day_taken'; readonly day: Weekday };

/** Something that the coach set and that the new program does not hold. */
export interface LostChange {
  /** "w03-A" */
  readonly session: string;
  /** Null where it is about the session's day. */
  readonly slot: string | null;
  /** The exercise it was set for; null with the slot. */
  readonly exerciseId: string | null;
  /** The pinned fields that go; empty where it is about the session's day. */
  readonly fields: readonly PinnableField[];
  readonly because: LostBecause;
}

export interface RebuiltProgram extends BuiltProgram {
  readonly lost: readonly LostChange[];
}

/**
 * The program built from the new input with what the coach set by hand on it. The same input gives back the program as it
 * was; no pinned value ever changes: it is there, or it is among the lost.
 */
export function rebuildProgram(rebuild: RebuildInput): Result<RebuiltProgram, BuildProblem> {
  const { before, input } = rebuild;
  if (input.startsOn !== before.startsOn) throw new RangeError('A program is built again from its own start');
  const built = buildProgram(input);
  if (!built.ok) return built;
  const lost: LostChange[] = [];
  const context: RebuildContext = {
    ...rebuild,
    profile: input.profile,
    rules: input.rules ?? articleRules,
    next: built.value.program,
    lose: (change) => lost.push(change),
  };
  const weeks = built.value.program.weeks.map((week, index) => {
    const old = before.weeks[index];
    return old ? rebuildWeek(context, old, week) : week;
  });
  for (const week of before.weeks.slice(weeks.length)) {
    for (const session of week.sessions) loseSession(context, session);
  }
  const program: Program = { ...built.value.program, weeks };
  const findings = checkProgram({ program, profile: context.profile, rules: context.rules });
  return succeed({ ...built.value, program, findings, lost });
}

interface RebuildContext extends RebuildInput {
  readonly profile: Profile;
  readonly rules: ClientRules;
  /** The program as the engine alone would have it. */
  readonly next: Program;
  readonly lose: (change: LostChange) => void;
}

function rebuildWeek(context: RebuildContext, old: ProgramWeek, next: ProgramWeek): ProgramWeek {
  const { from, locked } = context;
  const isPast = from !== undefined && addDays(old.startsOn, 7) <= from;
  if (isPast) return { ...old, block: next.block };
  const stays = (session: PlannedSession) => locked.has(session.key) || (from !== undefined && session.date < from);
  const kept = old.sessions.filter(stays);
  const isOpen = ({ key, date }: PlannedSession) =>
    !kept.some((one) => one.key === key || one.date === date) && !(from !== undefined && date < from);
  const open = next.sessions.filter(isOpen);
  for (const session of old.sessions) {
    if (!stays(session) && !open.some(({ key }) => key === session.key)) loseSession(context, session);
  }
  const sessions = open.map((session) => {
    const was = old.sessions.find(({ key }) => key === session.key);
    return was ? carrySession(context, { old, next }, was, session) : session;
  });
  const merged: ProgramWeek = {
    ...next,
    sessions: [...kept, ...sessions].sort((one, other) => (one.date < other.date ? -1 : 1)),
  };
  return describeKept(carryMoves(context, old, merged), old, new Set(kept.map(({ key }) => key)));
}

/** The days as they are with the sessions that stay: on those, and on days that they leave empty, the old verdict holds. */
function describeKept(week: ProgramWeek, old: ProgramWeek, kept: ReadonlySet<string>): ProgramWeek {
  if (kept.size === 0) return week;
  const days = week.days.map((verdict, index) => {
    const was = old.days[index];
    const here = week.sessions.find(({ day }) => day === verdict.day);
    const isOld = here ? kept.has(here.key) : verdict.placed !== null;
    if (was && isOld && was.placed === (here?.load ?? null)) return was;
    return describeMoves(verdict, week.sessions);
  });
  return { ...week, days };
}

function loseSession({ lose }: RebuildContext, session: PlannedSession): void {
  const because = { code: 'session_gone' } as const;
  for (const { slot, exerciseId, pinned } of session.prescriptions) {
    if (pinned.length > 0) lose({ session: session.key, slot, exerciseId, fields: pinned, because });
  }
  if (session.byCoach?.movedFrom !== undefined) {
    lose({ session: session.key, slot: null, exerciseId: null, fields: [], because });
  }
}

/** Sessions that the coach moved, back on her days. One of the engine's that stands there gives way where it is as full. */
function carryMoves({ lose, rules }: RebuildContext, old: ProgramWeek, next: ProgramWeek): ProgramWeek {
  let week = next;
  const isMoved = ({ key }: PlannedSession) =>
    old.sessions.some((one) => one.key === key && one.byCoach?.movedFrom !== undefined);
  // A day that another moved session still holds will be free once that one has moved too.
  for (const { key } of next.sessions.filter(isMoved)) {
    const session = week.sessions.find((one) => one.key === key);
    const was = old.sessions.find((one) => one.key === key);
    // What is locked stands where it stood.
    if (!session || !was || session.byCoach?.movedFrom !== undefined || session.day === was.day) continue;
    const other = week.sessions.find((one) => one !== session && one.day === was.day);
    if (other && !isMoved(other)) {
      if (other.load !== session.load || old.sessions.includes(other)) {
        const because = { code: 'day_taken', day: was.day } as const;
        lose({ session: key, slot: null, exerciseId: null, fields: [], because });
        continue;
      }
      const swapped = { ...other, date: session.date, day: session.day };
      week = { ...week, sessions: week.sessions.map((one) => (one === other ? swapped : one)) };
    }
    const reason = findRefusal(week, session, was.day, rules) ? was.byCoach?.reason : undefined;
    week = putOnDay(week, session, was.date, reason);
  }
  return week;
}

/** The new session with the coach's hand on its slots. */
function carrySession(
  context: RebuildContext,
  weeks: { readonly old: ProgramWeek; readonly next: ProgramWeek },
  was: PlannedSession,
  next: PlannedSession,
): PlannedSession {
  const removed = was.byCoach?.removed;
  const isTouched = was.prescriptions.some(
    (line) => line.pinned.length > 0 || line.engineSlot !== undefined || isPairedByHand(line),
  );
  if (!isTouched && removed === undefined) return next;
  const lines = was.prescriptions.flatMap((line) => carryLine(context, weeks, { was, next, line }));
  const known = new Set([...was.prescriptions.map(findEngineSlot), ...(removed ?? [])]);
  const own = new Set(lines.filter(({ isHers }) => isHers).map(({ line }) => line.exerciseId));
  const single = lines.filter(({ isHers, line }) => {
    if (isHers || !own.has(line.exerciseId)) return true;
    const { slot, exerciseId, pinned } = line;
    const because = { code: 'already_there', exerciseId } as const;
    if (pinned.length > 0) context.lose({ session: was.key, slot, exerciseId, fields: pinned, because });
    return false;
  });
  const merged = single.map(({ line }) => line);
  // What the engine plans beside what the coach has seen so far.
  for (const line of next.prescriptions) {
    if (known.has(line.slot) || own.has(line.exerciseId)) continue;
    const isFree = merged.every(({ slot }) => slot !== line.slot);
    const slot = isFree ? line.slot : findFreeSlot(next.label, [{ prescriptions: merged }]);
    if (slot !== undefined) merged.push(putIn(line, slot));
  }
  return withMarks(withPrescriptions(next, carryPairs(was.prescriptions, merged)), { removed });
}

/** Lines by turns as the coach has them, where she had her hand on it; a pair that can't be one any more stays parted. */
function carryPairs(was: readonly Prescription[], next: readonly Prescription[]): readonly Prescription[] {
  const byHand = was.filter((line) => isPairedByHand(line) && next.some(({ slot }) => slot === line.slot));
  let lines = next;
  for (const { slot } of byHand) {
    const partner = findPartnerOf(lines, slot);
    lines = lines.map((line) => (line.slot === slot || line === partner ? { ...line, superset: null } : line));
  }
  for (const { slot } of byHand) {
    const partner = findPartnerOf(was, slot)?.slot;
    const isPair = partner !== undefined && findPairProblem(lines, slot, partner) === null;
    if (isPair) lines = joinLines(lines, slot, partner);
    else lines = lines.map((line) => (line.slot === slot && !line.superset ? sayByCoach(line, true) : line));
  }
  return lines;
}

interface CarriedLine {
  readonly line: Prescription;
  /** The exercise is there because of the coach, not because the engine planned it. */
  readonly isHers: boolean;
}

function carryLine(
  context: RebuildContext,
  weeks: { readonly old: ProgramWeek; readonly next: ProgramWeek },
  at: { readonly was: PlannedSession; readonly next: PlannedSession; readonly line: Prescription },
): readonly CarriedLine[] {
  const { was, next, line } = at;
  const { slot, exerciseId, pinned } = line;
  const lose = (fields: readonly PinnableField[], because: LostBecause) => {
    if (fields.length > 0) context.lose({ session: was.key, slot, exerciseId, fields, because });
  };
  const built = findEngineSlot(line);
  const base = built === null ? undefined : next.prescriptions.find((one) => one.slot === built);
  const ofExercise = pinned.filter((name) => !slotFields.includes(name));
  const isHers = built === null || pinned.includes('exerciseId') || pinned.includes('goal');
  if (isHers || (base && base.exerciseId !== exerciseId && ofExercise.length > 0)) {
    const against = findAgainst(context, next, line);
    if (against === undefined) {
      return [{ line: { ...renewLine(context, weeks, at), superset: base?.superset ?? null }, isHers: true }];
    }
    lose(base ? ofExercise : pinned, against);
    if (!base) return [];
    return [
      {
        line: pinFields(
          putIn(base, slot),
          line,
          pinned.filter((name) => slotFields.includes(name)),
        ),
        isHers: false,
      },
    ];
  }
  if (!base) {
    lose(pinned, { code: 'slot_gone' });
    return [];
  }
  return [{ line: pinFields(putIn(base, slot), line, pinned), isHers: false }];
}

/** What speaks against an exercise of the coach's now. */
function findAgainst(
  { profile }: RebuildContext,
  session: PlannedSession,
  { exerciseId, goal }: Prescription,
): LostBecause | undefined {
  const exercise = findExercise(exerciseId);
  if (!exercise) return { code: 'unknown_exercise' };
  const by = findBar(exercise, profile);
  if (by !== null) return { code: 'barred', exerciseId, by };
  const isHeavy = !isLightWork(exercise) || goal === 'strength' || goal === 'power';
  return session.load === 'light' && isHeavy ? { code: 'not_for_light', exerciseId } : undefined;
}

/**
 * A line of the coach's stays as it is. Only where its session is another kind of session now, or a load has become known
 * that it lacks, its dose is planned anew around what she pinned.
 */
function renewLine(
  context: RebuildContext,
  weeks: { readonly old: ProgramWeek; readonly next: ProgramWeek },
  { was, next, line }: { readonly was: PlannedSession; readonly next: PlannedSession; readonly line: Prescription },
): Prescription {
  const exercise = findExercise(line.exerciseId);
  if (!exercise) return line;
  const alike = listAlike(context, weeks.next.block, next, line);
  const { profile, rules } = context;
  const renewed = planNewLine(
    { program: context.next, profile, rules },
    { exercise, goal: line.goal, slot: line.slot },
    alike,
  ).get(next.key);
  const isOther = next.load !== was.load || weeks.next.phase !== weeks.old.phase;
  const lacksLoad =
    line.load === null && !line.pinned.includes('load') && renewed !== undefined && renewed.load !== null;
  if (!renewed || !(isOther || lacksLoad)) return line;
  const placed = line.engineSlot === undefined ? renewed : { ...renewed, engineSlot: line.engineSlot };
  return pinFields(placed, line, line.pinned);
}

/** The block's sessions that hold the same line of the coach's. */
function listAlike(
  { before, next }: RebuildContext,
  block: number,
  { label }: PlannedSession,
  line: Prescription,
): readonly PlannedSession[] {
  const keys = new Set(
    before.weeks.flatMap(({ sessions }) =>
      sessions
        .filter(({ prescriptions }) =>
          prescriptions.some(({ slot, exerciseId }) => slot === line.slot && exerciseId === line.exerciseId),
        )
        .map(({ key }) => key),
    ),
  );
  return next.weeks
    .filter((week) => week.block === block)
    .flatMap(({ sessions }) => sessions.filter((one) => one.label === label && keys.has(one.key)));
}
