/** What a run of tests is to try, and what came of it: written and read as JSON between the run and its test processes. */

/** One guard taken away from one test. */
export interface Attempt {
  readonly id: string;
  /** For a sweep: the procedures that it is about. */
  readonly paths?: readonly string[];
}

export interface FilePlan {
  /** Off from the file's first line to its last; its tests run once and all of them. */
  readonly wholly?: Attempt;
  /** By the test's name: one after the other, the test anew for each. */
  readonly tests: Readonly<Record<string, readonly Attempt[]>>;
}

export interface Plan {
  /** Where test processes write what they saw, a JSON value a line. */
  readonly notes: string;
  /** To find out who comes by what; nothing is taken away. */
  readonly isRecording: boolean;
  readonly files: Readonly<Record<string, FilePlan>>;
  /** Statements for the guards that the database keeps, on a file's own database. */
  readonly removals: Readonly<
    Record<string, { readonly remove: readonly string[]; readonly restore: readonly string[] }>
  >;
}

/** A test, or what is around tests ('' as its name), that came by guards and tables, on behalf of a procedure ('' for none). */
export interface Met {
  readonly file: string;
  readonly test: string;
  readonly ms: number;
  /** "procedure guard" and "procedure sql:table". */
  readonly what: readonly string[];
}

export type Outcome =
  /** The test failed, passed once the guard was back, and failed without it again. */
  | 'missed'
  | 'passed'
  /** It failed with the guard back, too: an earlier attempt left something behind, or the test does not bear repetition. */
  | 'unclear'
  /** The database knows no way to take it out. */
  | 'inseparable';

export interface Tried {
  readonly id: string;
  readonly file: string;
  readonly test: string;
  readonly outcome: Outcome;
  readonly message?: string;
}

/** The environment variable that says where the plan is. */
export const planVariable = 'GROUNDWORK_TEST_GUARD_PLAN';
