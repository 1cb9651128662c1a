// A routine in the notation, audited as a pasted one is.
import { findExercise } from '../catalogue/catalogue.ts';
import { explainFinding } from '../explain.ts';
import { auditRoutine } from '../notation/audit-routine.ts';
import { parseNotation, type ReadNotation } from '../notation/parse-notation.ts';
import type { RuleCase, Said } from '../rule-example.ts';
import type { WorkedCase } from './work-example.ts';

/** Throws where the notation reports a problem: an example is written as it is read. */
export function workRoutine(ruleId: string, { text, context }: Extract<RuleCase, { kind: 'routine' }>): WorkedCase {
  const read = parseNotation(text);
  const [problem] = read.problems;
  if (problem) throw new RangeError(`Line ${problem.line}, column ${problem.column}: ${problem.code}`);
  const { findings, cannotTell } = auditRoutine(read.routine, context, read.places);
  const own = findings.filter(({ finding }) => finding.rule === ruleId);
  const exercises = listExercises(read);
  const sayAll = (those: typeof own): readonly Said[] =>
    those.map(({ finding }) => ({ code: finding.code, explanation: explainFinding(finding) }));
  return {
    lines: text
      .trim()
      .split('\n')
      .map((line, index) => ({
        label: '',
        text: line.replace(/^#+ /, ''),
        isHeading: line.startsWith('#'),
        exerciseId: exercises.get(index + 1) ?? null,
        // Said where it first holds: a finding over several weeks is one.
        said: sayAll(own.filter(({ lines }) => lines[0] === index + 1)),
      })),
    said: sayAll(own.filter(({ lines }) => lines.length === 0)),
    cannotTell: cannotTell.map(({ rule }) => rule),
    faults: findings.flatMap(({ finding }) => (finding.severity === 'info' ? [] : [finding.code])),
  };
}

/** The catalogue's exercises by the line of the text that names them. */
function listExercises({ routine, places }: ReadNotation): ReadonlyMap<number, string> {
  const pairs = routine.weeks.flatMap(({ days }, week) =>
    days.flatMap(({ session }, day) =>
      (session?.lines ?? []).flatMap(({ exercise }, line): readonly (readonly [number, string])[] => {
        const number = places.weeks[week]?.days[day]?.lines[line];
        return number !== undefined && findExercise(exercise) ? [[number, exercise]] : [];
      }),
    ),
  );
  return new Map(pairs);
}
