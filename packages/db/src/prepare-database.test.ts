import { randomBytes } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPractice } from './create-practice.ts';
import { migrate } from './migrate.ts';
import { type PreparedDatabase, prepareDatabase } from './prepare-database.ts';
import { loadSecrets } from './secrets.ts';
import { findFreePort, onDatabase, runAs } from './testing/global-setup.ts';

const dataFolder = join(process.env.GROUNDWORK_TEST_FOLDER ?? tmpdir(), `db-test-${randomBytes(6).toString('hex')}`);
const secretsFile = join(dataFolder, 'secrets.json');
const names = [
  'GROUNDWORK_APP_DATABASE_URL',
  'GROUNDWORK_AUTH_DATABASE_URL',
  'GROUNDWORK_WORKER_DATABASE_URL',
  'GROUNDWORK_DATA_KEY',
  'GROUNDWORK_SECRET',
];
let running: PreparedDatabase | undefined;
let port: number;

beforeEach(async () => {
  for (const name of names) delete process.env[name];
  port = await findFreePort();
});

afterEach(() => running?.stop());
afterAll(() => rm(dataFolder, { recursive: true, force: true }));

const prepare = async (databaseUrl?: string) => {
  running = await prepareDatabase({ dataFolder, port, databaseUrl });
  return running;
};

async function ask(url: string | undefined, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('preparing a database', () => {
  it('the first time makes one that the apps can reach, and keeps its secrets to its user', async () => {
    const { environment, ownerUrl } = await prepare();
    expect(Object.keys(environment).sort()).toEqual([...names].sort());
    await createPractice(ownerUrl, {
      slug: 'kept',
      name: 'Kept',
      timeZone: 'UTC',
      spots: 1,
      owner: { email: 'o@example.com', name: 'O' },
    });
    expect(await ask(environment.GROUNDWORK_APP_DATABASE_URL, `select slug from find_practice('kept')`)).toEqual([
      { slug: 'kept' },
    ]);
    expect((await stat(secretsFile)).mode & 0o777).toBe(0o600);
  });

  it('again keeps data and secrets; what the environment sets wins', async () => {
    const stored = await readFile(secretsFile, 'utf8');
    process.env.GROUNDWORK_SECRET = 'chosen by the operator';
    const { environment } = await prepare();
    expect(await ask(environment.GROUNDWORK_APP_DATABASE_URL, `select slug from find_practice('kept')`)).toEqual([
      { slug: 'kept' },
    ]);
    expect(environment.GROUNDWORK_SECRET).toBe('chosen by the operator');
    expect(environment.GROUNDWORK_DATA_KEY).toBe((await loadSecrets(secretsFile)).dataKey);
    expect(await readFile(secretsFile, 'utf8')).toBe(stored);
  });

  it('uses an operator’s own PostgreSQL when given one, and leaves it running', async () => {
    const own = await prepare();
    const { environment, stop } = await prepareDatabase({ dataFolder, port: 1, databaseUrl: own.ownerUrl });
    await stop();
    expect(await ask(environment.GROUNDWORK_AUTH_DATABASE_URL, 'select current_user as name')).toEqual([
      { name: 'groundwork_auth' },
    ]);
  });

  it('refuses a role that bypasses row-level security', async () => {
    const { ownerUrl } = await prepare();
    const secrets = await loadSecrets(secretsFile);
    const superuserUrl = new URL(onDatabase(ownerUrl, 'postgres'));
    superuserUrl.username = 'groundwork_superuser';
    superuserUrl.password = secrets.superuser;
    await runAs(superuserUrl.href, 'alter role groundwork_app bypassrls');
    await expect(migrate({ ownerUrl, passwords: secrets })).rejects.toMatchObject({
      kind: 'no_rights',
      message: expect.stringContaining('NOBYPASSRLS'),
    });
    await runAs(superuserUrl.href, 'alter role groundwork_app nobypassrls');
    await migrate({ ownerUrl, passwords: secrets });
  });

  it('says which file is broken when the secrets are', async () => {
    const stored = await readFile(secretsFile, 'utf8');
    await writeFile(secretsFile, stored.slice(0, 50));
    await expect(prepare()).rejects.toThrow(`${secretsFile} is not readable`);
    await writeFile(secretsFile, stored);
  });
});
