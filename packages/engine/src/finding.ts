import type { Severity } from './vocabulary.ts';

/** Everything a check can say, by the article's mistake (rulebook 1). The text is made from the code by `explain.ts`. */
export const findingCodes = [
  'M1_NO_STRENGTH_OR_POWER',
  'M1_STRENGTH_REPS',
  'M1_GROUP_DOSE',
  'M1_REST_TOO_SHORT',
  'M1_POWER_DOSE',
  'M1_TOO_MANY_HIGH_REP',
  'M1_ENDURANCE_DOSE',
  'M2_NO_OVERLOAD',
  'M2_EXERCISE_CHURN',
  'M2_STALE_EXERCISE',
  'M2_NEXT_NOT_HARDER',
  'M2_BLOCK_LENGTH',
  'M3_TOO_MANY_SESSIONS',
  'M3_ONE_SESSION',
  'M3_SESSION_SIZE',
  'M3_HIGH_RES_CAP',
  'M3_AREA_GAP',
  'M3_CALF_TARGET',
  'M3_NO_PURPOSE',
  'M4_ON_LONG',
  'M4_AFTER_LONG',
  'M4_ON_SPEED',
  'M4_BEFORE_SPEED',
  'M4_BEFORE_LONG',
  'M4_ON_RACE',
  'M4_CONSECUTIVE',
  'M4_HEAVY_BEFORE_RACE',
  'M4_HEAVY_AFTER_RACE',
  'M4_NEW_BEFORE_RACE',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Which of the article's four mistakes: 1 resistance, 2 overload, 3 quantity, 4 schedule. */
export const mistakes = [1, 2, 3, 4] as const;
export type Mistake = (typeof mistakes)[number];

/** One thing a check has to say. The same thing in several weeks running is one finding over those weeks. */
export interface Finding {
  readonly code: FindingCode;
  /** The rule's id, such as "S3". */
  readonly rule: string;
  readonly mistake: Mistake;
  readonly severity: Severity;
  readonly scope: 'program' | 'week' | 'session' | 'slot';
  /** What it is about; only the parts that the scope has. `week` is the first of the weeks, `throughWeek` the last. */
  readonly at: {
    readonly week?: number;
    readonly throughWeek?: number;
    readonly session?: string;
    readonly slot?: string;
    readonly day?: string;
  };
  readonly data: Readonly<Record<string, string | number>>;
}
