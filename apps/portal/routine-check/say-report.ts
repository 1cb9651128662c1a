import type { RoutineReport } from './read-report.ts';
import { sayVerdict } from './verdict-word.tsx';

/** The verdicts as one announcement: "None of the … . The wrong resistance: passes. …" */
export function sayReport({ headline, mistakes }: RoutineReport): string {
  return `${headline} ${mistakes.map(({ label, verdict }) => `${label}: ${sayVerdict(verdict)}.`).join(' ')}`;
}
