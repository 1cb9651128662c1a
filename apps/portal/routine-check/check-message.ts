import type { MendedRoutine } from './mend-routine.ts';
import type { RoutineFacts, RoutineReport } from './read-report.ts';

/** What the page asks of the worker; the answer carries the same number. */
export interface CheckRequest {
  readonly id: number;
  readonly kind: 'report' | 'mend';
  readonly facts: RoutineFacts;
}

export type CheckAnswer =
  | { readonly id: number; readonly kind: 'report'; readonly report: RoutineReport | null }
  | { readonly id: number; readonly kind: 'mend'; readonly mended: MendedRoutine }
  | { readonly id: number; readonly kind: 'failed' };
