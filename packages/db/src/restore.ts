import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { type Manifest, manifestFile } from './back-up.ts';
import { DatabaseProblem } from './database-problem.ts';
import { readMigrationState } from './migration-state.ts';
import { copyIn, copyOut, type DumpedTable, listDumpTables, tally } from './table-dump.ts';

/** Reads what a backup says it holds. @throws DatabaseProblem when it is none. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch((cause) => {
    throw new DatabaseProblem('broken_backup', `${folder} is not a finished backup: it has no ${manifestFile}.`, {
      cause,
    });
  });
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== 1)
    throw new DatabaseProblem('broken_backup', `${folder} was written by another version of Groundwork.`);
  return manifest;
}

/**
 * Puts a backup's rows into a migrated and empty database, all or none: every table's count and checksum is worked out again from what the
 * database then holds, and must be the manifest's. Triggers sleep meanwhile: what they kept is in the rows.
 * @param ownerUrl As for `migrate`.
 * @throws DatabaseProblem when the target is not empty, of another version, or holds other rows afterwards.
 */
export async function restore(ownerUrl: string, folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const { applied } = await readMigrationState(client);
    if (applied !== manifest.migrations) {
      throw new DatabaseProblem(
        'other_version',
        `The backup is of a database with ${manifest.migrations} migrations and this version has ${applied}: restore it with the version that made it, then upgrade.`,
      );
    }
    const tables = await listDumpTables(client);
    await refuseUnlessEmpty(client, tables);
    await client.query('begin');
    const guarded = await listGuarded(client);
    for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`);
    for (const name of guarded) await client.query(`alter table ${name} no force row level security`);
    // What the queue wrote down about itself when it was made is in the backup too.
    for (const { name } of [...tables].reverse()) await client.query(`delete from ${name}`);
    for (const table of tables) await load(client, folder, table, manifest);
    await client.query('set constraints all immediate');
    for (const table of tables) await check(client, table, manifest);
    await moveSequences(client);
    for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`);
    for (const name of guarded) await client.query(`alter table ${name} force row level security`);
    await client.query('commit');
    return manifest;
  } finally {
    // Rolls back what is under way.
    await client.end();
  }
}

async function refuseUnlessEmpty(client: pg.ClientBase, tables: readonly DumpedTable[]): Promise<void> {
  for (const { name } of tables.filter((table) => !table.name.startsWith('graphile_worker.'))) {
    const { rowCount } = await client.query(`select 1 from ${name} limit 1`);
    if (rowCount) {
      throw new DatabaseProblem(
        'not_empty',
        `The database holds rows already (${name}): restore into a new, empty one, so that nothing is lost.`,
      );
    }
  }
}

/** Tables whose policies bind their owner too, whom COPY then refuses. */
async function listGuarded(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relforcerowsecurity and n.nspname in ('public', 'identity') order by 1`,
  );
  return rows.map(({ name }) => name);
}

const entryOf = (table: DumpedTable, manifest: Manifest) => {
  const entry = manifest.tables.find(({ name }) => name === table.name);
  if (!entry) throw new DatabaseProblem('broken_backup', `The backup has no rows for ${table.name}.`);
  return entry;
};

async function load(client: pg.Client, folder: string, table: DumpedTable, manifest: Manifest): Promise<void> {
  const { file } = entryOf(table, manifest);
  await pipeline(createReadStream(join(folder, file)), createGunzip(), client.query(from(copyIn(table))));
}

async function check(client: pg.Client, table: DumpedTable, manifest: Manifest): Promise<void> {
  const wanted = entryOf(table, manifest);
  const counted = tally();
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(client.query(to(copyOut(table))), counted.stream, nowhere);
  const { rows, sha256 } = counted.read();
  if (rows === wanted.rows && sha256 === wanted.sha256) return;
  throw new DatabaseProblem(
    'broken_backup',
    `${table.name} would hold ${rows} rows where the backup counted ${wanted.rows}, or others: nothing was restored; take an older backup.`,
  );
}

/** Columns that count by themselves go on after the highest there is. */
async function moveSequences(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select format('%I.%I', n.nspname, c.relname) as table, quote_ident(a.attname) as column,
       pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) as sequence
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'identity', 'graphile_worker') and a.attnum > 0 and not a.attisdropped
       and pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) is not null`,
  );
  for (const { table, column, sequence } of rows) {
    await client.query(`select setval($1, coalesce((select max(${column}) from ${table}), 0) + 1, false)`, [sequence]);
  }
}
