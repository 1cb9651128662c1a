import pg from 'pg';

/**
 * Removes a practice with all its rows; people keep their accounts. For a demo that is made anew.
 * @param ownerUrl As for `migrate`.
 * @returns Whether there was one.
 */
export async function removePractice(ownerUrl: string, slug: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ id: string }>('select id from practice where slug = $1 for update', [slug]);
    const [practice] = rows;
    if (practice === undefined) return false;
    // The count of spots goes last: while clients and offers go, their triggers keep it.
    for (const table of [...(await listTenantTables(client)), 'capacity']) {
      await client.query(`delete from ${client.escapeIdentifier(table)} where practice_id = $1`, [practice.id]);
    }
    await client.query('delete from practice where id = $1', [practice.id]);
    await client.query('commit');
    return true;
  } finally {
    // Ends the transaction too, where something failed.
    await client.end();
  }
}

/** Children before their parents, from the foreign keys, so that a new table needs no place in a list. */
async function listTenantTables(client: pg.Client): Promise<readonly string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'practice_id' and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'capacity'`,
  );
  const { rows: links } = await client.query<{ child: string; parent: string }>(
    `select child.relname as child, parent.relname as parent from pg_constraint k
     join pg_class child on child.oid = k.conrelid join pg_class parent on parent.oid = k.confrelid
     where k.contype = 'f' and k.conrelid <> k.confrelid`,
  );
  const waiting = new Set(tables.map(({ name }) => name));
  const ordered: string[] = [];
  while (waiting.size > 0) {
    const free = [...waiting].filter(
      (name) => !links.some(({ child, parent }) => parent === name && waiting.has(child)),
    );
    if (free.length === 0) throw new Error(`Tables refer to each other in a circle: ${[...waiting].join(', ')}`);
    for (const name of free) {
      waiting.delete(name);
      ordered.push(name);
    }
  }
  return ordered;
}
