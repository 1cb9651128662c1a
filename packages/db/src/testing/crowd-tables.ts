import pg from 'pg';

/**
 * Puts many rows of other clients of the same practice beside the first row of each table, without their families, and has the planner count them: what a plan
 * makes of large tables shows in a second. Their constraints and triggers are left out, so nothing should be read or written afterwards.
 */
export async function crowdTables(superuserUrl: string, tables: readonly string[], rows: number): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    for (const table of tables) {
      const { rows: columns } = await client.query<{ name: string; type: string }>(
        `select quote_ident(attname) as name, atttypid::regtype::text as type from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
        [table],
      );
      const names = columns.map(({ name }) => name).join(', ');
      const values = columns.map(({ name, type }) => (name === 'practice_id' ? name : vary(name, type))).join(', ');
      await client.query(
        `insert into ${table} (${names}) overriding system value
         select ${values} from (select * from ${table} limit 1) row, generate_series(1, ${rows}) n`,
      );
      await client.query(`analyze ${table}`);
    }
  } finally {
    await client.end();
  }
}

/** Another value for each n. */
function vary(name: string, type: string): string {
  if (type === 'uuid') return 'gen_random_uuid()';
  if (type === 'date') return `${name} + (n % 2000 - 1000)::integer`;
  if (type.startsWith('timestamp')) return `${name} - n * interval '1 minute'`;
  return type === 'bigint' ? `${name} + n * 1000` : name;
}
