import type { OwnerConnection } from '@groundwork/db/open-owner';

/** Hashes by what they are of. */
export type Fingerprint = ReadonlyMap<string, string>;

export interface Watch {
  /**
   * Of every table as it is now: every practice's rows, people and their sessions, the queue. Even a write of the same values shows.
   * @param before Given back when nobody has written anything since it was taken, without another look at the tables.
   */
  readonly take: (before?: Fingerprint) => Promise<Fingerprint>;
  /** Of each row with one of these ids, whichever table and practice it is in. */
  readonly takeRows: (ids: readonly string[]) => Promise<Fingerprint>;
}

/** Looks at the database from outside, as the owner of every table: for proving that a refused call changed nothing. */
export async function watchDatabase({ owner }: OwnerConnection): Promise<Watch> {
  const { rows: tables } = await owner.query<{ name: string; has_id: boolean }>(
    `select format('%I.%I', n.nspname, c.relname) as name, exists (
       select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype) as has_id
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname in ('public', 'identity', 'graphile_worker') order by 1`,
  );
  // Where each row lies and which transaction wrote it: any committed write shows, whatever it wrote, and nothing has to be read.
  const ofTables = tables.map(
    ({ name }) =>
      // In any order, so that the server neither sorts nor starts workers for a handful of rows.
      `select '${name}' as name, bit_xor(hash_record_extended(row(t.ctid, t.xmin), 0))::text as hash from ${name} t`,
  );
  const ofRows = tables
    .filter(({ has_id }) => has_id)
    .map(
      ({ name }) =>
        `select concat_ws(' ', '${name}', to_jsonb(t) ->> 'practice_id', t.id) as name, md5(t::text) as hash
         from ${name} t where t.id = any($1)`,
    );
  const run = async (statements: readonly string[], values: readonly unknown[]) => {
    const statement = statements.join(' union all ');
    const { rows } = await owner.query<{ name: string; hash: string }>(statement, [...values]);
    return new Map(rows.map(({ name, hash }) => [name, hash]));
  };
  // Every transaction that writes has a number, and a snapshot says which of them have begun and which are under way.
  const moment = 'pg_current_snapshot()::text';
  const moments = new WeakMap<Fingerprint, string>();
  const take: Watch['take'] = async (before) => {
    if (before !== undefined) {
      const { rows } = await owner.query<{ now: string }>(`select ${moment} as now`);
      if (rows[0]?.now === moments.get(before)) return before;
    }
    const text = `select ${moment} as now, name, hash from (${ofTables.join(' union all ')}) tables`;
    // Under a name, so that a connection plans it once.
    const { rows } = await owner.query<{ now: string; name: string; hash: string | null }>({ name: 'look', text });
    const taken = new Map(rows.map(({ name, hash }) => [name, hash ?? '']));
    moments.set(taken, rows[0]?.now ?? '');
    return taken;
  };
  return { take, takeRows: (ids) => run(ofRows, [ids]) };
}

/** What was there before and is not as it was. */
export const listChanges = (before: Fingerprint, after: Fingerprint): readonly string[] =>
  [...before].filter(([name, hash]) => after.get(name) !== hash).map(([name]) => name);
