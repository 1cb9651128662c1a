import { isDatabaseAway } from './availability.ts';
import { type DatabaseRole, listPools, poolOf } from './connect.ts';
import { type MigrationState, readMigrationState } from './migration-state.ts';

/** Why a process should get no requests now. */
export const unreadyReasons = ['draining', 'starting', 'database_away', 'pool_full', 'migrations_missing'] as const;
export type UnreadyReason = (typeof unreadyReasons)[number];

/** A database that takes longer to answer a probe is as good as away. */
const answerWithinMs = 1000;

/** Once seen, a migration stays: it is looked up again only until then. */
let current: MigrationState | undefined;

/** Whether this process can serve from its database: it answers in time, has this version's migrations, and a connection is to be had. */
export async function listDatabaseProblems(roles: readonly DatabaseRole[]): Promise<readonly UnreadyReason[]> {
  if (isDatabaseAway()) return ['database_away'];
  if (roles.some(isPoolFull)) return ['pool_full'];
  try {
    await within(answerWithinMs, Promise.all(roles.map(probe)));
  } catch {
    return isDatabaseAway() || !roles.some(isPoolFull) ? ['database_away'] : ['pool_full'];
  }
  return current?.isCurrent ? [] : ['migrations_missing'];
}

async function probe(role: DatabaseRole): Promise<void> {
  const pool = poolOf(role);
  if (current?.isCurrent) {
    await pool.query('select 1');
    return;
  }
  try {
    current = await readMigrationState(pool);
  } catch (error) {
    // No such table, or no right to it yet: a database that nobody has migrated.
    if (
      !(
        error instanceof Error &&
        'code' in error &&
        (error.code === '42P01' || error.code === '42501' || error.code === '3F000')
      )
    )
      throw error;
  }
}

/** Every connection is out and somebody waits for one. */
const isPoolFull = (role: DatabaseRole): boolean =>
  listPools().some((pool) => pool.role === role && pool.open >= pool.size && pool.waiting > 0);

async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error('The database took too long')), ms);
  });
  work.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
