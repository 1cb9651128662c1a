import { type BuildInput, buildProgram } from '../build-program.ts';
import type { PlannedSession, Program } from '../program.ts';
import type { ClientRules } from './rule-set.ts';

/** How many sessions of a program differ when it is built by other rules. A session counts once, where it weighs most. */
export interface BuildComparison {
  /** In the program as it would be built by the rules from before. */
  readonly sessions: number;
  readonly added: number;
  readonly gone: number;
  /** On another day, whatever they hold. */
  readonly moved: number;
  /** On the same day with another load, exercise or dose. */
  readonly redosed: number;
}

/** What switching rules changes in a whole program that is built from the same facts. None of it where nothing can be built. */
export function compareBuilds(
  input: Omit<BuildInput, 'rules'>,
  before: ClientRules,
  after: ClientRules,
): BuildComparison {
  const old = listSessions(input, before);
  const next = listSessions(input, after);
  let moved = 0;
  let redosed = 0;
  let gone = 0;
  for (const [key, was] of old) {
    const now = next.get(key);
    if (!now) gone += 1;
    else if (now.date !== was.date) moved += 1;
    else if (describe(now) !== describe(was)) redosed += 1;
  }
  const added = [...next.keys()].filter((key) => !old.has(key)).length;
  return { sessions: old.size, added, gone, moved, redosed };
}

function listSessions(input: Omit<BuildInput, 'rules'>, rules: ClientRules): ReadonlyMap<string, PlannedSession> {
  const built = buildProgram({ ...input, rules });
  const weeks: Program['weeks'] = built.ok ? built.value.program.weeks : [];
  return new Map(weeks.flatMap(({ sessions }) => sessions.map((session) => [session.key, session])));
}

/** What a client would see of it: doses without their reasons. */
function describe({ load, prescriptions }: PlannedSession): string {
  return JSON.stringify([load, prescriptions.map(({ reasons: _, ...line }) => line)]);
}
