import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DatabaseProblem } from '@groundwork/db/database-problem';
import { root, secondsSince } from './install.mjs';
import { findTakenPort, parsePorts } from './ports.ts';
import { buildStack, type FilledDatabase } from './stack.ts';

/** The second half of `npm start`, under the project's own Node.js. */

const usage = 'npm start -- [--reset] [--dev]: --reset makes the demo anew, --dev rebuilds as files change.';

function readOptions() {
  try {
    const { values } = parseArgs({ options: { reset: { type: 'boolean' }, dev: { type: 'boolean' } } });
    return { reset: values.reset ?? false, dev: values.dev ?? false };
  } catch {
    return giveUp(`Not understood: ${process.argv.slice(2).join(' ')}. Use ${usage}`);
  }
}

function giveUp(line: string): never {
  console.error(`\n${line}`);
  process.exit(1);
}

async function report<T>(doing: string, done: string, run: () => Promise<T>): Promise<T> {
  const start = performance.now();
  console.log(`→ ${doing}`);
  const result = await run();
  console.log(`✓ ${done} (${secondsSince(start)})`);
  return result;
}

async function fillDemo({ ownerUrl, env }: FilledDatabase): Promise<void> {
  if (env.GROUNDWORK_DEMO !== '1') return;
  Object.assign(process.env, env);
  const [{ seedDemo }, { closePools }] = await Promise.all([
    import('@groundwork/api/demo/seed-demo'),
    import('@groundwork/db/connect'),
  ]);
  await report('Looking after the demo practice', 'The demo practice is there', () =>
    seedDemo({ ownerUrl, now: new Date(), remake: reset }),
  );
  await closePools();
}

const { reset, dev } = readOptions();
const ports = parsePorts(process.env);
if (typeof ports === 'string') giveUp(ports);
const databaseUrl = process.env.DATABASE_URL || undefined;
const dataFolder = process.env.GROUNDWORK_DATA_FOLDER ?? join(root, '.data');
// The embedded database looks after its own port: a cluster that a killed launcher left behind is ended, not complained about.
const taken = await findTakenPort(ports, [
  'coach',
  'portal',
  ...(process.env.SMTP_URL ? [] : (['mailbox', 'smtp'] as const)),
]);
if (taken !== undefined) giveUp(taken);

if (reset) await rm(join(dataFolder, 'mailbox'), { recursive: true, force: true });

const stack = buildStack({
  dataFolder,
  ports,
  databaseUrl,
  dev,
  fill: fillDemo,
  report,
  onCrash: (line) => void end(1, `${line} Stopping the rest.`),
});

let ending = false;

/** Stops whatever has started, once, and ends the process. */
async function end(code: number, line: string): Promise<void> {
  if (ending) return;
  ending = true;
  console.log(`\n${line}`);
  await stack.stop();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0, 'Stopping.'));
// The first half of `npm start` holds the other end.
process.once('disconnect', () => void end(1, 'Stopping.'));

try {
  const { coachUrl, portalUrl, mailboxUrl } = await stack.start();
  stack.show();
  console.log(`
Groundwork runs.

  Coach     ${coachUrl}
            sign in as the demo coach: ${coachUrl}/demo
  Portal    ${portalUrl}
            sign in as a demo client:  ${portalUrl}/demo
${mailboxUrl ? `  Mailbox   ${mailboxUrl}\n            every letter that it sends\n` : ''}
Ctrl-C stops everything; the data stays in ${dataFolder}.
`);
} catch (error) {
  if (!ending) await end(1, explain(error));
}

function explain(error: unknown): string {
  if (error instanceof DatabaseProblem) return error.message;
  return error instanceof Error ? error.message : String(error);
}
