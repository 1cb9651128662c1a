import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { createPractice } from './create-practice.ts';
import { migrate } from './migrate.ts';
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
