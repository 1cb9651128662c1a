import type pg from 'pg';
import { isDatabaseAway } from './availability.ts';
import { type Connection, connectionOf, type DatabaseRole, holding, listPools, noteOutage, poolOf } from './connect.ts';
import { DatabaseAway, isOutage, isPoolTimeout } from './outage.ts';
import { requestRetries, withRetries } from './retry.ts';
import { findTelemetry } from './telemetry.ts';

const serialisationFailures = new Set(['40001', '40P01']);

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  /** How often the work is done again after a serialisation failure, a deadlock or a connection that died before the commit. 3 by default. */
  readonly retries?: number;
}

/** The commit was sent and no answer came: whether it holds only the database knows. Sending the request again, under the same id, is safe. */
class UnknownOutcome extends Error {
  override readonly name = 'UnknownOutcome';
}

/**
 * Runs work in one transaction of a role's pool. The opening statements travel with the first query of the work, in the same round trip. What
 * fails before its commit through no fault of its own is done again as a whole: the work must bear that, and leave nothing behind outside
 * the transaction.
 * @param opening Statements after `begin`; trusted text.
 * @throws what the work throws, after rolling back.
 */
export async function inTransaction<Value>(
  role: DatabaseRole,
  opening: string,
  work: (connection: Connection) => Promise<Value>,
  options: TransactionOptions & { readonly readOnly?: boolean } = {},
): Promise<Value> {
  const policy = { ...requestRetries, retries: options.retries ?? requestRetries.retries };
  return withRetries(policy, mayRepeat, () => attemptTransaction(role, opening, work, options));
}

/** Runs one statement outside a transaction that is harmless when it happens twice. */
export function askOnce<Value>(role: DatabaseRole, ask: (pool: pg.Pool) => Promise<Value>): Promise<Value> {
  return withRetries(requestRetries, mayRepeat, () => {
    refuseWhileAway();
    return noticing(role, () => ask(poolOf(role)));
  });
}

function refuseWhileAway(): void {
  if (isDatabaseAway()) throw new DatabaseAway();
}

/** A pool that is full is busy, not away: only what came from the connection itself counts. */
async function noticing<Value>(role: DatabaseRole, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (isOutage(error) && !isPoolFull(role)) noteOutage(role);
    throw error;
  }
}

const isPoolFull = (role: DatabaseRole): boolean =>
  listPools().some((pool) => pool.role === role && pool.open >= pool.size && pool.idle === 0);

/** A commit whose answer got lost is never sent again from here: whoever asked knows whether asking twice is safe. */
const mayRepeat = (error: unknown): boolean =>
  !(error instanceof UnknownOutcome || isPoolTimeout(error)) && (isSerialisationFailure(error) || isOutage(error));

async function attemptTransaction<Value>(
  role: DatabaseRole,
  opening: string,
  work: (connection: Connection) => Promise<Value>,
  options: TransactionOptions & { readonly readOnly?: boolean },
): Promise<Value> {
  refuseWhileAway();
  return noticing(role, () => onConnection(role, opening, work, options));
}

async function onConnection<Value>(
  role: DatabaseRole,
  opening: string,
  work: (connection: Connection) => Promise<Value>,
  options: TransactionOptions & { readonly readOnly?: boolean },
): Promise<Value> {
  const client = await takeConnection(role);
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

async function takeConnection(role: DatabaseRole): Promise<pg.PoolClient> {
  const telemetry = findTelemetry();
  const began = performance.now();
  const client = await poolOf(role).connect();
  telemetry?.time('db.client.connection.wait_time', (performance.now() - began) / 1000, { 'groundwork.role': role });
  return client;
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
    const refused = error instanceof Error && 'code' in error && typeof error.code === 'string' && isSql(error.code);
    client.release(!refused);
    if (!refused) throw new UnknownOutcome('The commit was sent and no answer came', { cause: error });
    throw error;
  }
  client.release();
  // PostgreSQL answers the commit of a failed transaction with ROLLBACK: somebody swallowed an error.
  if (tag !== 'COMMIT') throw new Error('The transaction had failed and was rolled back');
}

// Terminated by an administrator or broken: the server had the commit, perhaps.
const isSql = (code: string): boolean => /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('08') && !code.startsWith('57');

function isSerialisationFailure(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && serialisationFailures.has(cause.code)) return true;
  }
  return false;
}
