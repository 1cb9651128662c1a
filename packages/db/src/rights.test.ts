import pg from 'pg';
import { expect, it } from 'vitest';
import { roles } from './security.ts';
import { useTestDatabase } from './testing/test-database.ts';

const database = useTestDatabase();

const deeds = {
  select: (table: string) => `select 1 from ${table} where false`,
  insert: (table: string) => `insert into ${table} default values`,
  update: (table: string, key: string) => `update ${table} set ${key} = ${key} where false`,
  delete: (table: string) => `delete from ${table} where false`,
};
const everything = Object.keys(deeds).join(', ');

/** Of the tables that are not named, the app has everything in `public` and the sign-in everything in `identity`. */
const restricted: Readonly<Record<string, string>> = {
  audit_entry: 'select, insert',
  audit_head: 'select',
  capacity: 'select',
  client_change: 'select',
  erasure: 'select',
  practice: 'select',
  program_version: 'select, insert',
  set_log: 'select, insert',
};
const ownSchema: Readonly<Record<keyof typeof roles, string>> = {
  app: 'public',
  auth: 'identity',
  worker: 'graphile_worker',
};

async function listTables(): Promise<{ name: string; schema: string; key: string }[]> {
  const { rows } = await database.owner.query(
    `select c.oid::regclass::text as name, n.nspname as schema, quote_ident(a.attname) as key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = 1
     where n.nspname in ('public', 'identity') and c.relkind in ('r', 'p') order by 1`,
  );
  return rows;
}

it.each(Object.keys(roles) as (keyof typeof roles)[])(
  'the %s role does with each table what it has to, and nothing else',
  async (role) => {
    const tables = await listTables();
    const client = new pg.Client({ connectionString: database[`${role}Url`] });
    await client.connect();
    const allows = async (statement: string): Promise<boolean> => {
      await client.query('begin');
      // Past the right there are the keys and the checks: another refusal says that the role may.
      const code = await client.query(statement).then(
        () => undefined,
        (error: pg.DatabaseError) => (error.message.startsWith('permission denied') ? error.code : undefined),
      );
      await client.query('rollback');
      return code !== '42501';
    };
    const found: Record<string, string> = {};
    try {
      for (const { name, key } of tables) {
        const allowed: string[] = [];
        for (const [deed, write] of Object.entries(deeds)) if (await allows(write(name, key))) allowed.push(deed);
        found[name] = allowed.join(', ');
      }
    } finally {
      await client.end();
    }
    expect(tables.length).toBeGreaterThanOrEqual(25);
    expect(found).toEqual(
      Object.fromEntries(
        tables.map(({ name, schema }) => [name, schema === ownSchema[role] ? (restricted[name] ?? everything) : '']),
      ),
    );
  },
);

it('of a practice the app writes what its coach may rename, and of its spots how many there are', async () => {
  const { rows } = await database.owner.query(
    `select table_name || '.' || column_name as name from information_schema.column_privileges
     where grantee = $1 and privilege_type = 'UPDATE' and table_name in ('practice', 'capacity') order by 1`,
    [roles.app],
  );
  expect(rows.map(({ name }) => name)).toEqual([
    'capacity.spots',
    'practice.about',
    'practice.name',
    'practice.time_zone',
  ]);
});
