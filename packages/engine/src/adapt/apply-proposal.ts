import { weekdayOf } from '../plain-date.ts';
import type { PinnableField, PlannedSession, Prescription, Program, ProgramWeek } from '../program.ts';
import type { Reason } from '../reason.ts';
import { fail, type Result, succeed } from '../result.ts';
import { estimateMinutes } from '../session-minutes.ts';
import { settlePairs } from '../superset.ts';
import { isSameValue } from './is-same-value.ts';
import { addDoseReason } from './plan-ahead.ts';
import type { Proposal, ProposalEdit } from './proposal.ts';

/** Why a proposal can't be made any more: the place is gone, or holds something else by now. */
export interface ApplyProblem {
  readonly code: 'no_such_place' | 'changed_since';
  readonly session: string;
  /** Null where it is about the whole session. */
  readonly slot: string | null;
}

/** Codes by which a session says that it is not asked for. */
const skippedCodes: ReadonlySet<string> = new Set(['MISSED_DROP', 'TODAY_SKIPPED', 'PAIN_STOP']);

/** Whether a session was let go: missed, or left out for the day. It is not made up for. */
export function isSkipped({ reasons }: PlannedSession): boolean {
  return reasons.some(({ code }) => skippedCodes.has(code));
}

/**
 * The program with a proposal made, or every place where it no longer fits. Made twice it is made once; the program given is
 * left as it is. Questions and notes change nothing.
 */
export function applyProposal(program: Program, { edits }: Proposal): Result<Program, ApplyProblem> {
  if (edits.length === 0) return succeed(program);
  const bySession = new Map<string, ProposalEdit[]>();
  for (const edit of edits) bySession.set(edit.session, [...(bySession.get(edit.session) ?? []), edit]);
  const problems: ApplyProblem[] = [];
  const found = new Set<string>();
  let isChanged = false;
  const weeks = program.weeks.map((week) => {
    if (!week.sessions.some(({ key }) => bySession.has(key))) return week;
    let changed = week;
    for (const session of week.sessions) {
      const own = bySession.get(session.key);
      if (!own) continue;
      found.add(session.key);
      for (const edit of own) changed = makeEdit(changed, edit, problems);
    }
    if (changed !== week) isChanged = true;
    return changed;
  });
  for (const session of bySession.keys()) {
    if (!found.has(session)) problems.push({ code: 'no_such_place', session, slot: null });
  }
  if (problems.length > 0) return fail(...problems);
  return succeed(isChanged ? { ...program, weeks } : program);
}

function makeEdit(week: ProgramWeek, edit: ProposalEdit, problems: ApplyProblem[]): ProgramWeek {
  const session = week.sessions.find(({ key }) => key === edit.session);
  if (!session) return week;
  switch (edit.kind) {
    case 'set_fields':
      return replaceSession(week, setFields(session, edit, problems));
    case 'replace':
      return replaceSession(week, replaceSlot(session, edit, problems));
    case 'move_session':
      return moveSession(week, session, edit, problems);
    case 'skip_session':
      return isSkipped(session)
        ? week
        : replaceSession(week, { ...session, reasons: [...session.reasons, plain(edit.why)] });
    default: {
      const unknown: never = edit;
      throw new TypeError(`Unknown edit: ${JSON.stringify(unknown)}`);
    }
  }
}

function setFields(
  session: PlannedSession,
  { slot, exerciseId, before, after, why }: Extract<ProposalEdit, { kind: 'set_fields' }>,
  problems: ApplyProblem[],
): PlannedSession {
  const prescription = session.prescriptions.find((one) => one.slot === slot && one.exerciseId === exerciseId);
  if (!prescription) {
    problems.push({ code: 'no_such_place', session: session.key, slot });
    return session;
  }
  const fields = Object.keys(after) as PinnableField[];
  const holds = (values: typeof after) =>
    fields.every((field) => isSameValue(prescription[field], values[field] ?? null));
  if (holds(after)) return session;
  if (!holds(before)) {
    problems.push({ code: 'changed_since', session: session.key, slot });
    return session;
  }
  return withPrescription(session, slot, {
    ...prescription,
    ...after,
    reasons: addDoseReason(prescription.reasons, why),
  });
}

function replaceSlot(
  session: PlannedSession,
  { slot, before, after, why }: Extract<ProposalEdit, { kind: 'replace' }>,
  problems: ApplyProblem[],
): PlannedSession {
  const prescription = session.prescriptions.find((one) => one.slot === slot);
  if (prescription?.exerciseId === after?.exerciseId) return session;
  if (prescription?.exerciseId !== before) {
    problems.push({ code: prescription ? 'changed_since' : 'no_such_place', session: session.key, slot });
    return session;
  }
  const changed = withPrescription(session, slot, after);
  return after === null ? { ...changed, reasons: [...session.reasons, plain(why)] } : changed;
}

function withPrescription(session: PlannedSession, slot: string, after: Prescription | null): PlannedSession {
  const prescriptions = settlePairs(session.prescriptions.flatMap((one) => (one.slot === slot ? (after ?? []) : one)));
  return { ...session, prescriptions, minutes: estimateMinutes(prescriptions) };
}

/** To a day without a session; the days of the week say where it went. */
function moveSession(
  week: ProgramWeek,
  session: PlannedSession,
  { before, after, why }: Extract<ProposalEdit, { kind: 'move_session' }>,
  problems: ApplyProblem[],
): ProgramWeek {
  if (session.date === after) return week;
  if (session.date !== before || week.sessions.some(({ date }) => date === after)) {
    problems.push({ code: 'changed_since', session: session.key, slot: null });
    return week;
  }
  const day = weekdayOf(after);
  const reason = plain(why);
  const moved: PlannedSession = { ...session, date: after, day, reasons: [...session.reasons, reason] };
  return {
    ...week,
    sessions: week.sessions
      .map((one) => (one === session ? moved : one))
      .sort((one, other) => (one.date < other.date ? -1 : 1)),
    days: week.days.map((verdict) => {
      if (verdict.day === day) return { ...verdict, placed: session.load, reasons: [reason, ...verdict.reasons] };
      return verdict.day === session.day
        ? { ...verdict, placed: null, reasons: [reason, ...verdict.reasons] }
        : verdict;
    }),
  };
}

function replaceSession(week: ProgramWeek, session: PlannedSession): ProgramWeek {
  const at = week.sessions.findIndex(({ key }) => key === session.key);
  return week.sessions[at] === session ? week : { ...week, sessions: week.sessions.with(at, session) };
}

const plain = ({ code, rule, data }: Reason): Reason => ({ code, rule, data });
