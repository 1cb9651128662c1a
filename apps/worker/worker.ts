import { stopWhenTold } from '@groundwork/api/stop-when-told';
import { Logger, run } from 'graphile-worker';
import { domainOf, openMailTransport } from './src/mail-transport.ts';
import { buildTasks } from './src/tasks.ts';

/** Jobs wait on mail servers and the database more than they compute. */
const JOBS_AT_ONCE = 4;

const from = process.env.GROUNDWORK_MAIL_FROM ?? 'Groundwork <groundwork@localhost>';
const mail = openMailTransport(need('SMTP_URL'), from);

const runner = await run({
  connectionString: need('GROUNDWORK_WORKER_DATABASE_URL'),
  taskList: buildTasks({ transport: mail.transport, domain: domainOf(from), clock: () => new Date() }),
  concurrency: JOBS_AT_ONCE,
  noHandleSignals: true,
  logger: new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') console.error(message);
  }),
});
runner.promise.catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
console.log('worker waits for jobs');

stopWhenTold(async () => {
  await runner.stop();
  mail.close();
});

function need(name: string): string {
  const value = process.env[name];
  if (value !== undefined && value !== '') return value;
  console.error(`${name} is not set: start the worker through npm start, or set it as the README says.`);
  process.exit(1);
}
