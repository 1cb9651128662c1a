// What switching the rules changes in a whole program: days, sessions and doses, each with why.
import { type BuildInput, type BuildProblem, buildProgram } from '../build-program.ts';
import type { ParameterName } from '../parameters.ts';
import type { DayVerdict } from '../placement.ts';
import {
  type PinnableField,
  type PlannedSession,
  type Prescription,
  type Program,
  type ProgramWeek,
  pinnableFields,
} from '../program.ts';
import type { Reason } from '../reason.ts';
import { fail, type Result, succeed } from '../result.ts';
import { findRule } from '../rules.ts';
import { type ChangedDay, listChangedParameters, type RuleSetComparison } from './compare-rule-sets.ts';
import { isSameValue } from './is-same-value.ts';
import type { ClientRules } from './rule-set.ts';

export interface ChangedWeekDay extends ChangedDay {
  /** From 1. */
  readonly week: number;
}

/** One thing about a slot that is another under the new rules, in all the weeks in which it is. */
export interface ChangedSlot {
  readonly session: string;
  /** "A1". */
  readonly slot: string;
  /** "slot" where the slot is there under one of the two only: its exercise is then the value. */
  readonly field: PinnableField | 'slot';
  readonly before: Prescription[PinnableField];
  readonly after: Prescription[PinnableField];
  /** In their order, from 1. */
  readonly weeks: readonly number[];
  /** The weightiest first; never empty. */
  readonly why: readonly Reason[];
}

/** How many sessions differ. Each counts once, where it weighs most. */
export interface SessionCounts {
  /** In the program by the rules from before. */
  readonly sessions: number;
  readonly added: number;
  readonly gone: number;
  /** On another day, whatever they hold. */
  readonly moved: number;
  /** On the same day with another load, exercise or dose. */
  readonly redosed: number;
}

export interface ProgramComparison {
  readonly counts: SessionCounts;
  readonly parameters: RuleSetComparison['parameters'];
  readonly days: readonly ChangedWeekDay[];
  readonly slots: readonly ChangedSlot[];
}

/** Both programs are built from the same input; what is wrong with it is a problem of both. */
export function comparePrograms(
  input: Omit<BuildInput, 'rules'>,
  before: ClientRules,
  after: ClientRules,
): Result<ProgramComparison, BuildProblem> {
  const built = buildBoth(input, before, after);
  if (!built.ok) return built;
  const { old, now } = built.value;
  const parameters = listChangedParameters(before, after);
  return succeed({
    counts: countSessions(old, now),
    parameters,
    days: listChangedDays(old, now),
    slots: listChangedSlots(
      old,
      now,
      parameters.map(({ name }) => name),
    ),
  });
}

/** The counts of `comparePrograms` alone, for lists of clients: what changes in each slot costs as much again as they do. */
export function countChangedSessions(
  input: Omit<BuildInput, 'rules'>,
  before: ClientRules,
  after: ClientRules,
): Result<SessionCounts, BuildProblem> {
  const built = buildBoth(input, before, after);
  return built.ok ? succeed(countSessions(built.value.old, built.value.now)) : built;
}

function buildBoth(
  input: Omit<BuildInput, 'rules'>,
  before: ClientRules,
  after: ClientRules,
): Result<{ readonly old: Program; readonly now: Program }, BuildProblem> {
  const old = buildProgram({ ...input, rules: before });
  const now = buildProgram({ ...input, rules: after });
  if (!old.ok) return fail(...old.problems);
  if (!now.ok) return fail(...now.problems);
  return succeed({ old: old.value.program, now: now.value.program });
}

function countSessions(before: Program, after: Program): SessionCounts {
  const old = listSessions(before);
  const now = listSessions(after);
  let moved = 0;
  let redosed = 0;
  let gone = 0;
  for (const [key, was] of old) {
    const is = now.get(key);
    if (!is) gone += 1;
    else if (is.date !== was.date) moved += 1;
    else if (describe(is) !== describe(was)) redosed += 1;
  }
  const added = [...now.keys()].filter((key) => !old.has(key)).length;
  return { sessions: old.size, added, gone, moved, redosed };
}

function listSessions({ weeks }: Program): ReadonlyMap<string, PlannedSession> {
  return new Map(weeks.flatMap(({ sessions }) => sessions.map((session) => [session.key, session])));
}

/** What a client would see of it: doses without their reasons. */
function describe({ load, prescriptions }: PlannedSession): string {
  return JSON.stringify([load, prescriptions.map(({ reasons: _, ...line }) => line)]);
}

function listChangedDays(before: Program, after: Program): readonly ChangedWeekDay[] {
  return after.weeks.flatMap(({ number, days }, index) => {
    const old = before.weeks[index] as ProgramWeek;
    return days.flatMap(({ day, placed, reasons }, at): readonly ChangedWeekDay[] => {
      const { placed: was } = old.days[at] as DayVerdict;
      return was === placed ? [] : [{ week: number, day, before: was, after: placed, why: reasons }];
    });
  });
}

function listChangedSlots(before: Program, after: Program, tuned: readonly ParameterName[]): readonly ChangedSlot[] {
  const changes = new Map<string, ChangedSlot & { readonly weeks: number[] }>();
  after.weeks.forEach((week, index) => {
    const old = listSlots(before.weeks[index] as ProgramWeek);
    const now = listSlots(week);
    for (const place of new Set([...old.keys(), ...now.keys()])) {
      const [was, is] = [old.get(place), now.get(place)];
      const [session, slot] = place.split(' ') as [string, string];
      for (const change of listChangedFields(was, is)) {
        const key = JSON.stringify([place, change]);
        const known = changes.get(key);
        if (known) known.weeks.push(week.number);
        else changes.set(key, { session, slot, ...change, weeks: [week.number], why: explain(was, is, tuned) });
      }
    }
  });
  return [...changes.values()];
}

function listChangedFields(
  was: Prescription | undefined,
  is: Prescription | undefined,
): readonly Pick<ChangedSlot, 'field' | 'before' | 'after'>[] {
  return was && is
    ? pinnableFields
        .filter((field) => !isSameValue(was[field], is[field]))
        .map((field) => ({ field, before: was[field], after: is[field] }))
    : [{ field: 'slot', before: was?.exerciseId ?? null, after: is?.exerciseId ?? null }];
}

/** By session and slot: "A A1". */
function listSlots({ sessions }: ProgramWeek): ReadonlyMap<string, Prescription> {
  const slots = new Map<string, Prescription>();
  for (const { label, prescriptions } of sessions) {
    for (const prescription of prescriptions) slots.set(`${label} ${prescription.slot}`, prescription);
  }
  return slots;
}

/** What leans on a number that was tuned; else what is said now and was not before; else all that is said. */
function explain(
  was: Prescription | undefined,
  is: Prescription | undefined,
  tuned: readonly ParameterName[],
): readonly Reason[] {
  const { reasons: said } = (is ?? was) as Prescription;
  const leaning = said.filter(({ rule }) => findRule(rule)?.parameters.some((name) => tuned.includes(name)));
  if (leaning.length > 0) return leaning;
  const known = new Set(was?.reasons.map((reason) => JSON.stringify(reason)));
  const fresh = said.filter((reason) => !known.has(JSON.stringify(reason)));
  return fresh.length > 0 ? fresh : said;
}
