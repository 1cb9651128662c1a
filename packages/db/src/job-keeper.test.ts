import pg from 'pg';
import { expect, it } from 'vitest';
import { keepJobs } from './job-keeper.ts';
import { useTestDatabase } from './testing/test-database.ts';

const database = useTestDatabase();

/** A job that a pool has taken some time ago. */
async function lockedJob(poolId: string): Promise<string> {
  const { rows } = await database.owner.query(`select id from graphile_worker.add_job('send_mail', '{}'::json)`);
  await database.owner.query(
    `update graphile_worker._private_jobs set locked_by = $2, locked_at = now() - interval '1 minute' where id = $1`,
    [rows[0].id, poolId],
  );
  return rows[0].id;
}

const holderOf = async (jobId: string) =>
  (await database.owner.query('select locked_by from graphile_worker._private_jobs where id = $1', [jobId])).rows[0]
    .locked_by;

it('frees the jobs of a pool that shows no sign of life, and none of a pool that does', async () => {
  const ofDead = await lockedJob('pool-dead');
  const ofOther = await lockedJob('pool-other');
  const other = keepJobs(database.workerUrl, 'pool-other', () => {}, 60_000_000);
  await untilHeld('pool-other');
  const freed = await new Promise<number>((settle) => {
    const keeper = keepJobs(database.workerUrl, 'pool-own', (count) => {
      settle(count);
      void keeper.close();
    });
  });
  expect(freed).toBe(1);
  expect(await holderOf(ofDead)).toBeNull();
  expect(await holderOf(ofOther)).toBe('pool-other');
  await other.close();
});

async function untilHeld(poolId: string): Promise<void> {
  const look = new pg.Client({ connectionString: database.ownerUrl });
  await look.connect();
  for (;;) {
    const { rowCount } = await look.query(
      `select 1 from pg_locks where locktype = 'advisory' and granted and objid = hashtext($1)::oid`,
      [poolId],
    );
    if (rowCount) break;
  }
  await look.end();
}
