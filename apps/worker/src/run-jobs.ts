import { EventEmitter } from 'node:events';
import { describeFailure, maskText } from '@groundwork/api/describe-failure';
import { log } from '@groundwork/api/log';
import { keepJobs } from '@groundwork/api/worker/keep-jobs';
import { traceJob } from '@groundwork/api/worker/trace-job';
import { type JobHelpers, Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker';

/** Jobs wait on mail servers and the database more than they compute. */
const jobsAtOnce = 4;

export interface RunningJobs {
  /** Rejects when the queue cannot be read any more. */
  readonly broken: Promise<void>;
  /** Takes no further job and resolves when those under way have ended. */
  readonly stop: () => Promise<void>;
}

/** Does the queue's jobs, and those that killed workers left behind. One line of the log for each. */
export async function runJobs(options: {
  readonly databaseUrl: string;
  readonly tasks: TaskList;
}): Promise<RunningJobs> {
  const events: WorkerEvents = new EventEmitter();
  let keeper: ReturnType<typeof keepJobs> | undefined;
  events.on('pool:create', ({ workerPool }) => {
    keeper = keepJobs(options.databaseUrl, workerPool.id);
  });
  events.on('job:success', ({ job }) => {
    log.info({ task: job.task_identifier, attempt: job.attempts }, 'job done');
  });
  events.on('job:error', ({ job, error }) => {
    const { task_identifier: task, attempts: attempt, max_attempts: of } = job;
    log.warn({ task, attempt, of, failure: describeFailure(error) }, 'job failed, will be tried again');
  });
  events.on('job:failed', ({ job, error }) => {
    const { task_identifier: task, attempts: attempt } = job;
    log.error({ task, attempt, failure: describeFailure(error) }, 'job given up');
  });
  const runner = await run({
    connectionString: options.databaseUrl,
    taskList: traceTasks(options.tasks),
    concurrency: jobsAtOnce,
    noHandleSignals: true,
    events,
    // The events above say more of a job; the rest is about the connection.
    logger: new Logger(({ jobId }) => (level, message) => {
      if (jobId === undefined && (level === 'error' || level === 'warning'))
        log.warn({ text: maskText(message) }, 'queue');
    }),
  });
  return {
    broken: runner.promise,
    stop: async () => {
      await runner.stop();
      await keeper?.close();
    },
  };
}

const traceTasks = (tasks: TaskList): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload: unknown, helpers: JobHelpers) =>
        traceJob({ task: name, attempt: helpers.job.attempts }, async () => void (await task?.(payload, helpers))),
    ]),
  );
