import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { closePools } from '../connect.ts';
import { urlOf } from '../migrate.ts';
import { onDatabase, runAs } from './global-setup.ts';

/** One file's database. Everything in it is usable from `beforeAll` of the file on. */
export interface TestDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly authUrl: string;
  readonly workerUrl: string;
  /** The tables' owner: sees every practice. For arranging and looking, never for the code under test. */
  readonly owner: pg.Pool;
}

/**
 * A fresh database for the test file, a copy of the migrated template; the process's pools (`poolOf`) connect to it. Call it once at the top of the
 * file; the vitest config needs `globalSetup: ['@groundwork/db/testing/global-setup']`.
 */
export function useTestDatabase(options: { readonly poolSize?: number } = {}): TestDatabase {
  const cluster = inject('testCluster');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const ownerUrl = onDatabase(cluster.ownerUrl, name);
  const database: TestDatabase = {
    ownerUrl,
    appUrl: urlOf(ownerUrl, 'app', cluster.passwords.app),
    authUrl: urlOf(ownerUrl, 'auth', cluster.passwords.auth),
    workerUrl: urlOf(ownerUrl, 'worker', cluster.passwords.worker),
    owner: new pg.Pool({ connectionString: ownerUrl, max: 4 }),
  };
  beforeAll(async () => {
    await runAs(cluster.superuserUrl, `create database ${name} template ${cluster.template} owner groundwork_owner`);
    process.env.GROUNDWORK_APP_DATABASE_URL = database.appUrl;
    process.env.GROUNDWORK_AUTH_DATABASE_URL = database.authUrl;
    process.env.GROUNDWORK_WORKER_DATABASE_URL = database.workerUrl;
    process.env.GROUNDWORK_DATA_KEY = cluster.dataKey;
    process.env.GROUNDWORK_SECRET = 'a secret for tests alone, of enough length';
    process.env.GROUNDWORK_POOL_SIZE = String(options.poolSize ?? 10);
  });
  afterAll(async () => {
    await closePools();
    await database.owner.end();
    await runAs(cluster.superuserUrl, `drop database ${name} with (force)`);
  });
  return database;
}
