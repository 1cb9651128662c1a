import { listTenantTables } from '../security.ts';
import type { TestDatabase } from './test-database.ts';

/** A hash of every row of one practice, byte for byte, and of the accounts and sign-ins of its people. */
export async function fingerprintPractice({ owner }: TestDatabase, practiceId: string): Promise<string> {
  const parts: string[] = [];
  const add = async (table: string, condition: string) => {
    const { rows } = await owner.query(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${table} t where ${condition}`,
      [practiceId],
    );
    parts.push(rows[0].hash);
  };
  for (const { name, key } of await listTenantTables(owner)) await add(`public."${name}"`, `"${key}" = $1`);
  const people =
    'select user_id from client where practice_id = $1 union select user_id from member where practice_id = $1';
  const { rows: ofPeople } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'identity' and column_name = 'user_id'`,
  );
  await add('identity."user"', `id in (${people})`);
  for (const { name } of ofPeople) await add(`identity."${name}"`, `user_id in (${people})`);
  return parts.join();
}
