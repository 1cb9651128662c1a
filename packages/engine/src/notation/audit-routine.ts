import { type Audit, audit } from '../audit.ts';
import type { Finding } from '../finding.ts';
import { defaultParameters } from '../parse-parameters.ts';
import type { RoutinePlaces } from './parse-notation.ts';
import { type RoutineContext, readRoutine } from './read-routine.ts';
import type { Routine } from './routine.ts';
import { findPlaces, type RoutineFix, suggestFix } from './suggest-fix.ts';

/** A finding on a written routine: where it stands in the text, and what to change. */
export interface RoutineFinding {
  readonly finding: Finding;
  /** Lines of the text, from 1, in their order: of the exercise, the session's heading or the week's. Empty without places. */
  readonly lines: readonly number[];
  /** Null for a note that asks for nothing. */
  readonly fix: RoutineFix | null;
}

export interface RoutineAudit extends Omit<Audit, 'findings'> {
  readonly findings: readonly RoutineFinding[];
}

/** Every finding of the four mistakes on a routine, each with its lines and its fix, and a verdict for each mistake. */
export function auditRoutine(routine: Routine, context: RoutineContext = {}, places?: RoutinePlaces): RoutineAudit {
  const read = readRoutine(routine, context);
  const { findings, cannotTell, verdicts } = audit(
    read.input,
    context.parameters ?? defaultParameters,
    context.setAside,
  );
  const input = { routine, read, context };
  return {
    cannotTell,
    verdicts,
    findings: findings.map((finding) => ({
      finding,
      lines: places === undefined ? [] : listLines(places, finding, findPlaces(input, finding), read.sources),
      fix: suggestFix(input, finding),
    })),
  };
}

function listLines(
  places: RoutinePlaces,
  finding: Finding,
  found: ReturnType<typeof findPlaces>,
  sources: ReturnType<typeof readRoutine>['sources'],
): readonly number[] {
  const lines = new Set<number>();
  if (finding.scope === 'slot' || finding.scope === 'session') {
    for (const { week, day, line } of found) {
      const place = places.weeks[week]?.days[day];
      const number = line === undefined ? place?.line : (place?.lines[line] ?? place?.line);
      if (number !== undefined) lines.add(number);
    }
  } else {
    const first = finding.at.week ?? Number.NEGATIVE_INFINITY;
    const last = finding.at.throughWeek ?? finding.at.week ?? Number.POSITIVE_INFINITY;
    for (const { number, week } of sources) {
      const line = places.weeks[week]?.line;
      if (number >= first && number <= last && line !== undefined) lines.add(line);
    }
  }
  return [...lines].sort((one, other) => one - other);
}
