import { findTelemetry } from '@groundwork/db/telemetry';

/** Does a job as a span and times it, if anybody listens. */
export async function traceJob(
  job: { readonly task: string; readonly attempt: number },
  work: () => Promise<void>,
): Promise<void> {
  const telemetry = findTelemetry();
  if (telemetry === undefined) return work();
  const task = { 'groundwork.task': job.task };
  const began = performance.now();
  let outcome = 'failed';
  try {
    await telemetry.inSpan(
      { name: `job ${job.task}`, kind: 'consumer', attributes: { ...task, 'groundwork.attempt': job.attempt } },
      work,
    );
    outcome = 'done';
  } finally {
    telemetry.time('groundwork.job.duration', (performance.now() - began) / 1000, {
      ...task,
      'groundwork.outcome': outcome,
    });
  }
}
