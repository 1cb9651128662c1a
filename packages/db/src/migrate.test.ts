import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest';
import { createPractice } from './create-practice.ts';
import { migrate, migrationsFolder } from './migrate.ts';
import { listUnguardedTables } from './security.ts';
import { onDatabase, runAs } from './testing/global-setup.ts';

const cluster = inject('testCluster');
let ownerUrl: string;
let name: string;

beforeEach(async () => {
  name = `migrate_${randomBytes(5).toString('hex')}`;
  ownerUrl = onDatabase(cluster.ownerUrl, name);
  await runAs(cluster.superuserUrl, `create database ${name} owner groundwork_owner`);
});

afterEach(() => runAs(cluster.superuserUrl, `drop database ${name} with (force)`));

const passwords = cluster.passwords;

/** Everything that a second run could have changed, with the identity of each object. */
async function describeDatabase(): Promise<unknown> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query(`
      select 'table' as kind, c.oid, c.oid::regclass::text as name, concat(relrowsecurity, relforcerowsecurity, relfilenode, relacl) as state
        from pg_class c where relnamespace in (select oid from pg_namespace where nspname in ('public', 'identity', 'graphile_worker', 'drizzle'))
      union all select 'policy', oid, polname, polrelid::text from pg_policy
      union all select 'trigger', oid, tgname, tgrelid::text from pg_trigger where not tgisinternal
      union all select 'constraint', oid, conname, concat(condeferred, convalidated) from pg_constraint where connamespace = 'public'::regnamespace
      union all select 'function', oid, oid::regprocedure::text, concat(md5(prosrc), proacl, proconfig, prosecdef) from pg_proc
        where pronamespace in (select oid from pg_namespace where nspname in ('public', 'identity', 'graphile_worker'))
      union all select 'migration', id, hash, '' from drizzle.__drizzle_migrations
      union all select 'queue migration', id, ts::text, '' from graphile_worker.migrations
      order by 1, 2`);
    return rows;
  } finally {
    await owner.end();
  }
}

describe('migrating', () => {
  it('twice is the same as once', async () => {
    await migrate({ ownerUrl, passwords });
    const once = await describeDatabase();
    await migrate({ ownerUrl, passwords });
    expect(await describeDatabase()).toEqual(once);
  });

  it('from three processes at once is the same as from one', async () => {
    await Promise.all([1, 2, 3].map(() => migrate({ ownerUrl, passwords })));
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      expect(await listUnguardedTables(owner as unknown as pg.ClientBase)).toEqual([]);
    } finally {
      await owner.end();
    }
  });

  it('repairs a guard that somebody took away', async () => {
    await migrate({ ownerUrl, passwords });
    const intact = await describeDatabase();
    await runAs(ownerUrl, 'alter table client disable row level security; grant update on set_log to groundwork_app');
    expect(await describeDatabase()).not.toEqual(intact);
    await migrate({ ownerUrl, passwords });
    expect(await describeDatabase()).toEqual(intact);
  });

  it('makes a database in which a practice can be made, once per slug', async () => {
    await migrate({ ownerUrl, passwords });
    const wanted = {
      slug: 'first',
      name: 'First',
      timeZone: 'Europe/Berlin',
      spots: 10,
      owner: { email: ' Olga@Example.com', name: 'Olga' },
    };
    const first = await createPractice(ownerUrl, wanted);
    const second = await createPractice(ownerUrl, { ...wanted, slug: 'second' });
    expect(second.ownerUserId).toBe(first.ownerUserId);
    await expect(createPractice(ownerUrl, wanted)).rejects.toMatchObject({ cause: { constraint: 'practice_by_slug' } });
    await expect(createPractice(ownerUrl, { ...wanted, slug: 'No Slug' })).rejects.toMatchObject({
      cause: { constraint: 'practice_slug_form' },
    });
  });
});

