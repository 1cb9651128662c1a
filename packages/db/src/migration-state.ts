import type pg from 'pg';
import journal from '../migrations/meta/_journal.json' with { type: 'json' };

/** Where this version's migrations and a database's stand. */
export interface MigrationState {
  /** How many this version brings. */
  readonly expected: number;
  /** How many of them the database has; more after a newer version migrated it. */
  readonly applied: number;
  /** Whether this version can serve: everything it needs is there. A newer database serves the older version too, while both run. */
  readonly isCurrent: boolean;
}

const newest = Math.max(...journal.entries.map(({ when }) => when));

/** Reads the state over any of the running roles' connections, or the owner's. */
export async function readMigrationState(client: pg.ClientBase | pg.Pool): Promise<MigrationState> {
  const { rows } = await client.query<{ applied: number; newest: string | null }>(
    'select count(*)::int as applied, max(created_at) as newest from drizzle.__drizzle_migrations',
  );
  const [state] = rows;
  return {
    expected: journal.entries.length,
    applied: state?.applied ?? 0,
    isCurrent: Number(state?.newest ?? 0) >= newest,
  };
}
