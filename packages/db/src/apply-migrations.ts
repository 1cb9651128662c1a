import { readMigrationFiles } from 'drizzle-orm/migrator';
import pg from 'pg';
import { DatabaseProblem } from './database-problem.ts';
import { withRetries } from './retry.ts';

/** A change of a table waits no longer for those who use it: everybody who comes after it waits behind it. Requests bear four seconds. */
const lockTimeout = '1s';
/** Two minutes of trying, with room for others between two attempts. */
const patience = { retries: 60, pauseMs: 1000 } as const;

interface Index {
  readonly name: string;
  /** With its schema where that is not the public one; as SQL. */
  readonly table: string;
  readonly statement: string;
}

/**
 * Brings the tables to this version while the one before it serves. What drizzle-kit generated runs in one transaction, as its own runner does
 * it and with its own notes; but it never waits for a lock so long that requests behind it fail, and indexes on tables that exist are built
 * afterwards, beside their writers. Those are found by what the migrations say and the catalogue lacks, so a run that was cut off is made good by
 * the next. Unique indexes are constraints and stay in the transaction.
 * @param owner A connection outside a transaction, alone in doing this.
 * @throws DatabaseProblem when a table is held longer than anybody should hold one.
 */
export async function applyMigrations(owner: pg.ClientBase, migrationsFolder: string): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder });
  await owner.query('create schema if not exists drizzle');
  await owner.query(
    'create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)',
  );
  const { rows } = await owner.query<{ newest: string | null }>(
    'select max(created_at) as newest from drizzle.__drizzle_migrations',
  );
  const newest = Number(rows[0]?.newest ?? -1);
  const pending = migrations.filter(({ folderMillis }) => folderMillis > newest);
  const existing = new Set(await listTables(owner));
  const isBuiltLater = (statement: string) => {
    const index = readIndex(statement);
    return index !== undefined && existing.has(index.table);
  };
  await changePatiently(owner, async () => {
    for (const { sql, hash, folderMillis } of pending) {
      for (const statement of sql) if (!isBuiltLater(statement)) await owner.query(statement);
      await owner.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [
        hash,
        folderMillis,
      ]);
    }
  });
  await buildIndexes(owner, listDeclared(migrations.flatMap(({ sql }) => sql)));
}

/**
 * Changes tables in one transaction, from its start again where somebody was in the way: who holds one table may wait for the next.
 * @throws DatabaseProblem when a table is held longer than anybody should hold one.
 */
export async function changePatiently(owner: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await withRetries({ ...patience, jitter: () => 0.5, wait: waitEvenly }, isInTheWay, () =>
    inOneTransaction(owner, work),
  ).catch((cause) => {
    if (!isInTheWay(cause)) throw cause;
    throw new DatabaseProblem(
      'busy',
      'A table that the migration changes was in use for two minutes without a pause; nothing was changed. Run it again, or look for a transaction that never ends: pnpm ops doctor.',
      { cause },
    );
  });
}

const waitEvenly = () => new Promise<void>((settle) => setTimeout(settle, patience.pauseMs));

/** A lock that did not come in time, or two that wait for each other. */
const isInTheWay = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === '55P03' || error.code === '40P01');

async function inOneTransaction(owner: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await owner.query(`begin; set local lock_timeout = '${lockTimeout}'`);
  try {
    await work();
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

async function listTables(owner: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await owner.query<{ table: string }>(
    `select case when n.nspname = 'public' then format('"%s"', relname) else format('"%s"."%s"', n.nspname, relname) end as table
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where relkind in ('r', 'p')`,
  );
  return rows.map(({ table }) => table);
}

/** A plain index, as drizzle-kit writes it. */
function readIndex(statement: string): Index | undefined {
  const [, name, table] = /^\s*CREATE INDEX "([^"]+)" ON ("[^"]+"(?:\."[^"]+")?)/.exec(statement) ?? [];
  return name === undefined || table === undefined ? undefined : { name, table, statement };
}

/** The plain indexes that stand at the end of all migrations. */
function listDeclared(statements: readonly string[]): readonly Index[] {
  const declared = new Map<string, Index>();
  for (const statement of statements) {
    const index = readIndex(statement);
    if (index) declared.set(index.name, index);
    const [, dropped] = /^\s*DROP INDEX (?:IF EXISTS )?(?:"[^"]+"\.)?"([^"]+)"/.exec(statement) ?? [];
    if (dropped !== undefined) declared.delete(dropped);
  }
  return [...declared.values()];
}

async function buildIndexes(owner: pg.ClientBase, declared: readonly Index[]): Promise<void> {
  const { rows } = await owner.query<{ name: string; schema: string; isValid: boolean }>(
    `select c.relname as name, n.nspname as schema, i.indisvalid as "isValid"
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relname = any($1)`,
    [declared.map(({ name }) => name)],
  );
  const tables = new Set(await listTables(owner));
  for (const { name, table, statement } of declared) {
    const known = rows.find((row) => row.name === name);
    if (known?.isValid === true || !tables.has(table)) continue;
    // What a run left behind that was cut off while it built.
    if (known) await owner.query(`drop index concurrently "${known.schema}"."${name}"`);
    await owner.query(statement.replace('CREATE INDEX', 'CREATE INDEX CONCURRENTLY'));
  }
}
