import { findTransaction, poolOf } from './connect.ts';

/**
 * Runs work while nobody else, in any process, runs work of the same name; undefined, without running it, when somebody does. Holds one
 * connection of the app's pool meanwhile and no transaction. When this process dies the name is free at once.
 * @throws what the work throws; an Error inside a transaction.
 */
export async function exclusively<Value>(name: string, work: () => Promise<Value>): Promise<Value | undefined> {
  if (findTransaction() !== undefined) throw new Error('Nobody waits for the world outside inside a transaction');
  const client = await poolOf('app').connect();
  try {
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 7480616)) as taken',
      [name],
    );
    if (!rows[0]?.taken) return undefined;
    return await work();
  } finally {
    // Without its lock given back the connection must not be used again.
    const broken = await client.query('select pg_advisory_unlock_all()').then(
      () => undefined,
      (error: Error) => error,
    );
    client.release(broken);
  }
}
