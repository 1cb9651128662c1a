import type { PlannedSession, Prescription } from '../program.ts';

/**
 * Sessions as they become while changes are worked out: what one change has put into a session, the next one sees. Without it
 * two slots of one session could get the same exercise, or both the session's last place for high reps.
 */
export interface SessionDrafts {
  readonly now: (session: PlannedSession) => PlannedSession;
  /** Puts an exercise in a slot's place; null leaves the slot out. */
  readonly replace: (session: PlannedSession, slot: string, after: Prescription | null) => void;
  /** Whether the slot has been changed already: it is not changed twice. */
  readonly isChanged: (session: PlannedSession, slot: string) => boolean;
}

/** Drafts of sessions, each at first as it is. */
export function draftSessions(): SessionDrafts {
  const drafts = new Map<string, PlannedSession>();
  const changed = new Set<string>();
  const now = (session: PlannedSession) => drafts.get(session.key) ?? session;
  return {
    now,
    replace(session, slot, after) {
      const draft = now(session);
      const prescriptions = draft.prescriptions.flatMap((one) => (one.slot === slot ? (after ?? []) : one));
      drafts.set(session.key, { ...draft, prescriptions });
      changed.add(`${session.key} ${slot}`);
    },
    isChanged: ({ key }, slot) => changed.has(`${key} ${slot}`),
  };
}
