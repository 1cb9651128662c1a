import { explainFinding } from '@groundwork/engine/explain';
import type { Explanation } from '@groundwork/engine/explanation';
import { formatRest, formatSets } from '@groundwork/engine/format-prescription';
import { applyFixes } from '@groundwork/engine/notation/apply-fixes';
import { auditRoutine } from '@groundwork/engine/notation/audit-routine';
import { formatNotation } from '@groundwork/engine/notation/format-notation';
import { nameExercise } from '@groundwork/engine/notation/match-exercise';
import { orderDays } from '@groundwork/engine/notation/order-days';
import { parseNotation } from '@groundwork/engine/notation/parse-notation';
import { type RoutineContext, readRoutine } from '@groundwork/engine/notation/read-routine';
import type { Routine, RoutineLine } from '@groundwork/engine/notation/routine';
import type { Weekday } from '@groundwork/engine/vocabulary';
import { type DiffLine, diffLines } from './diff-lines.ts';
import { describeWeek, type ReportDay, type RoutineFacts } from './read-report.ts';

/** The routine with the fixes made, and how it came to it. */
export interface MendedRoutine {
  /** As notation, ready to be copied or checked again. */
  readonly text: string;
  /** Against the routine as it was, in the same notation; null where it is too long to compare. */
  readonly lines: readonly DiffLine[] | null;
  /** Why each fix was made, in the order of making. */
  readonly reasons: readonly Explanation[];
  readonly week: readonly ReportDay[] | null;
  /** Of the first week that has some. */
  readonly sessions: readonly MendedSession[];
}

export interface MendedSession {
  /** "Strength A" */
  readonly label: string;
  readonly day: Weekday | null;
  readonly lines: readonly {
    /** A catalogue id, or the name as it was written. */
    readonly exercise: string;
    readonly name: string;
    /** "3 × 6 a side"; empty where none is written. */
    readonly dose: string;
    readonly rest: string;
  }[];
}

/** Makes every fix that the checks suggest. The days come out in their order, unless that would spoil the pass. */
export function mendRoutine(facts: RoutineFacts): MendedRoutine {
  const context = { age: facts.age, weeks: facts.weeks, runs: facts.runs };
  const written = orderDays(parseNotation(facts.text).routine);
  const fixed = applyFixes(written, context);
  const ordered = orderDays(fixed.routine);
  const routine = isClean(ordered, context) ? ordered : fixed.routine;
  const text = formatNotation(routine);
  const reasons = new Map(
    fixed.applied.map(({ finding }) => {
      const explanation = explainFinding(finding);
      return [explanation.title, explanation];
    }),
  );
  return {
    text,
    lines: diffLines(splitLines(formatNotation(written)), splitLines(text)),
    reasons: [...reasons.values()],
    sessions: listSessions(routine),
    week: describeWeek(readRoutine(routine, context), auditRoutine(routine, context)),
  };
}

const splitLines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

function isClean(routine: Routine, context: RoutineContext): boolean {
  return auditRoutine(routine, context).findings.every(({ finding }) => finding.severity === 'info');
}

function listSessions({ weeks }: Routine): readonly MendedSession[] {
  const week = weeks.find(({ days }) => days.some(({ session }) => session !== null));
  return (week?.days ?? [])
    .flatMap(({ day, session }) => (session ? [{ day, lines: session.lines }] : []))
    .map(({ day, lines }, index) => ({
      label: `Strength ${String.fromCharCode(65 + (index % 26))}`,
      day,
      lines: lines.map((line) => ({
        exercise: line.exercise,
        name: nameExercise(line.exercise),
        dose: writeDose(line),
        rest: line.restSeconds === null ? '' : formatRest(line.restSeconds),
      })),
    }));
}

function writeDose(line: RoutineLine): string {
  const { sets, measure, amount, restSeconds } = line;
  if (measure === null || amount === null) return sets === null ? '' : `${sets} sets`;
  return formatSets({ ...line, sets: sets ?? 1, measure, amount, restSeconds: restSeconds ?? 0 });
}
