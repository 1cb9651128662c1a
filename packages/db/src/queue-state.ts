import pg from 'pg';

/** How the job queue stands. Ages are whole seconds. */
export interface QueueState {
  readonly due: number;
  readonly running: number;
  readonly givenUp: number;
  /** How long the oldest due job has waited. */
  readonly oldestDueSeconds: number;
}

/** Reads it over the owner's connection, or the worker's. */
export async function readQueueState(client: pg.ClientBase): Promise<QueueState> {
  const { rows } = await client.query<QueueState>(
    `select count(*) filter (where locked_at is null and run_at <= now() and attempts < max_attempts)::int as due,
       count(*) filter (where locked_at is not null)::int as running,
       count(*) filter (where attempts >= max_attempts)::int as "givenUp",
       coalesce(max(extract(epoch from now() - run_at)) filter (where locked_at is null and run_at <= now() and attempts < max_attempts), 0)::int
         as "oldestDueSeconds"
     from graphile_worker._private_jobs`,
  );
  const [state] = rows;
  if (state === undefined) throw new Error('A count has one row');
  return state;
}

/** The same on a connection of its own: for a look now and then. */
export async function askQueueState(workerUrl: string): Promise<QueueState> {
  const client = new pg.Client({
    connectionString: workerUrl,
    application_name: 'groundwork-queue-state',
    connectionTimeoutMillis: 3000,
    query_timeout: 5000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return await readQueueState(client);
  } finally {
    await client.end().catch(() => {});
  }
}
