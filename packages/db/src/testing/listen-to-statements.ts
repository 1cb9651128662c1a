import pg from 'pg';

/** What a connection was asked. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** "groundwork-app": which pool the connection is of. */
  readonly application: string | undefined;
}

const listeners = new Set<(statement: Statement) => void>();

/** Hears every statement that this process sends from now on. @returns ends it. */
export function listenToStatements(hear: (statement: Statement) => void): () => void {
  listeners.add(hear);
  return () => void listeners.delete(hear);
}

// Once and for good: a connection keeps the way to ask that it found when it was opened.
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function heard(this: pg.Client, ...given: unknown[]): unknown {
  const [first, second] = given;
  const config = (typeof first === 'object' && first !== null ? first : { text: first }) as Partial<Statement>;
  const { application_name: application } = (this as unknown as { connectionParameters: Parameters })
    .connectionParameters;
  if (typeof config.text === 'string') {
    const values = Array.isArray(second) ? second : (config.values ?? []);
    for (const hear of listeners) hear({ text: config.text, values, application });
  }
  return Reflect.apply(query, this, given);
} as typeof query;

interface Parameters {
  readonly application_name?: string;
}
