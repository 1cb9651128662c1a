import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { readMigrationState } from './migration-state.ts';
import { copyOut, listDumpTables, tally } from './table-dump.ts';

export const manifestFile = 'manifest.json';

/** What a backup holds, written last: a folder without it is none. */
export interface Manifest {
  readonly format: 1;
  /** ISO instant of the snapshot, by the database's clock. */
  readonly takenAt: string;
  /** How many migrations the database had: it is restored with the version that brings as many. */
  readonly migrations: number;
  readonly postgres: string;
  readonly tables: readonly {
    readonly name: string;
    readonly file: string;
    readonly rows: number;
    /** Of the uncompressed rows, hexadecimal. */
    readonly sha256: string;
  }[];
}

/**
 * Writes every row of an installation into a new folder, as of one instant, while it runs: a gzip file a table and a manifest with counts and
 * checksums. Health stays sealed; the keys are not in it.
 * @param ownerUrl As for `migrate`.
 * @throws with the code EEXIST, before it reads a row, when something is in the folder.
 */
export async function backUp(ownerUrl: string, folder: string): Promise<Manifest> {
  const unfinished = `${folder}.unfinished`;
  if ((await readdir(folder).catch(() => [])).length > 0) {
    throw Object.assign(new Error(`${folder} is there already`), { code: 'EEXIST' });
  }
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(unfinished, { mode: 0o700 });
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ at: Date; postgres: string }>(
      `select now() as at, current_setting('server_version') as postgres`,
    );
    const { applied } = await readMigrationState(client);
    const tables: Manifest['tables'][number][] = [];
    for (const table of await listDumpTables(client)) {
      const file = `${table.name.replaceAll('"', '')}.copy.gz`;
      const counted = tally();
      const out = createWriteStream(join(unfinished, file), { mode: 0o600 });
      await pipeline(client.query(to(copyOut(table))), counted.stream, createGzip({ level: 6 }), out);
      tables.push({ name: table.name, file, ...counted.read() });
    }
    const manifest: Manifest = {
      format: 1,
      takenAt: (rows[0]?.at ?? new Date(0)).toISOString(),
      migrations: applied,
      postgres: rows[0]?.postgres ?? '',
      tables,
    };
    await writeFile(join(unfinished, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    await rename(unfinished, folder);
    return manifest;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end();
  }
}
