import type pg from 'pg';
import { type Connection, connectionOf, type DatabaseRole, holding, poolOf } from './connect.ts';

const serialisationFailures = new Set(['40001', '40P01']);

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  /** How often the work is done again after a serialisation failure or a deadlock. 0 by default: the work must bear being run twice. */
  readonly retries?: number;
}

/**
 * Runs work in one transaction of a role's pool. The opening statements travel with the first query of the work, in the same round trip.
 * @param opening Statements after `begin`; trusted text.
 * @throws what the work throws, after rolling back.
 */
export async function inTransaction<Value>(
  role: DatabaseRole,
  opening: string,
  work: (connection: Connection) => Promise<Value>,
  options: TransactionOptions & { readonly readOnly?: boolean } = {},
): Promise<Value> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await attemptTransaction(role, opening, work, options);
    } catch (error) {
      if (attempt >= (options.retries ?? 0) || !isSerialisationFailure(error)) throw error;
    }
  }
}

async function attemptTransaction<Value>(
  role: DatabaseRole,
  opening: string,
  work: (connection: Connection) => Promise<Value>,
  options: TransactionOptions & { readonly readOnly?: boolean },
): Promise<Value> {
  const client = await poolOf(role).connect();
  const isolation = options.isolation === undefined ? '' : ` isolation level ${options.isolation}`;
  const begun = client.query(`begin${isolation}${options.readOnly === true ? ' read only' : ''}; ${opening}`);
  // Whoever waits for it below sees the failure; until then it must not count as unhandled.
  begun.catch(() => {});
  let value: Value;
  try {
    value = await holding(client, role, () => work(connectionOf(client)));
    await begun;
  } catch (error) {
    await rollBack(client);
    throw error;
  }
  if (options.readOnly === true) {
    // Nothing can be lost by a read, so the answer does not wait for its end.
    void client.query('commit').then(
      () => client.release(),
      (error: Error) => client.release(error),
    );
    return value;
  }
  await commit(client);
  return value;
}

async function rollBack(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}

async function commit(client: pg.PoolClient): Promise<void> {
  let tag: string;
  try {
    tag = (await client.query('commit')).command;
  } catch (error) {
    // A deferred constraint refused (the connection is fine), or the connection broke: only the first may be used again.
    client.release(
      error instanceof Error && 'code' in error && typeof error.code === 'string' ? !isSql(error.code) : true,
    );
    throw error;
  }
  client.release();
  // PostgreSQL answers the commit of a failed transaction with ROLLBACK: somebody swallowed an error.
  if (tag !== 'COMMIT') throw new Error('The transaction had failed and was rolled back');
}

const isSql = (code: string): boolean => /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('08') && !code.startsWith('57');

function isSerialisationFailure(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && serialisationFailures.has(cause.code)) return true;
  }
  return false;
}
