import { AsyncLocalStorage } from 'node:async_hooks';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { forgetDoubt, suspectDatabase } from './availability.ts';
import { gatherWrites } from './gather-writes.ts';
import { isOutage } from './outage.ts';
import { traceStatements } from './trace-statements.ts';

/** The roles that a running process connects as. The owner is none of them: only migrations and the making of practices use it. */
export const databaseRoles = ['app', 'auth'] as const;
export type DatabaseRole = (typeof databaseRoles)[number];

const urlVariables = {
  app: 'GROUNDWORK_APP_DATABASE_URL',
  auth: 'GROUNDWORK_AUTH_DATABASE_URL',
} as const satisfies Record<DatabaseRole, string>;

/** A database that does not answer is given up on after these; the server's own limits come first, so that it says why. */
const limits = {
  connectionTimeoutMillis: 3000,
  lock_timeout: 4000,
  statement_timeout: 8000,
  idle_in_transaction_session_timeout: 15_000,
  query_timeout: 10_000,
} as const;

/** One connection with the queries of the schema on it. */
export type Connection = NodePgDatabase<Record<string, never>>;

/** One transaction under way; compared by identity. */
export interface Transaction {
  readonly role: DatabaseRole;
}

interface Shared {
  readonly pools: Map<DatabaseRole, pg.Pool>;
  readonly connections: WeakMap<pg.ClientBase, Connection>;
  /** Which transaction has the connection now. */
  readonly holders: WeakMap<pg.ClientBase, Transaction>;
  readonly current: AsyncLocalStorage<Transaction>;
}

// On globalThis because Next loads its own copy of this module beside the outer server's: one process, one pool per role.
const key = Symbol.for('groundwork.database');
const store = globalThis as typeof globalThis & { [key]?: Shared };
store[key] ??= {
  pools: new Map(),
  connections: new WeakMap(),
  holders: new WeakMap(),
  current: new AsyncLocalStorage(),
};
const shared: Shared = store[key];

/**
 * The process's pool for a role, made at the first call from the role's environment variable. `GROUNDWORK_POOL_SIZE` (10) connections.
 * @throws when the variable is missing.
 */
export function poolOf(role: DatabaseRole): pg.Pool {
  const existing = shared.pools.get(role);
  if (existing !== undefined) return existing;
  const connectionString = process.env[urlVariables[role]];
  if (connectionString === undefined || connectionString === '') throw new Error(`${urlVariables[role]} is not set`);
  const pool = new pg.Pool({
    connectionString,
    application_name: `groundwork-${role}`,
    max: Number(process.env.GROUNDWORK_POOL_SIZE ?? 10),
    // Statements of one transaction leave together where they do not wait for each other: `begin` costs no round trip of its own.
    pipeline: true,
    keepAlive: true,
    ...limits,
  } as pg.PoolConfig);
  // An idle connection that dies is dropped by the pool; without a listener it would end the process.
  pool.on('error', (error) => {
    if (isOutage(error)) suspectDatabase(connectionString);
  });
  pool.on('connect', (client) => {
    // The same for one in use: whoever uses it hears of it from its query.
    client.on('error', () => {});
    gatherWrites(client);
    traceStatements(client, role);
  });
  shared.pools.set(role, pool);
  return pool;
}

/**
 * Queries on one pooled connection; the same object for the connection's whole life, so that what is prepared on it stays prepared. It serves
 * only the transaction that holds the connection: a query that somebody forgot to await cannot run in the next one's practice.
 */
export function connectionOf(client: pg.PoolClient): Connection {
  const known = shared.connections.get(client);
  if (known !== undefined) return known;
  const guarded = {
    query: (...args: Parameters<pg.PoolClient['query']>) => {
      const holder = shared.holders.get(client);
      if (holder === undefined || holder !== shared.current.getStore()) {
        return Promise.reject(new Error('The transaction of this query is over'));
      }
      return client.query(...args);
    },
  };
  const connection: Connection = drizzle({ client: guarded as unknown as pg.PoolClient, casing: 'snake_case' });
  shared.connections.set(client, connection);
  return connection;
}

/** Runs work as the one transaction that may use the connection. */
export async function holding<Value>(
  client: pg.PoolClient,
  role: DatabaseRole,
  work: () => Promise<Value>,
): Promise<Value> {
  const transaction: Transaction = { role };
  shared.holders.set(client, transaction);
  try {
    // Awaited inside: a query builder that the work returns runs only when somebody waits for it.
    return await shared.current.run(transaction, async () => await work());
  } finally {
    shared.holders.delete(client);
  }
}

/** The transaction that the caller runs in, if any. */
export const findTransaction = (): Transaction | undefined => shared.current.getStore();

/** Connections of a role's pool in this process. */
export interface PoolState {
  readonly role: DatabaseRole;
  readonly size: number;
  readonly open: number;
  readonly idle: number;
  /** Callers that wait for a connection: more than none for longer than a moment means that the pool is too small or the database too slow. */
  readonly waiting: number;
}

/** The pools that this process has used. */
export function listPools(): readonly PoolState[] {
  return [...shared.pools].map(([role, pool]) => ({
    role,
    size: pool.options.max,
    open: pool.totalCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
  }));
}

/** Takes note that a role's database could not be asked. */
export function noteOutage(role: DatabaseRole): void {
  const url = process.env[urlVariables[role]];
  if (url !== undefined) suspectDatabase(url);
}

/** Waits for the queries under way and closes every pool: the last thing a process does. */
export async function closePools(): Promise<void> {
  const open = [...shared.pools.values()];
  shared.pools.clear();
  await Promise.all(open.map((pool) => pool.end()));
  forgetDoubt();
}
