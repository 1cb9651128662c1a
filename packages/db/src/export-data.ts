import pg from 'pg';
import { findClientRows, openRow, type Row } from './personal-data.ts';
import { listTenantTables } from './security.ts';

/** What is stored about somebody or somewhere, by table, in plain JSON: health opened, secrets left out. */
export interface DataExport {
  /** The person's sign-in where there is one. */
  readonly account: { readonly email: string; readonly name: string | null; readonly createdAt: string } | null;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
}

/**
 * Everything about one client of one practice: what hangs on her by foreign keys, her letters, her place in line, and what the audit log says
 * of her.
 * @param ownerUrl As for `migrate`.
 * @returns undefined when the practice has no such client.
 */
export async function exportClient(
  ownerUrl: string,
  practiceId: string,
  clientId: string,
): Promise<DataExport | undefined> {
  return reading(ownerUrl, async (owner) => {
    const found = await findClientRows(owner, practiceId, clientId);
    if (found === undefined) return undefined;
    const ids = [...found.tables.values()].flat().flatMap(({ id }) => (id === undefined ? [] : [String(id)]));
    const { rows: audit } = await owner.query<Row>(
      `select * from public.audit_entry where practice_id = $1 and (subject_id = any($2::uuid[]) or actor_id = any($2::uuid[])) order by at, id`,
      [practiceId, ids],
    );
    const tables = new Map([...found.tables, ['audit_entry', audit]]);
    return { account: await findAccount(owner, found.userId), tables: openTables(tables) };
  });
}

/**
 * Everything of one practice, from every table that has a practice in it.
 * @param ownerUrl As for `migrate`.
 * @returns undefined when there is no such practice.
 */
export async function exportPractice(ownerUrl: string, practiceId: string): Promise<DataExport | undefined> {
  return reading(ownerUrl, async (owner) => {
    const tables = new Map<string, readonly Row[]>();
    for (const { name, key } of await listTenantTables(owner)) {
      const { rows } = await owner.query<Row>(
        `select * from public.${owner.escapeIdentifier(name)} where ${owner.escapeIdentifier(key)} = $1`,
        [practiceId],
      );
      tables.set(name, rows);
    }
    return tables.get('practice')?.length === 0 ? undefined : { account: null, tables: openTables(tables) };
  });
}

const openTables = (tables: ReadonlyMap<string, readonly Row[]>) =>
  Object.fromEntries([...tables].map(([table, rows]) => [table, rows.map((row) => openRow(table, row))]));

async function findAccount(owner: pg.ClientBase, userId: string | null): Promise<DataExport['account']> {
  const { rows } = await owner.query(
    'select email, name, created_at as "createdAt" from identity."user" where id = $1',
    [userId],
  );
  return rows[0] ?? null;
}

async function reading<Value>(ownerUrl: string, work: (owner: pg.Client) => Promise<Value>): Promise<Value> {
  const owner = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 });
  await owner.connect();
  try {
    await owner.query('begin isolation level repeatable read');
    return await work(owner);
  } finally {
    // Ends the transaction too: nothing was written.
    await owner.end();
  }
}
