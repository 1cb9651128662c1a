import type { OwnerConnection } from '@groundwork/db/open-owner';

/** Runs `attacked` in a page that takes any of it for markup, for an address or for a template. */
const hostileText = `"'><img src=x onerror="attacked()"><script>attacked()</script><svg onload=attacked()></svg><a href="javascript:attacked()">x</a></script>\${attacked()}{{attacked()}}`;

/** What the code itself compares, and what has a form that the database checks: nobody types into these. */
const kept: Readonly<Record<string, readonly string[]>> = {
  practice: ['slug', 'time_zone'],
  client: ['time_zone'],
  invitation: ['token_hash'],
  waitlist_entry: ['token_hash'],
  offer: ['token_hash'],
  working_load: ['exercise_id'],
  prescription: ['exercise_id', 'slot'],
  set_log: ['exercise_id'],
  session: ['key'],
  program_version: ['content_hash', 'engine_version', 'catalogue_version'],
  rate_count: ['action', 'address_hash'],
  audit_entry: ['actor_kind'],
};

/** Keys of stored JSON that hold what somebody typed. */
const typedKeys: ReadonlySet<string> = new Set([
  'note',
  'notes',
  'title',
  'name',
  'label',
  'purpose',
  'reason',
  'typed',
]);

/** Puts the hostile text into every text column and every typed word of stored JSON of one practice. Returns how many fields it filled. */
export async function fillWithHostileText({ owner }: OwnerConnection, practiceId: string): Promise<number> {
  const { rows: columns } = await owner.query<{ table: string; column: string; type: string; key: string }>(
    `select c.table_name as table, c.column_name as column, c.data_type as type,
       case when c.table_name = 'practice' then 'id' else 'practice_id' end as key
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb')
       and c.is_generated = 'NEVER' order by 1, 2`,
  );
  let filled = 0;
  for (const { table, column, type, key } of columns) {
    if (kept[table]?.includes(column)) continue;
    if (type === 'text') {
      // A number behind it keeps what has to be unique unique.
      const { rowCount } = await owner.query(
        `update ${table} t set ${column} = $2 || n.number from (select ctid, row_number() over () as number from ${table} where ${key} = $1) n
         where t.ctid = n.ctid`,
        [practiceId, hostileText],
      );
      filled += rowCount ?? 0;
      continue;
    }
    const { rows } = await owner.query(
      `select ctid::text as place, ${column} as value from ${table} where ${key} = $1`,
      [practiceId],
    );
    for (const { place, value } of rows) {
      await owner.query(`update ${table} set ${column} = $2 where ctid = $1::tid`, [
        place,
        JSON.stringify(spoil(value, '')),
      ]);
      filled += 1;
    }
  }
  return filled;
}

function spoil(value: unknown, key: string): unknown {
  if (typeof value === 'string') return typedKeys.has(key) ? hostileText : value;
  if (Array.isArray(value)) return value.map((one) => spoil(one, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spoil(one, name)]));
}
