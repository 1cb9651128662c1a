import pg from 'pg';
import { type MigrationState, readMigrationState } from './migration-state.ts';
import { type QueueState, readQueueState } from './queue-state.ts';
import { listUnguardedTables, roles } from './security.ts';

/** What an operator wants to know of a database, as numbers. Ages and durations are whole seconds. */
export interface DatabaseFacts {
  readonly postgres: string;
  readonly answerMs: number;
  /** The database's clock less this machine's, milliseconds. */
  readonly clockSkewMs: number;
  readonly migrations: MigrationState;
  readonly unguardedTables: readonly string[];
  /** Running roles that bypass row-level security. */
  readonly strongRoles: readonly string[];
  /** Indexes that a migration was cut off in building: they cost and serve nobody. */
  readonly unfinishedIndexes: readonly string[];
  readonly connections: { readonly used: number; readonly max: number };
  readonly longestTransactionSeconds: number;
  readonly waitingForLocks: number;
  readonly jobs: QueueState;
  readonly mails: { readonly queued: number; readonly failed: number; readonly oldestQueuedSeconds: number };
  readonly bytes: number;
  readonly practices: number;
}

/**
 * Looks a database over, changing nothing.
 * @param ownerUrl As for `migrate`.
 * @throws when it cannot be reached.
 */
export async function examine(ownerUrl: string): Promise<DatabaseFacts> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    connectionTimeoutMillis: 5000,
    statement_timeout: 20_000,
    application_name: 'groundwork-doctor',
  });
  await client.connect();
  try {
    const asked = performance.now();
    const at = Date.now();
    const { rows: clocks } = await client.query<{ now: Date }>('select clock_timestamp() as now');
    const answerMs = performance.now() - asked;
    const { rows } = await client.query(
      `select current_setting('server_version') as postgres, pg_database_size(current_database())::float8 as bytes,
         (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as used,
         current_setting('max_connections')::int as max,
         coalesce((select max(extract(epoch from now() - xact_start))::int from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid()), 0) as longest,
         (select count(*)::int from pg_locks where not granted) as waiting,
         (select count(*)::int from practice) as practices,
         (select array_agg(indexrelid::regclass::text) from pg_index where not indisvalid) as unfinished,
         (select array_agg(rolname::text) from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls)) as strong`,
      [Object.values(roles)],
    );
    const { rows: mails } = await client.query(
      `select count(*) filter (where status = 'queued')::int as queued, count(*) filter (where status = 'failed')::int as failed,
         coalesce(max(extract(epoch from now() - created_at)) filter (where status = 'queued'), 0)::int as oldest from mail`,
    );
    const [{ postgres, bytes, used, max, longest, waiting, practices, strong, unfinished }] = rows;
    return {
      postgres,
      answerMs,
      clockSkewMs: (clocks[0]?.now.getTime() ?? at) - at - answerMs / 2,
      migrations: await readMigrationState(client),
      unguardedTables: await listUnguardedTables(client),
      strongRoles: strong ?? [],
      unfinishedIndexes: unfinished ?? [],
      connections: { used, max },
      longestTransactionSeconds: longest,
      waitingForLocks: waiting,
      jobs: await readQueueState(client),
      mails: { queued: mails[0].queued, failed: mails[0].failed, oldestQueuedSeconds: mails[0].oldest },
      bytes,
      practices,
    };
  } finally {
    await client.end();
  }
}
