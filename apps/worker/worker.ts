import { describeFailure } from '@groundwork/api/describe-failure';
import { log } from '@groundwork/api/log';
import { openLog } from '@groundwork/api/open-log';
import type { LifeStage } from '@groundwork/api/probes';
import { requireOwnSecrets } from '@groundwork/api/production-secrets';
import { readDrainMs, stopWhenTold } from '@groundwork/api/stop-when-told';
import { startTelemetry } from '@groundwork/api/telemetry-switch';
import { closeDatabase, readQueue } from '@groundwork/api/worker/keep-jobs';
import { serveProbes } from '@groundwork/api/worker/serve-probes';
import { domainOf, openMailTransport } from './src/mail-transport.ts';
import { runJobs } from './src/run-jobs.ts';
import { buildTasks } from './src/tasks.ts';

requireOwnSecrets();
openLog('worker');
const from = process.env.GROUNDWORK_MAIL_FROM ?? 'Groundwork <groundwork@localhost>';
const mail = openMailTransport(need('SMTP_URL'), from);

let stage: LifeStage = 'starting';
const port = Number(process.env.GROUNDWORK_WORKER_PORT ?? 0);
const probes =
  port > 0 ? await serveProbes({ port, host: process.env.GROUNDWORK_HOST, stage: () => stage }) : undefined;

const databaseUrl = need('GROUNDWORK_WORKER_DATABASE_URL');
const stopTelemetry = await startTelemetry({ process: 'worker', readQueue: () => readQueue(databaseUrl) });
const jobs = await runJobs({
  databaseUrl,
  tasks: buildTasks({ transport: mail.transport, domain: domainOf(from), clock: () => new Date() }),
});
jobs.broken.catch((error: unknown) => {
  log.error({ failure: describeFailure(error) }, 'the queue cannot be read: ending, to be started anew');
  process.exit(1);
});
stage = 'serving';
log.info({ port }, 'waiting for jobs');

stopWhenTold(async () => {
  stage = 'draining';
  await new Promise((resolve) => setTimeout(resolve, readDrainMs()));
  await jobs.stop();
  mail.close();
  probes?.close();
  probes?.closeAllConnections();
  await closeDatabase();
  await stopTelemetry();
  log.info({}, 'stopped');
});

function need(name: string): string {
  const value = process.env[name];
  if (value !== undefined && value !== '') return value;
  log.error({}, `${name} is not set: start the worker through npm start, or set it as docs/operations.md says.`);
  process.exit(1);
}
