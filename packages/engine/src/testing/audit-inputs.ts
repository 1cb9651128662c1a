import type { AuditedSession, AuditedSlot, AuditedWeek, AuditInput } from '../audit-input.ts';
import type { Weekday } from '../vocabulary.ts';

/** The input of a case: what it does not state is not known. */
export const inputOf = (weeks: readonly AuditedWeek[], known: Partial<AuditInput> = {}): AuditInput => ({
  weeks,
  age: null,
  dosesByWeek: true,
  blocks: null,
  races: [],
  group: null,
  strengthBarredBy: null,
  ...known,
});

export const weekOf = (
  number: number,
  sessions: readonly AuditedSession[],
  known: Partial<AuditedWeek> = {},
): AuditedWeek => ({
  number,
  startsOn: null,
  runs: null,
  before: null,
  after: null,
  sessions,
  complete: true,
  exemption: null,
  ...known,
});

/** The same week so many times. */
export const repeatWeek = (weeks: number, sessions: readonly AuditedSession[], known: Partial<AuditedWeek> = {}) =>
  Array.from({ length: weeks }, (_, index) => weekOf(index + 1, sessions, known));

export const sessionOf = (
  day: Weekday | null,
  slots: readonly AuditedSlot[],
  known: Partial<AuditedSession> = {},
): AuditedSession => ({ label: day ?? 'A', day, load: 'full', slots, complete: true, ...known });

/** A session of which only the day is known. */
export const onDay = (day: Weekday, load: AuditedSession['load'] = 'full') =>
  sessionOf(day, [], { load, complete: false });
