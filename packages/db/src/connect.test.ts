import { expect, it } from 'vitest';
import { databaseRoles, poolOf } from './connect.ts';
import { useTestDatabase } from './testing/test-database.ts';

useTestDatabase();

/** The longest that the server lets a connection of the pool wait, as the server itself says. */
async function askLimits(role: (typeof databaseRoles)[number]) {
  const { rows } = await poolOf(role).query(
    `select name, setting::int as ms from pg_settings where name in ('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout')`,
  );
  return Object.fromEntries(rows.map(({ name, ms }) => [name, ms]));
}

it.each(databaseRoles)('nothing that the %s role asks waits without end', async (role) => {
  const { connectionTimeoutMillis, query_timeout } = poolOf(role).options;
  expect({ ...(await askLimits(role)), connectionTimeoutMillis, query_timeout }).toEqual({
    connectionTimeoutMillis: 3000,
    lock_timeout: 4000,
    statement_timeout: 8000,
    idle_in_transaction_session_timeout: 15_000,
    // Beyond the server's own limit, which says why.
    query_timeout: 10_000,
  });
});
