import { createHash } from 'node:crypto';
import type pg from 'pg';
import { auditFunctions, auditTriggers, chainOldEntries } from './audit-chain.ts';
import { capacityFunctions, capacityTriggers } from './capacity-rule.ts';
import { changeStampFunctions, changeStampTriggers } from './change-stamps.ts';
import { definerFunctions } from './definer-functions.ts';
import { membershipFunctions, membershipTriggers } from './membership-rule.ts';

/** The login roles of a running installation. Each owns nothing, bypasses nothing, and may do no more than its process needs. */
export const roles = { app: 'groundwork_app', auth: 'groundwork_auth', worker: 'groundwork_worker' } as const;

/** What the app role may do where it is not everything: facts are only added, and a practice is made by the owner alone. */
const appPrivileges: Readonly<Record<string, string>> = {
  practice: 'select, update (name, about, time_zone)',
  capacity: 'select, update (spots)',
  client_change: 'select',
  audit_entry: 'select, insert',
  audit_head: 'select',
  erasure: 'select',
  set_log: 'select, insert',
  program_version: 'select, insert',
};
const allPrivileges = 'select, insert, update, delete';

/** The tables that hold one practice's rows, with the column that names it. */
const tenantTables = `
  select c.relname as name, case when c.relname = 'practice' then 'id' else 'practice_id' end as key
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and (c.relname = 'practice' or exists (
    select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'practice_id' and not a.attisdropped))
  order by 1`;

/**
 * Puts every guard of the database in place, from the catalogue: a new tenant table is guarded by having a `practice_id`. Runs after each
 * migration, in one transaction; what is already as it should be is left alone and not locked.
 * @param owner A connection inside a transaction, as the tables' owner.
 */
export async function applySecurity(owner: pg.ClientBase): Promise<void> {
  const tables = await listTenantTables(owner);
  for (const { name, key } of tables) await guardTable(owner, name, key);
  await applyTriggers(owner);
  await applyCapacityRule(owner);
  for (const { ddl } of definerFunctions) await owner.query(ddl);
  await applyGrants(
    owner,
    tables.map(({ name }) => name),
  );
  await guardJobs(owner);
  await chainOldEntries(owner);
}

export interface TenantTable {
  readonly name: string;
  /** The column that names the practice. */
  readonly key: string;
}

/** The tables that hold practices' rows, from the catalogue. */
export async function listTenantTables(owner: pg.ClientBase | pg.Pool): Promise<TenantTable[]> {
  return (await owner.query<TenantTable>(tenantTables)).rows;
}

async function guardTable(owner: pg.ClientBase, table: string, key: string): Promise<void> {
  const name = `public.${owner.escapeIdentifier(table)}`;
  const { rows } = await owner.query(
    'select relrowsecurity as is_on, relforcerowsecurity as is_forced from pg_class where oid = $1::regclass',
    [name],
  );
  if (!rows[0].is_on) await owner.query(`alter table ${name} enable row level security`);
  if (!rows[0].is_forced) await owner.query(`alter table ${name} force row level security`);
  // Once a transaction has set it, the setting is an empty string in the connection's later ones, not null.
  const own = `${owner.escapeIdentifier(key)} = nullif(current_setting('groundwork.practice_id', true), '')::uuid`;
  await ensurePolicy(owner, name, 'own_practice', `for all to ${roles.app} using (${own}) with check (${own})`);
  // Forced row-level security binds the owner too, and the owner makes practices, migrates rows and answers for the definer functions.
  const { rows: names } = await owner.query('select current_user as name');
  const grantee = owner.escapeIdentifier(names[0].name);
  await ensurePolicy(owner, name, 'owner_all', `for all to ${grantee} using (true) with check (true)`);
}

/** The definition's hash is the policy's comment: PostgreSQL keeps only a rewritten form that cannot be compared. */
async function ensurePolicy(owner: pg.ClientBase, table: string, name: string, definition: string): Promise<void> {
  const { rows } = await owner.query(
    `select obj_description(oid, 'pg_policy') as mark from pg_policy where polrelid = $1::regclass and polname = $2`,
    [table, name],
  );
  const mark = hash(definition);
  if (rows[0]?.mark === mark) return;
  await owner.query(`drop policy if exists ${name} on ${table}`);
  await owner.query(`create policy ${name} on ${table} ${definition}`);
  await owner.query(`comment on policy ${name} on ${table} is '${mark}'`);
}

