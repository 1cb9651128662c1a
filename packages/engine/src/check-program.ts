import { isSkipped } from './adapt/apply-proposal.ts';
import { articleRules, type ClientRules, listSetAside } from './adapt/rule-set.ts';
import { type Audit, audit } from './audit.ts';
import {
  type AuditedSession,
  type AuditedSlot,
  type AuditedWeek,
  type AuditInput,
  buildCatalogueSlot,
  type WeekExemption,
} from './audit-input.ts';
import { excusesSwap } from './excuses.ts';
import type { Finding } from './finding.ts';
import { findGroupDose } from './group-dose.ts';
import { defaultParameters, type ParameterValues } from './parse-parameters.ts';
import type { Profile } from './profile.ts';
import type { PlannedSession, Prescription, Program, ProgramWeek } from './program.ts';
import type { Reason } from './reason.ts';
import { type DatedWeek, listDatedWeeks } from './run-calendar.ts';
import { findStrengthBar } from './strength-bar.ts';

export interface ProgramCheckInput {
  readonly program: Program;
  readonly profile: Profile;
  /** The client's rules; the article's, untouched, when left out. */
  readonly rules?: ClientRules;
  /** The runs around the program's weeks, where they are read already; read from the profile when left out. */
  readonly datedWeeks?: readonly DatedWeek[];
}

/** Every finding on a built or edited program against the runs it stands among. */
export function checkProgram(input: ProgramCheckInput): readonly Finding[] {
  return auditProgram(input).findings;
}

/** As `checkProgram`, with a verdict for each mistake and what could not be told. */
export function auditProgram(input: ProgramCheckInput): Audit {
  return auditRead(readProgram(input), input.rules);
}

/** A program as it was read for the checks. */
export interface ReadProgram {
  readonly program: Program;
  readonly read: AuditInput;
}

/** Reads a program for `auditRead`; weeks that it shares with the last one, among the same runs, are not read again. */
export function readProgram(
  { program, profile, rules = articleRules, datedWeeks }: ProgramCheckInput,
  last?: ReadProgram,
): ReadProgram {
  return { program, read: buildAuditInput(program, profile, rules.parameters, datedWeeks, last) };
}

export function auditRead({ read }: ReadProgram, rules: ClientRules = articleRules): Audit {
  return audit(read, rules.parameters, listSetAside(rules));
}

/** A program as the checks read it. */
export function buildAuditInput(
  program: Program,
  profile: Profile,
  parameters: ParameterValues = defaultParameters,
  datedWeeks: readonly DatedWeek[] = listDatedWeeks(profile, program.startsOn, program.weeks.length),
  last?: ReadProgram,
): AuditInput {
  return {
    weeks: program.weeks.map((week, index) => {
      const known = week === last?.program.weeks[index] ? last.read.weeks[index] : undefined;
      const dated = datedWeeks[index];
      return known && standsAmong(known, dated) ? known : readWeek(week, dated);
    }),
    age: profile.age,
    dosesByWeek: true,
    blocks: program.blocks,
    races: profile.races,
    group: findGroupDose(profile),
    strengthBarredBy: findStrengthBar(profile, parameters),
  };
}

function standsAmong({ runs, before, after }: AuditedWeek, dated: DatedWeek | undefined): boolean {
  if (dated === undefined) return runs === null;
  return before === dated.before && after === dated.after && dated.runs.every((run, day) => run === runs?.[day]);
}

function readWeek(week: ProgramWeek, dated: DatedWeek | undefined): AuditedWeek {
  return {
    number: week.number,
    startsOn: week.startsOn,
    runs: dated?.runs ?? null,
    before: dated?.before ?? null,
    after: dated?.after ?? null,
    sessions: week.sessions.map(readSession),
    complete: true,
    exemption: findExemption(week),
  };
}

function readSession(session: PlannedSession): AuditedSession {
  const placedBecause = session.byCoach?.reason;
  return {
    label: session.label,
    day: session.day,
    load: session.load,
    slots: session.prescriptions.map(readSlot),
    complete: true,
    isLetGo: isSkipped(session),
    ...(placedBecause === undefined ? {} : { placedBecause }),
  };
}

/** Its reasons are gone through once: there are more of them in a program than of anything else. */
function readSlot(prescription: Prescription): AuditedSlot {
  let excused = isSwappedByHand(prescription);
  let eased = false;
  for (const { code } of prescription.reasons) {
    if (excusesSwap(code)) excused = true;
    else if (easings.has(code)) eased = true;
  }
  return buildCatalogueSlot(prescription, excused, eased);
}

/** Why a week is not held to everything. */
export function findExemption(week: ProgramWeek): WeekExemption | null {
  const { phase } = week;
  if (phase === 'taper' || phase === 'return' || phase === 'maintain' || phase === 'off') return phase;
  if (week.sessions.some(isLeftForPain)) return 'no_full_session';
  if (week.tier === 'T5' || week.tier === 'T6' || isLightThroughout(week)) return 'no_full_session';
  return phase === 'deload' ? 'deload' : null;
}

const painCodes: ReadonlySet<string> = new Set(['PAIN_RED', 'PAIN_AS_RED', 'PAIN_REGRESS']);

/** A session that gave up an exercise for pain, or took an easier one, is not held to what it had (S2). */
function isLeftForPain({ reasons, prescriptions }: PlannedSession): boolean {
  const isPainful = (one: readonly Reason[]) => one.some(({ code }) => painCodes.has(code));
  return isPainful(reasons) || prescriptions.some((one) => isPainful(one.reasons));
}

/** A week with room for more in a block that has none is as light as the block. */
function isLightThroughout({ sessions }: ProgramWeek): boolean {
  return sessions.length > 0 && sessions.every(({ load }) => load === 'light');
}

/** A swap that pain, kit or the week's room forced, or that the coach made herself, is no jumping about (S11). */
export function isExcused(prescription: Prescription): boolean {
  return isSwappedByHand(prescription) || prescription.reasons.some(({ code }) => excusesSwap(code));
}

function isSwappedByHand({ pinned }: Prescription): boolean {
  return pinned.includes('exerciseId');
}

/** Reasons of a dose that is easier than the last one on purpose. */
const easings: ReadonlySet<string> = new Set([
  'DELOAD_FIRST_WEEK',
  'DELOAD_EXTRA',
  'READY_DELOAD',
  'GAP_EASE',
  'GAP_RESTART',
  'AFTER_RACE_EASE',
]);
