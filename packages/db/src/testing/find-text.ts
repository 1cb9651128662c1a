import type { TestDatabase } from './test-database.ts';

/** Where a text stands, in any column of any table that this installation has: "public.mail.subject", as often as it stands there. */
export async function findText({ owner }: Pick<TestDatabase, 'owner'>, text: string): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'identity', 'graphile_worker') and c.relkind in ('r', 'p') order by 1`,
  );
  const places: string[] = [];
  for (const { name } of tables) {
    const { rows } = await owner.query<{ column: string }>(
      `select e.key as column from ${name} t, jsonb_each_text(to_jsonb(t)) e where position(lower($1) in lower(e.value)) > 0`,
      [text],
    );
    places.push(...rows.map(({ column }) => `${name}.${column}`));
  }
  return places;
}
