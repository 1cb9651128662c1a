import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { listTenantTables, listUnguardedTables, roles } from './security.ts';
import { fillPractice } from './testing/fill-practice.ts';
import { listLeaks } from './testing/list-leaks.ts';
import { makePractice, type TestPractice } from './testing/make-practice.ts';
import { refuseStrongRole, useTestDatabase } from './testing/test-database.ts';

const database = useTestDatabase();
let victim: TestPractice;
let intruder: TestPractice;

beforeAll(async () => {
  victim = await makePractice(database);
  intruder = await makePractice(database);
  for (const practice of [victim, intruder]) await fillPractice(database, practice);
});

const asOwner = async (...statements: string[]) => {
  for (const statement of statements) await database.owner.query(statement);
};

describe('between practices', () => {
  it('no table is read or written as the wrong practice, or without one', async () => {
    expect(await listLeaks(database, victim.practiceId, intruder.practiceId)).toEqual([]);
  });

  it('the test above has teeth: with row-level security off it finds every table', async () => {
    const tables = await listTenantTables(database.owner);
    expect(tables.length).toBeGreaterThanOrEqual(18);
    await asOwner(...tables.map(({ name }) => `alter table public."${name}" disable row level security`));
    try {
      const leaks = await listLeaks(database, victim.practiceId, intruder.practiceId);
      for (const { name } of tables) expect(leaks.join('\n')).toContain(`${name}: read from another practice`);
    } finally {
      await asOwner(...tables.map(({ name }) => `alter table public."${name}" enable row level security`));
    }
  });

  it('each deed has teeth: with a policy that hides nothing, all of them get through', async () => {
    await asOwner('create policy hole on race for all to public using (true) with check (true)');
    try {
      const leaks = (await listLeaks(database, victim.practiceId, intruder.practiceId)).join('\n');
      for (const deed of ['read', 'lock', 'insert', 'change', 'move', 'delete'])
        expect(leaks).toContain(`race: ${deed} `);
      expect(leaks).not.toContain('client:');
    } finally {
      await asOwner('drop policy hole on race');
    }
  });

  it('the owner is bound by the policies too, and has its own', async () => {
    const { rows } = await database.owner.query('select count(*)::int as n from practice');
    expect(rows[0].n).toBeGreaterThanOrEqual(2);
  });
});

describe('the catalogue', () => {
  it('every table is guarded', async () => {
    expect(await listUnguardedTables(database.owner)).toEqual([]);
  });

  it.each([
    ['a tenant table without a policy', 'create table notes (practice_id uuid not null, id uuid not null)'],
    ['a table without a practice', 'create table notes (id uuid not null)'],
    ['a view, which would read as its owner', 'create view notes as select * from client'],
  ])('%s is found', async (_, ddl) => {
    await asOwner(ddl);
    try {
      expect(await listUnguardedTables(database.owner)).toEqual(['notes']);
    } finally {
      await asOwner(ddl.startsWith('create view') ? 'drop view notes' : 'drop table notes');
    }
  });

  it('a table that nobody guarded yet is closed to the app', async () => {
    await asOwner('create table notes (practice_id uuid not null, id uuid not null)');
    try {
      await expect(as(database.appUrl, 'select * from notes')).rejects.toThrow('permission denied');
    } finally {
      await asOwner('drop table notes');
    }
  });

  it('every tenant table carries its practice in its primary key and in its foreign keys', async () => {
    const { rows } = await database.owner.query(
      `select conrelid::regclass::text as name, conname from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and a.attname = 'practice_id'
       where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'f') and not a.attnum = any(c.conkey)
         and c.confrelid <> 'identity."user"'::regclass`,
    );
    expect(rows).toEqual([]);
  });
});

describe('the roles', () => {
  it.each(Object.values(roles))('%s owns nothing, bypasses nothing and belongs to nobody', async (role) => {
    const { rows } = await database.owner.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
         (select count(*)::int from pg_shdepend where refobjid = r.oid and deptype = 'o') as owned,
         (select count(*)::int from pg_auth_members where member = r.oid) as memberships
       from pg_roles r where rolname = $1`,
      [role],
    );
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        owned: 0,
        memberships: 0,
      },
    ]);
  });

  it('the app role finds nobody by a session', async () => {
    await expect(
      as(database.appUrl, `select * from identity.find_principals('x', 'coach', now())`),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('the worker role reads the queue and nothing of identity; the app role the other way round', async () => {
    expect(await as(database.workerUrl, 'select * from graphile_worker._private_jobs')).toEqual([]);
    await expect(as(database.workerUrl, 'select * from identity."user"')).rejects.toMatchObject({ code: '42501' });
    await expect(as(database.appUrl, 'select * from graphile_worker._private_jobs')).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('no function with rights of its own can be called by everybody or be led astray by a search path', async () => {
    const { rows } = await database.owner.query(
      `select p.oid::regprocedure::text as name from pg_proc p
       where p.pronamespace in ('public'::regnamespace, 'identity'::regnamespace) and p.prosecdef
         and (has_function_privilege('public', p.oid, 'execute') or not p.proconfig::text like '%search_path=pg_catalog, pg_temp%')`,
    );
    expect(rows).toEqual([]);
  });

  it('the app role cannot lift its own limits', async () => {
    for (const statement of [
      'set row_security = off; select * from client',
      'set role groundwork_owner',
      'alter table client disable row level security',
      'alter role groundwork_app bypassrls',
      'create table public.mine (id int)',
      'update practice set id = gen_random_uuid()',
      `insert into practice (id, slug, name, time_zone) values (gen_random_uuid(), 'mine', 'Mine', 'UTC')`,
    ]) {
      await expect(as(database.appUrl, statement), statement).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('the suite refuses to run as a superuser', async () => {
    await expect(refuseStrongRole(database.appUrl)).resolves.toBeUndefined();
    await expect(refuseStrongRole(database.superuserUrl)).rejects.toThrow('bypasses row-level security');
  });
});

async function as(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
