import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { closePools } from '../connect.ts';
import { urlOf } from '../migrate.ts';
import type { OwnerConnection } from '../open-owner.ts';
import { listTenantTables } from '../security.ts';
import { onDatabase, runAs } from './global-setup.ts';
import { listUnscoped } from './list-unscoped.ts';
import { listenToStatements } from './listen-to-statements.ts';

/** One file's database. Everything in it is usable from `beforeAll` of the file on. */
export interface TestDatabase extends OwnerConnection {
  readonly appUrl: string;
  readonly authUrl: string;
  readonly workerUrl: string;
  /** For what only an administrator can arrange. */
  readonly superuserUrl: string;
}

/**
 * A fresh database for the test file, a copy of the migrated template; the process's pools (`poolOf`) connect to it. Call it once at the top of the
 * file; the vitest config needs `globalSetup: ['@groundwork/db/testing/global-setup']`. A test fails when the application sends a statement that
 * leaves it to row-level security of which practice it is.
 * @param options.mayLeaveItToPolicies For doubles that forget to say so.
 */
export function useTestDatabase(
  options: { readonly poolSize?: number; readonly mayLeaveItToPolicies?: boolean } = {},
): TestDatabase {
  const cluster = inject('testCluster');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const ownerUrl = onDatabase(cluster.ownerUrl, name);
  const database: TestDatabase = {
    ownerUrl,
    appUrl: urlOf(ownerUrl, 'app', cluster.passwords.app),
    authUrl: urlOf(ownerUrl, 'auth', cluster.passwords.auth),
    workerUrl: urlOf(ownerUrl, 'worker', cluster.passwords.worker),
    superuserUrl: onDatabase(cluster.superuserUrl, name),
    owner: new pg.Pool({ connectionString: ownerUrl, max: 4 }),
  };
  // A pool ends once it has said goodbye, and the database may be dropped before the server heard: nobody waits for what it answers then,
  // neither the pool, which speaks for its idle clients, nor a client that it has let go.
  database.owner.on('error', () => {});
  database.owner.on('connect', (client) => client.on('error', () => {}));
  beforeAll(async () => {
    await runAs(cluster.superuserUrl, `create database ${name} template ${cluster.template} owner groundwork_owner`);
    for (const url of [database.appUrl, database.authUrl, database.workerUrl]) await refuseStrongRole(url);
    process.env.GROUNDWORK_APP_DATABASE_URL = database.appUrl;
    process.env.GROUNDWORK_AUTH_DATABASE_URL = database.authUrl;
    process.env.GROUNDWORK_WORKER_DATABASE_URL = database.workerUrl;
    process.env.GROUNDWORK_DATA_KEY = cluster.dataKey;
    process.env.GROUNDWORK_SECRET = 'a secret for tests alone, of enough length';
    process.env.GROUNDWORK_POOL_SIZE = String(options.poolSize ?? 10);
  });
  if (!options.mayLeaveItToPolicies) {
    const heard = new Set<string>();
    const fresh: string[] = [];
    listenToStatements(({ text, application }) => {
      if (application !== 'groundwork-app' || heard.has(text)) return;
      heard.add(text);
      fresh.push(text);
    });
    let tables: ReadonlyMap<string, string> | undefined;
    afterEach(async () => {
      tables ??= new Map((await listTenantTables(database.owner)).map(({ name: table, key }) => [table, key]));
      for (const text of fresh.splice(0)) {
        const unscoped = listUnscoped(text, tables);
        if (unscoped.length > 0) throw new Error(`Of which practice is ${unscoped.join(', ')} in: ${text}`);
      }
    });
  }
  afterAll(async () => {
    await closePools();
    await database.owner.end();
    await runAs(cluster.superuserUrl, `drop database ${name} with (force)`);
  });
  return database;
}

/** A test of isolation proves nothing when the role bypasses what is tested. */
export async function refuseStrongRole(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      'select rolname as name, rolsuper or rolbypassrls as is_strong from pg_roles where rolname = current_user',
    );
    if (rows[0].is_strong)
      throw new Error(`${rows[0].name} bypasses row-level security: the tests would prove nothing`);
  } finally {
    await client.end();
  }
}
