// The coach's hand on a session as a whole, kept as marks beside what the engine built: which of its slots she took out, and
// where she put the others.
import { withPrescriptions } from './edit-place.ts';
import { findPartnerOf } from './pair-lines.ts';
import type { PlannedSession, Prescription, SessionMarks } from './program.ts';

/** The slot that the engine built a line for; null where the coach added the line. */
export function findEngineSlot({ slot, engineSlot }: Prescription): string | null {
  return engineSlot === undefined ? slot : engineSlot;
}

/** The line in another place, with the slot it was built for in mind. */
export function putIn(line: Prescription, slot: string): Prescription {
  const built = findEngineSlot(line);
  const { engineSlot: _, ...rest } = line;
  return built === slot ? { ...rest, slot } : { ...rest, slot, engineSlot: built };
}

/** The session without a slot; a slot of the engine's is marked as taken out. */
export function markRemoved(session: PlannedSession, slot: string): PlannedSession {
  const gone = session.prescriptions.find((line) => line.slot === slot);
  if (!gone) return session;
  const kept = withPrescriptions(
    session,
    session.prescriptions.filter((line) => line !== gone),
  );
  const built = findEngineSlot(gone);
  if (built === null) return kept;
  return withMarks(kept, { ...session.byCoach, removed: [...(session.byCoach?.removed ?? []), built].sort() });
}

/** The session with a line in the place of another, and those between them one place on. A pair moves as one. */
export function moveSlot(session: PlannedSession, from: string, to: string): PlannedSession {
  const lines = session.prescriptions;
  const slots = lines.map(({ slot }) => slot).sort();
  const order = moveLine(lines, from, to);
  return withPrescriptions(
    session,
    order.map((line, place) => putIn(line, slots[place] ?? line.slot)),
  );
}

function moveLine(lines: readonly Prescription[], from: string, to: string): readonly Prescription[] {
  const unitOf = (slot: string) => lines.filter((line) => line.slot === slot || line === findPartnerOf(lines, slot));
  const moved = unitOf(from);
  const target = unitOf(to);
  const others = lines.filter((line) => !moved.includes(line));
  const [first] = target;
  // One of a pair in its partner's place: the two change places.
  if (!first || moved.includes(first)) {
    const at = lines.findIndex((line) => moved.includes(line));
    return [...lines.slice(0, at), ...[...moved].reverse(), ...lines.slice(at + moved.length)];
  }
  const isDown = lines.findIndex(({ slot }) => slot === from) < lines.indexOf(first);
  const at = others.indexOf(first) + (isDown ? target.length : 0);
  return [...others.slice(0, at), ...moved, ...others.slice(at)];
}

/** The session with these marks and no others; without any where there are none. */
export function withMarks(session: PlannedSession, marks: SessionMarks): PlannedSession {
  const { byCoach: _, ...rest } = session;
  const set = Object.entries(marks).filter(([, value]) => value !== undefined);
  return set.length === 0 ? rest : { ...rest, byCoach: Object.fromEntries(set) };
}
