/** What can be wrong with a database before the first query, for an operator to read. */
export const databaseProblems = [
  'port_taken',
  'other_version',
  'already_running',
  'unreachable_folder',
  'crashed',
  'no_binaries',
  'unreachable',
  'wrong_password',
  'no_such_database',
  'no_rights',
  'too_old',
  'broken_secrets',
  'broken_backup',
  'not_empty',
  'busy',
] as const;
export type DatabaseProblemKind = (typeof databaseProblems)[number];

/** The message is one line that says what is wrong and what to do; print it alone, without the stack. */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem';
  readonly kind: DatabaseProblemKind;

  constructor(kind: DatabaseProblemKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
