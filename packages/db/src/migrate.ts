import { fileURLToPath } from 'node:url';
import { runMigrations as runGraphile } from 'graphile-worker';
import pg from 'pg';
import { applyMigrations, changePatiently } from './apply-migrations.ts';
import { DatabaseProblem } from './database-problem.ts';
import { applySecurity, roles } from './security.ts';

/** The oldest PostgreSQL that the schema, the policies and the queue work on. */
export const oldestMajor = 15;

/** Any number, the same for every Groundwork: two processes that start at once migrate one after the other. */
const lockKey = 7_480_615_020;

export interface MigrateOptions {
  /** An owner that may create schemas in its database, and roles. */
  readonly ownerUrl: string;
  readonly passwords: { readonly app: string; readonly auth: string; readonly worker: string };
  /** This version's own when left out. */
  readonly migrationsFolder?: string;
}

export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

/**
 * Brings a database to this version: tables, job queue, roles, guards. Safe to run again, at the same time as another, and under the version
 * before it while that serves.
 * @throws DatabaseProblem with one line for the operator.
 */
export async function migrate({ ownerUrl, passwords, ...options }: MigrateOptions): Promise<void> {
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    max: 2,
    connectionTimeoutMillis: 5000,
    application_name: 'groundwork-migrate',
  });
  // The queue's migrations insist on listeners for connections that die.
  pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
  const owner = await pool.connect().catch(async (cause) => {
    await pool.end();
    throw toProblem(cause, ownerUrl);
  });
  try {
    await checkServer(owner);
    await owner.query('select pg_advisory_lock($1)', [lockKey]);
    await applyMigrations(owner, options.migrationsFolder ?? migrationsFolder);
    await runGraphile({ pgPool: pool });
    await changePatiently(owner, async () => {
      await ensureRoles(owner, passwords);
      await applySecurity(owner);
    });
  } catch (cause) {
    throw toProblem(cause, ownerUrl);
  } finally {
    // Ending the connection gives up its lock and rolls back what was under way.
    owner.release(true);
    await pool.end();
  }
}

async function checkServer(owner: pg.ClientBase): Promise<void> {
  const { rows } = await owner.query(
    `select current_setting('server_version_num')::int / 10000 as major, current_setting('server_version') as version,
       current_user as name, current_database() as database, r.rolcreaterole or r.rolsuper as makes_roles,
       has_database_privilege(current_database(), 'create') as makes_schemas,
       (select count(*)::int from pg_roles where rolname = any($1)) as roles
     from pg_roles r where r.rolname = current_user`,
    [Object.values(roles)],
  );
  const { major, version, name, database, makes_roles, makes_schemas, roles: known } = rows[0];
  if (major < oldestMajor) {
    throw new DatabaseProblem(
      'too_old',
      `The database is PostgreSQL ${version}; Groundwork needs ${oldestMajor} or newer.`,
    );
  }
  if (!makes_roles && known < Object.keys(roles).length) {
    throw new DatabaseProblem(
      'no_rights',
      `The user "${name}" of DATABASE_URL may not create roles: run ALTER ROLE ${name} CREATEROLE as an administrator.`,
    );
  }
  if (!makes_schemas) {
    throw new DatabaseProblem(
      'no_rights',
      `The user "${name}" of DATABASE_URL may not create schemas: run GRANT CREATE ON DATABASE ${database} TO ${name} as an administrator.`,
    );
  }
}

async function ensureRoles(owner: pg.ClientBase, passwords: MigrateOptions['passwords']): Promise<void> {
  for (const [kind, role] of Object.entries(roles) as [keyof typeof roles, string][]) {
    const { rows } = await owner.query(
      'select rolsuper or rolbypassrls as is_strong from pg_roles where rolname = $1',
      [role],
    );
    if (rows[0]?.is_strong) {
      throw new DatabaseProblem(
        'no_rights',
        `The role ${role} bypasses row-level security: run ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS.`,
      );
    }
    const verb = rows.length === 0 ? 'create' : 'alter';
    await owner.query(`${verb} role ${role} login password ${owner.escapeLiteral(passwords[kind])}`);
  }
}

/** The same server and database, as one of the running roles. */
export function urlOf(ownerUrl: string, kind: keyof typeof roles, password: string): string {
  const url = new URL(ownerUrl);
  url.username = roles[kind];
  url.password = encodeURIComponent(password);
  return url.href;
}

function toProblem(cause: unknown, ownerUrl: string): unknown {
  if (cause instanceof DatabaseProblem) return cause;
  const place = placeOf(ownerUrl);
  switch (codeOf(cause)) {
    case '28P01':
    case '28000':
      return new DatabaseProblem(
        'wrong_password',
        `PostgreSQL at ${place} refused the user or password of DATABASE_URL.`,
        { cause },
      );
    case '3D000':
      return new DatabaseProblem(
        'no_such_database',
        `PostgreSQL at ${place} has no such database: create it, or correct DATABASE_URL.`,
        {
          cause,
        },
      );
    case '42501':
      return new DatabaseProblem('no_rights', `The user of DATABASE_URL lacks a right: ${messageOf(cause)}.`, {
        cause,
      });
    case 'sql':
      return cause;
    case 'network':
      return new DatabaseProblem(
        'unreachable',
        `No PostgreSQL answers at ${place}: check DATABASE_URL and that the server runs (${messageOf(cause)}).`,
        { cause },
      );
    case 'other':
      return cause;
  }
}

function codeOf(error: unknown): '28P01' | '28000' | '3D000' | '42501' | 'sql' | 'network' | 'other' {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof pg.DatabaseError) {
      const code = cause.code;
      return code === '28P01' || code === '28000' || code === '3D000' || code === '42501' ? code : 'sql';
    }
    if ('code' in cause && /^E[A-Z]+$/.test(String(cause.code))) return 'network';
    if (/timeout|terminated|Invalid URL/i.test(cause.message)) return 'network';
  }
  return 'other';
}

function messageOf(error: unknown): string {
  let message = '';
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    message = cause.message || ('code' in cause ? String(cause.code) : message);
  }
  return message;
}

function placeOf(ownerUrl: string): string {
  try {
    const { host, pathname } = new URL(ownerUrl);
    return `${host}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}
