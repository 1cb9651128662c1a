import pg from 'pg';

/** Any number, the same for every Groundwork: beside it stands the hash of a job pool's id. */
const lockClass = 748_061_504;
/** A pool that has just started may take its first job before its sign of life stands. */
const graceSeconds = 3;
const lookEveryMs = 1000;
const reconnectAfterMs = 500;

export interface JobKeeper {
  /** Ends the sign of life; jobs that are still locked are anybody's after a moment. */
  readonly close: () => Promise<void>;
}

/**
 * Gives a job pool a sign of life that ends with its process, however that ends, and frees the jobs of pools that have none: a job that a
 * killed worker held is done by another one within seconds. (The queue itself would wait four hours.)
 * @param poolId The queue's name for the pool, as in `locked_by`.
 * @param onFreed Gets the number of jobs freed, when there were any.
 */
export function keepJobs(
  workerUrl: string,
  poolId: string,
  onFreed: (count: number) => void,
  graceMs = graceSeconds * 1000,
): JobKeeper {
  let closed = false;
  let client: pg.Client | undefined;
  let wake = () => {};
  const pause = (ms: number) =>
    new Promise<void>((settle) => {
      const timer = setTimeout(settle, ms);
      wake = () => {
        clearTimeout(timer);
        settle();
      };
    });
  const watch = async () => {
    while (!closed) {
      client = new pg.Client({
        connectionString: workerUrl,
        application_name: 'groundwork-job-keeper',
        connectionTimeoutMillis: 3000,
        query_timeout: 10_000,
        keepAlive: true,
      });
      client.on('error', () => {});
      try {
        await client.connect();
        // A lock of this session: it goes with the connection, and the connection with the process.
        await client.query('select pg_advisory_lock($1::int, hashtext($2))', [lockClass, poolId]);
        while (!closed) {
          const freed = await freeOrphans(client, graceMs);
          if (freed > 0) onFreed(freed);
          await pause(lookEveryMs);
        }
      } catch {
        await pause(reconnectAfterMs);
      } finally {
        await client.end().catch(() => {});
      }
    }
  };
  const watching = watch();
  return {
    close: async () => {
      closed = true;
      wake();
      await watching;
    },
  };
}

async function freeOrphans(client: pg.Client, graceMs: number): Promise<number> {
  const { rows } = await client.query<{ pool: string; jobs: number }>(
    `select j.locked_by as pool, count(*)::int as jobs from graphile_worker._private_jobs j
     where j.locked_at < now() - $2 * interval '1 millisecond' and not exists (
       select 1 from pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 2
         and l.database = (select oid from pg_database where datname = current_database())
         and l.classid = $1::int::oid and l.objid = hashtext(j.locked_by)::oid)
     group by 1`,
    [lockClass, graceMs],
  );
  if (rows.length === 0) return 0;
  await client.query('select graphile_worker.force_unlock_workers($1::text[])', [rows.map(({ pool }) => pool)]);
  return rows.reduce((sum, { jobs }) => sum + jobs, 0);
}
