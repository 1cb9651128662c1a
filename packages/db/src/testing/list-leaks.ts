import pg from 'pg';
import { listTenantTables } from '../security.ts';
import { fingerprintPractice } from './fingerprint-practice.ts';
import type { TestDatabase } from './test-database.ts';

/** PostgreSQL's code for both a missing right and a row that a policy refuses. */
const refused = '42501';

/**
 * Tries to read, add, change, move and delete one practice's rows in every tenant table while the scope is another practice, and while there is
 * none. Returns what got through, one line each; empty when the database alone keeps them apart.
 * @param victim The practice whose rows must stay unseen and unchanged; every tenant table needs a row of it.
 */
export async function listLeaks(database: TestDatabase, victim: string, intruder: string): Promise<string[]> {
  const leaks: string[] = [];
  const tables = await listTenantTables(database.owner);
  const before = await fingerprintPractice(database, victim);
  const app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
  try {
    for (const { name, key } of tables) {
      const table = `public."${name}"`;
      const { rows } = await database.owner.query(
        `select to_jsonb(t) as row from ${table} t where "${key}" = $1 limit 1`,
        [victim],
      );
      if (rows.length === 0) {
        leaks.push(`${name}: nothing to reach, give fillPractice a row for it`);
        continue;
      }
      const forged = {
        ...rows[0].row,
        ...('id' in rows[0].row && name !== 'practice' ? { id: crypto.randomUUID() } : {}),
      };
      const columns = await listWritableColumns(database, table);
      const attempts: readonly (readonly [string, string, readonly unknown[]])[] = [
        ['read', `select 1 from ${table} where "${key}" = $1`, [victim]],
        ['read by asking for all', `select 1 from ${table} where "${key}" <> $1`, [intruder]],
        ['lock', `select 1 from ${table} where "${key}" = $1 for update`, [victim]],
        [
          'insert',
          `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1) returning 1`,
          [forged],
        ],
        ['change', `update ${table} set "${key}" = "${key}" where "${key}" = $1 returning 1`, [victim]],
        ['move', `update ${table} set "${key}" = $1 returning 1`, [victim]],
        ['delete', `delete from ${table} where "${key}" = $1 returning 1`, [victim]],
      ];
      for (const scope of [intruder, '', undefined]) {
        for (const [deed, statement, values] of attempts) {
          if (scope !== intruder && deed === 'read by asking for all') continue;
          const reached = await attempt(app, scope, statement, values);
          if (reached !== undefined)
            leaks.push(
              `${name}: ${deed} ${scope === intruder ? 'from another practice' : 'without a practice'}: ${reached}`,
            );
        }
      }
    }
  } finally {
    await app.end();
  }
  if ((await fingerprintPractice(database, victim)) !== before) leaks.push('the rows were changed');
  return leaks;
}

async function listWritableColumns(database: TestDatabase, table: string): Promise<string> {
  const { rows } = await database.owner.query(
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows[0].columns;
}

/** What an attempt achieved, undefined when it was refused or met nothing. Always rolled back. */
async function attempt(
  app: pg.Client,
  scope: string | undefined,
  statement: string,
  values: readonly unknown[],
): Promise<string | undefined> {
  await app.query('begin');
  try {
    if (scope !== undefined) await app.query(`select set_config('groundwork.practice_id', $1, true)`, [scope]);
    const { rowCount } = await app.query(statement, [...values]);
    return rowCount === 0 ? undefined : `${rowCount} rows`;
  } catch (error) {
    // Any other refusal (a key, a check) came after the row had passed the guard.
    const code = error instanceof pg.DatabaseError ? error.code : undefined;
    return code === refused ? undefined : `only stopped by ${code ?? String(error)}`;
  } finally {
    await app.query('rollback');
  }
}
