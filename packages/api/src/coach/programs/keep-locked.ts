import type { ClientRules } from '@groundwork/engine/adapt/rule-set';
import { checkProgram } from '@groundwork/engine/check-program';
import type { Finding } from '@groundwork/engine/finding';
import type { Profile } from '@groundwork/engine/profile';
import type { PlannedSession, Program } from '@groundwork/engine/program';
import type { SessionLock } from './program-record.ts';

/** A changed program with its locked sessions as they were, and what the checks say of the whole. */
export function keepLocked(change: {
  readonly before: Program;
  readonly after: Program;
  readonly locked: readonly Pick<SessionLock, 'key'>[];
  readonly profile: Profile;
  readonly rules: ClientRules;
}): { readonly draft: Program; readonly findings: readonly Finding[] } {
  const { before, after, profile, rules } = change;
  const keys = new Set(change.locked.map(({ key }) => key));
  const kept = before.weeks.map(({ sessions }) => sessions.filter(({ key }) => keys.has(key)));
  const draft: Program = {
    ...after,
    weeks: after.weeks.map((week, index) => {
      const locked = kept[index] ?? [];
      if (locked.length === 0) return week;
      return { ...week, sessions: mergeSessions(week.sessions, locked) };
    }),
  };
  return { draft, findings: checkProgram({ program: draft, profile, rules }) };
}

/** Locked sessions stand where they stood; of the others those that share neither label nor day with one. */
function mergeSessions(sessions: readonly PlannedSession[], locked: readonly PlannedSession[]) {
  const others = sessions.filter(({ key, date }) => !locked.some((one) => one.key === key || one.date === date));
  return [...locked, ...others].sort((one, other) => (one.date < other.date ? -1 : 1));
}
