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
