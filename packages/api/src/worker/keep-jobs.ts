import { closePools } from '@groundwork/db/connect';
import { type JobKeeper, keepJobs as keep } from '@groundwork/db/job-keeper';
import { askQueueState, type QueueState } from '@groundwork/db/queue-state';
import { log } from '../log.ts';

/** Frees the jobs of workers that were killed, and marks this one's pool as alive. */
export const keepJobs = (workerUrl: string, poolId: string): JobKeeper =>
  keep(workerUrl, poolId, (jobs) => log.warn({ jobs }, 'freed the jobs of a worker that is gone'));

/** Closes what the use cases opened: the last thing the worker does. */
export const closeDatabase = (): Promise<void> => closePools();

/** How the queue stands, as the worker's role sees it. */
export const readQueue = (workerUrl: string): Promise<QueueState> => askQueueState(workerUrl);
