import type pg from 'pg';
import { unseal } from './seal.ts';
import { listTenantTables } from './security.ts';

/** Everything that the database holds about one client, by table. */
export interface ClientRows {
  readonly email: string;
  readonly userId: string | null;
  /** By table, parents first: rows as the database has them. */
  readonly tables: ReadonlyMap<string, readonly Row[]>;
}

export type Row = Readonly<Record<string, unknown>>;

/**
 * Where a client stands without a foreign key that says so. Whoever adds a table that is about people, and hangs it on none of the client's,
 * says here how her rows are found; what is about no client says "none".
 */
const rules: Readonly<Record<string, 'none' | { readonly where: string }>> = {
  practice: 'none',
  member: 'none',
  capacity: 'none',
  opening: 'none',
  rate_count: 'none',
  rule_set: 'none',
  audit_head: 'none',
  erasure: 'none',
  // Emptied, not removed: see `erase-client.ts`.
  audit_entry: 'none',
  // Sealed answers of the last day, which nobody can look through: all of the practice's go.
  mutation: 'none',
  client: { where: 't.id = $2::uuid' },
  waitlist_entry: { where: 't.email = $3::text' },
  mail: { where: 't.recipient = $3::text' },
};

interface ForeignKey {
  readonly child: string;
  readonly parent: string;
  /** Columns of the child and what they point to, without the practice's. */
  readonly pairs: readonly { readonly child: string; readonly parent: string }[];
}

/** The foreign keys between tables of practices, from the catalogue. */
async function listForeignKeys(owner: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await owner.query<ForeignKey>(
    `select child.relname as child, parent.relname as parent, jsonb_agg(jsonb_build_object('child', a.attname, 'parent', b.attname)) as pairs
     from pg_constraint k
     join pg_class child on child.oid = k.conrelid join pg_class parent on parent.oid = k.confrelid
     cross join lateral unnest(k.conkey, k.confkey) column_of (here, there)
     join pg_attribute a on a.attrelid = child.oid and a.attnum = column_of.here
     join pg_attribute b on b.attrelid = parent.oid and b.attnum = column_of.there
     where k.contype = 'f' and child.relnamespace = 'public'::regnamespace and parent.relnamespace = 'public'::regnamespace
       and k.conrelid <> k.confrelid and a.attname <> 'practice_id'
     group by k.oid, child.relname, parent.relname order by 1, 2`,
  );
  return rows;
}

/** The tables in which a client has rows, parents first, and those for which nobody has said whether she has. */
export async function listClientTables(
  owner: pg.ClientBase,
): Promise<{ readonly tables: readonly string[]; readonly unruled: readonly string[] }> {
  const all = (await listTenantTables(owner as pg.Client)).map(({ name }) => name);
  const keys = await listForeignKeys(owner);
  const ruled = (name: string) => rules[name] !== undefined;
  const hers = new Set(all.filter((name) => ruled(name) && rules[name] !== 'none'));
  for (let size = -1; size !== hers.size; ) {
    size = hers.size;
    for (const { child, parent } of keys) if (hers.has(parent) && rules[child] !== 'none') hers.add(child);
  }
  const tables: string[] = [];
  while (tables.length < hers.size) {
    const next = [...hers].filter(
      (name) =>
        !tables.includes(name) &&
        keys.every(({ child, parent }) => child !== name || !hers.has(parent) || tables.includes(parent)),
    );
    if (next.length === 0) throw new Error(`Tables refer to each other in a circle: ${[...hers].join(', ')}`);
    tables.push(...next);
  }
  return { tables, unruled: all.filter((name) => !hers.has(name) && !ruled(name)) };
}

/**
 * Finds all of a client's rows: what hangs on her by foreign keys, however far down, and what the rules find.
 * @returns undefined when the practice has no such client.
 * @throws when a table says neither.
 */
