import { audit } from '../audit.ts';
import type { Finding, FindingCode } from '../finding.ts';
import { defaultParameters } from '../parse-parameters.ts';
import { applyChanges, type RoutineChange } from './apply-change.ts';
import { type RoutineContext, readRoutine } from './read-routine.ts';
import type { Routine } from './routine.ts';
import { type RoutineFix, suggestFix } from './suggest-fix.ts';

/** One fix that was made, and why. */
export interface AppliedFix {
  readonly finding: Finding;
  readonly fix: RoutineFix;
}

export interface FixedRoutine {
  readonly routine: Routine;
  readonly applied: readonly AppliedFix[];
}

/** What is done first: fewer and shorter sessions, then what is in them, then the days, then what rises from week to week. */
const order: readonly FindingCode[] = [
  'M3_TOO_MANY_SESSIONS',
  'M2_EXERCISE_CHURN',
  'M3_SESSION_SIZE',
  'M1_ENDURANCE_DOSE',
  'M1_TOO_MANY_HIGH_REP',
  'M4_ON_RACE',
  'M4_ON_LONG',
  'M4_ON_SPEED',
  'M4_AFTER_LONG',
  'M4_BEFORE_SPEED',
  'M4_HEAVY_BEFORE_RACE',
  'M4_HEAVY_AFTER_RACE',
  'M1_NO_STRENGTH_OR_POWER',
  'M3_HIGH_RES_CAP',
  'M4_CONSECUTIVE',
  'M3_AREA_GAP',
  'M4_NEW_BEFORE_RACE',
  'M1_STRENGTH_REPS',
  'M1_GROUP_DOSE',
  'M1_POWER_DOSE',
  'M1_REST_TOO_SHORT',
  'M2_BLOCK_LENGTH',
  'M2_NEXT_NOT_HARDER',
  'M2_STALE_EXERCISE',
  'M2_NO_OVERLOAD',
];
/** Far above what any routine has needed; an end all the same. */
const mostFixes = 500;

/**
 * The routine with the suggested fixes made until no error and no warning is left, one finding after the other, since a fix
 * may settle several or uncover the next. Notes are left alone. Where an exercise stands twice in a session and fixes for the
 * one keep undoing those for the other, it is left once, and the fixes are made on that.
 */
export function applyFixes(routine: Routine, context: RoutineContext = {}): FixedRoutine {
  const fixed = fixAll(routine, context);
  const [left] = listOpen(fixed.routine, context).findings;
  const changes = left === undefined ? [] : listRepeats(routine);
  if (left === undefined || changes.length === 0) return fixed;
  const again = fixAll(applyChanges(routine, changes), context);
  return { routine: again.routine, applied: [{ finding: left, fix: { changes } }, ...again.applied] };
}

function fixAll(routine: Routine, context: RoutineContext): FixedRoutine {
  const applied: AppliedFix[] = [];
  const fixed = new Set<FindingCode>();
  let current = routine;
  while (applied.length < mostFixes) {
    const { read, findings } = listOpen(current, context);
    const input = { routine: current, read, context, fixed };
    const next = findings
      .sort((one, other) => order.indexOf(one.code) - order.indexOf(other.code))
      .map((finding) => ({ finding, fix: suggestFix(input, finding) }))
      .find((one): one is AppliedFix => one.fix !== null);
    if (!next) break;
    current = applyChanges(current, next.fix.changes);
    applied.push(next);
    fixed.add(next.finding.code);
  }
  return { routine: current, applied };
}

/** What is wrong with a routine and not only worth a note. */
function listOpen(routine: Routine, context: RoutineContext) {
  const read = readRoutine(routine, context);
  const { findings } = audit(read.input, context.parameters ?? defaultParameters);
  return { read, findings: findings.filter(({ severity }) => severity !== 'info') };
}

/** Every line whose exercise stands in its session already. */
function listRepeats({ weeks }: Routine): readonly RoutineChange[] {
  return weeks.flatMap(({ days }, week) =>
    days.flatMap(({ session }, day) => {
      const seen = new Set<string>();
      return (session?.lines ?? []).flatMap(({ exercise }, line): readonly RoutineChange[] => {
        if (!seen.has(exercise)) {
          seen.add(exercise);
          return [];
        }
        return [{ kind: 'remove_line', at: { week, day, line } }];
      });
    }),
  );
}