async function applyTriggers(owner: pg.ClientBase): Promise<void> {
  const functions = [...capacityFunctions, ...auditFunctions, ...membershipFunctions, ...changeStampFunctions];
  for (const ddl of functions) await owner.query(ddl);
  const triggers = [...capacityTriggers, ...auditTriggers, ...membershipTriggers, ...changeStampTriggers];
  for (const { table, name, ddl } of triggers) {
    const { rows } = await owner.query(
      `select obj_description(oid, 'pg_trigger') as mark from pg_trigger where tgrelid = $1::regclass and tgname = $2`,
      [`public.${table}`, name],
    );
    const mark = hash(ddl);
    if (rows[0]?.mark === mark) continue;
    await owner.query(`drop trigger if exists ${name} on public.${table}`);
    await owner.query(ddl);
    await owner.query(`comment on trigger ${name} on public.${table} is '${mark}'`);
  }
}

/** A claim hands its spot over: the offer may name a client that comes a statement later. */
async function applyCapacityRule(owner: pg.ClientBase): Promise<void> {
  const { rows } = await owner.query(
    `select condeferred from pg_constraint where conname = 'offer_client' and conrelid = 'public.offer'::regclass`,
  );
  if (rows[0]?.condeferred === false) {
    await owner.query('alter table public.offer alter constraint offer_client deferrable initially deferred');
  }
}

async function applyGrants(owner: pg.ClientBase, tables: readonly string[]): Promise<void> {
  const everyone = ['public', ...Object.values(roles)].join(', ');
  const statements = [
    `revoke all on all tables in schema public, identity from ${everyone}`,
    `revoke all on all functions in schema public, identity from ${everyone}`,
    'revoke create on schema public from public',
    `revoke all on schema identity from ${everyone}`,
    `grant usage on schema public to ${roles.app}`,
    `grant usage on schema identity to ${roles.auth}`,
    // Which migrations are there: a process that has newer code waits for them.
    `grant usage on schema drizzle to ${Object.values(roles).join(', ')}`,
    `grant select on drizzle.__drizzle_migrations to ${Object.values(roles).join(', ')}`,
    ...tables.map(
      (table) =>
        `grant ${appPrivileges[table] ?? allPrivileges} on public.${owner.escapeIdentifier(table)} to ${roles.app}`,
    ),
    `grant ${allPrivileges} on all tables in schema identity to ${roles.auth}`,
    ...definerFunctions.map(({ signature, grantee }) => `grant execute on function ${signature} to ${grantee}`),
    `grant usage on schema graphile_worker to ${roles.worker}`,
    `grant ${allPrivileges} on all tables in schema graphile_worker to ${roles.worker}`,
    `grant usage, select on all sequences in schema graphile_worker to ${roles.worker}`,
    `grant execute on all functions in schema graphile_worker to ${roles.worker}`,
  ];
  for (const statement of statements) await owner.query(statement);
}

/** The job queue's tables come with row-level security on and no policy: only their owner could work. */
async function guardJobs(owner: pg.ClientBase): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'graphile_worker' and c.relrowsecurity order by 1`,
  );
  for (const { name } of rows) {
    const table = `graphile_worker.${owner.escapeIdentifier(name)}`;
    await ensurePolicy(owner, table, 'worker_all', `for all to ${roles.worker} using (true) with check (true)`);
  }
}

/**
 * The tables of `public` that a practice could be read through: no practice in them, row-level security off or not forced, a policy missing
 * or one too many. Empty when all is well.
 */
export async function listUnguardedTables(owner: pg.ClientBase | pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'f') and not (
       c.relname in (select name from (${tenantTables}) t) and c.relrowsecurity and c.relforcerowsecurity
       and (select array_agg(polname::text order by polname) from pg_policy where polrelid = c.oid) = array['own_practice', 'owner_all']
     ) order by 1`,
  );
  return rows.map(({ name }) => name);
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
