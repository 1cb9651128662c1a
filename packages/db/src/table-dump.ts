import { createHash, type Hash } from 'node:crypto';
import { Transform } from 'node:stream';
import type pg from 'pg';

/** One table as a backup writes it. */
export interface DumpedTable {
  /** Quoted, with its schema. */
  readonly name: string;
  /** Quoted; without the columns that the database works out itself. */
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** The tables of an installation, parents before their children, so that each row finds what it refers to. Migrations' own records are none. */
export async function listDumpTables(client: pg.ClientBase): Promise<readonly DumpedTable[]> {
  const { rows } = await client.query<DumpedTable & { oid: string; parents: readonly string[] }>(
    `select c.oid::text as oid, format('%I.%I', n.nspname, c.relname) as name,
       array(select quote_ident(a.attname) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select quote_ident(a.attname) from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
         where k.conrelid = c.oid and k.contype = 'p' order by a.attnum) as key,
       array(select k.confrelid::text from pg_constraint k
         where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as parents
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and (n.nspname in ('public', 'identity')
       or (n.nspname = 'graphile_worker' and c.relname <> 'migrations')) order by 2`,
  );
  const ordered: DumpedTable[] = [];
  const waiting = new Map(rows.map((row) => [row.oid, row]));
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(({ parents }) => !parents.some((parent) => waiting.has(parent)));
    if (free.length === 0)
      throw new Error(`Tables refer to each other in a circle: ${[...waiting.values()].map(({ name }) => name)}`);
    for (const { oid, name, columns, key } of free) {
      waiting.delete(oid);
      ordered.push({ name, columns, key });
    }
  }
  return ordered;
}

/** Rows in the order of their keys: the same rows give the same bytes, and so the same checksum. */
export const copyOut = ({ name, columns, key }: DumpedTable): string =>
  `copy (select ${columns.join(', ')} from ${name}${key.length > 0 ? ` order by ${key.join(', ')}` : ''}) to stdout`;

export const copyIn = ({ name, columns }: DumpedTable): string => `copy ${name} (${columns.join(', ')}) from stdin`;

export interface Tally {
  /** Pass a table's bytes through it. */
  readonly stream: Transform;
  /** Once the stream has ended. */
  readonly read: () => { readonly rows: number; readonly sha256: string };
}

/** Counts rows and works out the checksum of a table's bytes as they pass. */
export function tally(): Tally {
  const hash: Hash = createHash('sha256');
  let rows = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      // COPY's text form writes a line break inside a value as two characters: each one here ends a row.
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows++;
      done(null, chunk);
    },
  });
  return { stream, read: () => ({ rows, sha256: hash.digest('hex') }) };
}
