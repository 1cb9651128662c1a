import pg from 'pg';

/** What a connection was asked. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** "groundwork-app": which pool the connection is of. */
  readonly application: string | undefined;
}

/** Hears every statement that this process sends from now on. @returns ends it. */
export function listenToStatements(hear: (statement: Statement) => void): () => void {
  const { query } = pg.Client.prototype;
  function heard(this: pg.Client, ...given: unknown[]): unknown {
    const [first, second] = given;
    const config = (typeof first === 'object' && first !== null ? first : { text: first }) as Partial<Statement>;
    const { application_name: application } = (this as unknown as { connectionParameters: Parameters })
      .connectionParameters;
    if (typeof config.text === 'string') {
      hear({ text: config.text, values: Array.isArray(second) ? second : (config.values ?? []), application });
    }
    return Reflect.apply(query, this, given);
  }
  pg.Client.prototype.query = heard as typeof query;
  return () => {
    pg.Client.prototype.query = query;
  };
}

interface Parameters {
  readonly application_name?: string;
}
