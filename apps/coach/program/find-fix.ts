import type { Finding } from '@groundwork/engine/finding';
import type { Program } from '@groundwork/engine/program';
import type { ProgramEdit } from './apply-edit.ts';

/** A finding that one number settles. */
export function findFix(
  finding: Finding,
  program: Program,
  locked: ReadonlySet<string>,
  apply: (edits: readonly ProgramEdit[], done: string) => void,
) {
  const { week, session: label, slot } = finding.at;
  if (week === undefined || label === undefined || slot === undefined) return undefined;
  const weeks = program.weeks.filter((one) => one.number >= week && one.number <= (finding.at.throughWeek ?? week));
  const sessions = weeks
    .flatMap((one) => one.sessions)
    .filter((session) => session.label === label && !locked.has(session.key));
  const key = sessions[0]?.key;
  if (key === undefined) return undefined;
  const fields =
    finding.code === 'M1_REST_TOO_SHORT'
      ? ({ restSeconds: 180 } as const)
      : finding.code === 'M1_STRENGTH_REPS'
        ? ({ amount: 6 } as const)
        : undefined;
  if (!fields) return undefined;
  const words = 'restSeconds' in fields ? 'Set 3 min' : 'Set 6 reps';
  return {
    label: words,
    run: () =>
      apply(
        sessions.map((session) => ({
          kind: 'set_prescription' as const,
          session: session.key,
          slot,
          reach: 'session' as const,
          fields,
        })),
        `${slot}: ${words.toLowerCase()}`,
      ),
  };
}