describe('migrating under the version before', () => {
  /** This version's migrations and one more. */
  async function addMigration(statement: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'groundwork-migrations-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await cp(migrationsFolder, folder, { recursive: true });
    const journal = JSON.parse(await readFile(join(folder, 'meta/_journal.json'), 'utf8'));
    const last = journal.entries.at(-1);
    journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: 'next' });
    await writeFile(join(folder, 'meta/_journal.json'), JSON.stringify(journal));
    await writeFile(join(folder, 'next.sql'), statement);
    return folder;
  }

  async function connect(url = ownerUrl): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: url });
    // Its database is dropped before it is closed.
    client.on('error', () => {});
    await client.connect();
    onTestFinished(() => client.end());
    return client;
  }

  /** Resolves once somebody waits for a lock. */
  async function untilSomebodyWaits(client: pg.Client): Promise<void> {
    const asked = `select 1 from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())
      union select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await client.query(asked)).rowCount === 0);
  }

  const isValid = `select indisvalid as valid from pg_index where indexrelid = to_regclass('set_logs_next')`;

  it('builds an index on a table beside its writers', async () => {
    await migrate({ ownerUrl, passwords });
    const next = await addMigration('CREATE INDEX "set_logs_next" ON "set_log" USING btree ("logged_at");');
    const [early, late] = [await connect(), await connect()];
    await early.query('begin; lock table set_log in row exclusive mode');
    const migrating = migrate({ ownerUrl, passwords, migrationsFolder: next });
    await untilSomebodyWaits(late);
    await late.query(`begin; set local lock_timeout = '3s'; lock table set_log in row exclusive mode; commit`);
    await early.query('commit');
    await migrating;
    expect((await late.query(isValid)).rows).toEqual([{ valid: true }]);
  });

  it('lets requests through while it waits to change a table that somebody holds', async () => {
    await migrate({ ownerUrl, passwords });
    const next = await addMigration('ALTER TABLE "set_log" ADD COLUMN "next_note" text;');
    const [early, late] = [await connect(), await connect()];
    await early.query('begin; lock table set_log in row exclusive mode');
    const migrating = migrate({ ownerUrl, passwords, migrationsFolder: next });
    await untilSomebodyWaits(late);
    // As long as a request bears.
    await late.query(`begin; set local lock_timeout = '4s'; lock table set_log in row exclusive mode; commit`);
    await early.query('commit');
    await migrating;
    expect((await late.query('select next_note from set_log')).rows).toEqual([]);
  });

  it('gives way to a request that holds one table and wants another that has a new trigger already', async () => {
    await migrate({ ownerUrl, passwords });
    await runAs(ownerUrl, 'drop trigger stamp_clients_insert on session; drop trigger stamp_clients_update on member');
    const [watcher, request] = [await connect(), await connect(onDatabase(cluster.superuserUrl, name))];
    // Of the two that wait for each other it is not the request that is ended.
    await request.query(`set deadlock_timeout = '20s'; begin; lock table member in row exclusive mode`);
    const migrating = migrate({ ownerUrl, passwords });
    await untilSomebodyWaits(watcher);
    await request.query('lock table session in row exclusive mode; commit');
    await migrating;
    const { rows } = await watcher.query(
      `select tgrelid::regclass::text as table from pg_trigger where tgname in ('stamp_clients_insert', 'stamp_clients_update')
         and tgrelid in ('member'::regclass, 'session'::regclass) order by 1`,
    );
    expect(rows.map(({ table }) => table)).toEqual(['member', 'session', 'session']);
  });

  it('makes good what a run left behind that was cut off while it built an index', async () => {
    await migrate({ ownerUrl, passwords });
    const next = await addMigration('CREATE INDEX "set_logs_next" ON "set_log" USING btree ("logged_at");');
    await migrate({ ownerUrl, passwords, migrationsFolder: next });
    await runAs(
      onDatabase(cluster.superuserUrl, name),
      `update pg_index set indisvalid = false where indexrelid = 'set_logs_next'::regclass; drop index set_logs_of_session`,
    );
    await migrate({ ownerUrl, passwords, migrationsFolder: next });
    const client = await connect();
    expect((await client.query(isValid)).rows).toEqual([{ valid: true }]);
    expect((await client.query(`select to_regclass('set_logs_of_session') as index`)).rows).toEqual([
      { index: 'set_logs_of_session' },
    ]);
  });
});

describe('one line says what is wrong', () => {
  const attempt = (url: string) => migrate({ ownerUrl: url, passwords });

  it('when nothing listens there', async () => {
    const url = new URL(ownerUrl);
    url.port = '1';
    await expect(attempt(url.href)).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining(`No PostgreSQL answers at 127.0.0.1:1/${name}`),
    });
  });

  it('when what listens there is no PostgreSQL', async () => {
    const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n').on('error', () => {}));
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await expect(attempt(`postgres://a:b@127.0.0.1:${port}/x`)).rejects.toMatchObject({ kind: 'unreachable' });
    server.close();
  });

  it('when the address is none', async () => {
    await expect(attempt('not an address')).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('when the password is wrong', async () => {
    const url = new URL(ownerUrl);
    url.password = 'wrong';
    await expect(attempt(url.href)).rejects.toMatchObject({ kind: 'wrong_password' });
  });

  it('when the database is missing', async () => {
    await expect(attempt(onDatabase(ownerUrl, 'nowhere'))).rejects.toMatchObject({ kind: 'no_such_database' });
  });

  it('when the user may not create schemas', async () => {
    await runAs(cluster.superuserUrl, `drop database ${name}; `);
    await runAs(cluster.superuserUrl, `create database ${name}`);
    await expect(attempt(ownerUrl)).rejects.toMatchObject({
      kind: 'no_rights',
      message: expect.stringContaining('GRANT CREATE ON DATABASE'),
    });
  });
});