export async function findClientRows(
  owner: pg.ClientBase,
  practiceId: string,
  clientId: string,
): Promise<ClientRows | undefined> {
  const found = await owner.query<{ email: string; userId: string | null }>(
    'select email, user_id as "userId" from public.client where practice_id = $1 and id = $2 for update',
    [practiceId, clientId],
  );
  const [client] = found.rows;
  if (client === undefined) return undefined;
  const { tables, unruled } = await listClientTables(owner);
  if (unruled.length > 0) throw new Error(`Nobody has said what of a client is in ${unruled.join(', ')}`);
  const keys = await listForeignKeys(owner);
  const rows = new Map<string, readonly Row[]>();
  for (const table of tables) {
    const rule = rules[table];
    const conditions: string[] = typeof rule === 'object' ? [rule.where] : [];
    const values: unknown[] = [practiceId, clientId, client.email];
    for (const { parent, pairs } of keys.filter(({ child }) => child === table)) {
      const parents = rows.get(parent);
      if (parents === undefined) continue;
      for (const pair of pairs) {
        values.push(parents.map((row) => row[pair.parent]));
        conditions.push(`t.${owner.escapeIdentifier(pair.child)}::text = any($${values.length}::text[])`);
      }
    }
    const { rows: hers } = await owner.query<Row>(
      // Every parameter is named, because the rules of some tables use none.
      `select t.* from public.${owner.escapeIdentifier(table)} t, (select $2::uuid, $3::text) named
       where t.practice_id = $1 and (${conditions.join(' or ')})`,
      values,
    );
    rows.set(table, hers);
  }
  return { ...client, tables: rows };
}

type SealedPlace = (row: Row) => string;
const ofRow: SealedPlace = (row) => String(row.id);
/** Beside another sealed value in the row: neither opens in the other's place. */
const ofField =
  (field: string): SealedPlace =>
  (row) =>
    `${row.id}/${field}`;

/** Columns of bytes and what they are: sealed to a row, or of no meaning to people. A new one says here which. */
const byteColumns: Readonly<Record<string, SealedPlace | 'meaningless'>> = {
  'client.health_sealed': ofRow,
  'client.goal_sealed': ofField('goal'),
  'session.note_sealed': ofField('note'),
  'program.health_sealed': ofRow,
  // Copied from the program with its seal.
  'program_version.health_sealed': (row) => String(row.program_id),
  'mail.body_sealed': ofRow,
  'mutation.answer_sealed': ofRow,
  'audit_entry.salt': 'meaningless',
  'audit_entry.contents_hash': 'meaningless',
  'audit_entry.hash': 'meaningless',
  'audit_head.hash': 'meaningless',
  'erasure.subject_hash': 'meaningless',
};

/** Words that were kept open before they were sealed, and where they go. */
export const openWords = [
  { table: 'client', plain: 'goal', sealed: 'goal_sealed', field: 'goal' },
  { table: 'session', plain: 'note', sealed: 'note_sealed', field: 'note' },
] as const;

export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The row that a value is sealed to. */
  readonly placeOf: SealedPlace;
}

/**
 * The columns that hold sealed values, from the catalogue.
 * @throws when nobody has said what a column of bytes holds.
 */
export async function listSealedColumns(owner: pg.ClientBase): Promise<SealedColumn[]> {
  const { rows } = await owner.query<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'bytea'::regtype and not a.attisdropped order by 1, 2`,
  );
  return rows.flatMap(({ table, column }) => {
    const placeOf = byteColumns[`${table}.${column}`];
    if (placeOf === undefined) throw new Error(`Nobody has said what ${table}.${column} holds`);
    return placeOf === 'meaningless' ? [] : [{ table, column, placeOf }];
  });
}

/** Proofs of who somebody is: they open doors and tell nothing. */
const secretColumns: ReadonlySet<string> = new Set(['token_hash', 'address_hash', 'body_sealed']);

/** A row for its reader: sealed values opened, hashes and secrets left out. */
export function openRow(table: string, row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) => {
      if (secretColumns.has(column)) return [];
      const placeOf = byteColumns[`${table}.${column}`];
      if (placeOf === undefined) return [[column, value]];
      if (placeOf === 'meaningless') return [];
      const name = column.replace(/_sealed$/, '');
      if (value === null) return name in row ? [] : [[name, null]];
      const place = { practiceId: String(row.practice_id), rowId: placeOf(row) };
      return [[name, unseal(value as Buffer, place)]];
    }),
  );
}
