/** Which guard of the database refused a write; the API makes its own codes of them. */
export interface Violation {
  readonly kind: 'unique' | 'check' | 'foreign_key' | 'not_null' | 'not_permitted' | 'bad_value' | 'busy';
  /** "capacity_never_oversold"; empty where the database names none. */
  readonly constraint: string;
}

const kinds: Readonly<Record<string, Violation['kind']>> = {
  '23505': 'unique',
  '23514': 'check',
  '23503': 'foreign_key',
  '23502': 'not_null',
  '42501': 'not_permitted',
  '22P02': 'bad_value',
  '22P05': 'bad_value',
  '22021': 'bad_value',
  '22003': 'bad_value',
  '22007': 'bad_value',
  '22008': 'bad_value',
  '40001': 'busy',
  '40P01': 'busy',
  '55P03': 'busy',
  '57014': 'busy',
};

/** The refusal behind an error that a query threw, however deep; undefined when the database refused nothing. */
export function findViolation(error: unknown): Violation | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const kind = 'code' in cause && typeof cause.code === 'string' ? kinds[cause.code] : undefined;
    if (kind === undefined) continue;
    return { kind, constraint: 'constraint' in cause && typeof cause.constraint === 'string' ? cause.constraint : '' };
  }
  return undefined;
}
