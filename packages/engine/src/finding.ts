import type { Severity } from './vocabulary.ts';

/** One thing a check has to say. The text is made from the code and the data by `explain.ts`. */
export interface Finding {
  readonly code: string;
  /** The rule's id, such as "S3". */
  readonly rule: string;
  /** Which of the article's four mistakes. */
  readonly mistake: 1 | 2 | 3 | 4;
  readonly severity: Severity;
  readonly scope: 'program' | 'week' | 'session' | 'slot';
  /** What it is about; only the parts that the scope has. */
  readonly at: { readonly week?: number; readonly session?: string; readonly slot?: string; readonly day?: string };
  readonly data: Readonly<Record<string, string | number>>;
}

/** Every finding code that the checks can emit; each has a template in `explain.ts`. */
export const findingCodes = [
  'M1_NO_STRENGTH_OR_POWER',
  'M1_REST_TOO_SHORT',
  'M1_TOO_MANY_HIGH_REP',
  'M1_ENDURANCE_DOSE',
  'M2_NO_OVERLOAD',
  'M2_EXERCISE_CHURN',
  'M2_STALE_EXERCISE',
  'M3_TOO_MANY_SESSIONS',
  'M3_SESSION_SIZE',
  'M3_HIGH_RES_CAP',
  'M3_AREA_GAP',
  'M4_ON_LONG',
  'M4_AFTER_LONG',
  'M4_ON_SPEED',
  'M4_BEFORE_SPEED',
] as const;
export type FindingCode = (typeof findingCodes)[number];
