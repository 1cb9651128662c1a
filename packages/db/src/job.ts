import { sql } from 'drizzle-orm';
import type { PracticeScope } from './scope.ts';

export interface NewJob {
  /** The worker's task: "send_mail". */
  readonly task: string;
  /** Joined by `practiceId`, which the database adds from the scope. */
  readonly payload: Readonly<Record<string, string>>;
  /** A second job with the key replaces the first while that waits. Keys of two practices never meet. */
  readonly key: string;
  /** At once without it. */
  readonly runAt?: Date;
}

/** Leaves work for the worker in the transaction of its cause: both happen or neither. */
export async function enqueueJob(scope: PracticeScope, job: NewJob): Promise<void> {
  const runAt = job.runAt?.toISOString() ?? null;
  await scope.tx.execute(
    sql`select public.enqueue_job(${job.task}, ${JSON.stringify(job.payload)}::jsonb, ${job.key}, ${runAt}::timestamptz)`,
  );
}
