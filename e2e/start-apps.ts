import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectTelemetry } from '@groundwork/api/testing/collect-telemetry';
import { findFreePorts } from '@groundwork/scripts/ports';
import { buildStack } from '@groundwork/scripts/stack';
import { untilMondayMorning } from './journey-clock.ts';

/** Where a run leaves what the parts wrote and what its browsers asked for. */
const traces = join(import.meta.dirname, 'test-results/traces');

/** Starts production builds of everything on a throw-away database and free ports; the fixtures find them in the environment. */
export default async function startApps(): Promise<() => Promise<void>> {
  // What a developer has set for the own installation must reach neither its database nor its mail server.
  for (const name of Object.keys(process.env)) {
    if (/^(GROUNDWORK_|SMTP_URL$|DATABASE_URL$)/.test(name)) delete process.env[name];
  }
  // Not a private folder: PostgreSQL runs as another user when this runs as root, and has to get through.
  const dataFolder = join(tmpdir(), `groundwork-e2e-${randomUUID()}`);
  // Everything there is to write is written: to a file, which `traces.spec.ts` goes through at the end.
  process.env.GROUNDWORK_LOG_LEVEL = 'debug';
  await mkdir(traces, { recursive: true });
  process.env.E2E_TRACES = await mkdtemp(join(traces, 'run-'));
  const written = createWriteStream(join(process.env.E2E_TRACES, 'log.txt'));
  const clock = { E2E_CLOCK_AHEAD_MS: process.env.E2E_CLOCK_AHEAD_MS ?? String(untilMondayMorning(Date.now())) };
  const spans = createWriteStream(join(process.env.E2E_TRACES, 'telemetry.txt'));
  const collector = await collectTelemetry((text) => spans.write(`${text}\n`));
  const watched = {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: '1000',
    OTEL_METRIC_EXPORT_INTERVAL: '2000',
  };
  const stack = buildStack({
    dataFolder,
    ports: await findFreePorts(),
    durable: false,
    // As an operator would who looks for a slow query: what people type must not come to light by it.
    databaseSettings: { log_statement: 'all' },
    env: {
      ...clock,
      ...(process.env.E2E_MEASURES ? {} : watched),
      NODE_OPTIONS: `--import=${new URL('shift-clock.mjs', import.meta.url)} --import=${new URL('plant-in-log.mjs', import.meta.url)}`,
    },
    onLine: (part, line) => written.write(`${part} ${line}\n`),
    report: (_doing, _done, run) => run(),
    onCrash: (line) => {
      console.error(line);
      process.exitCode = 1;
    },
  });
  const stop = async () => {
    await stack.stop();
    await collector.close();
    written.end();
    spans.end();
    await rm(dataFolder, { recursive: true, force: true });
  };
  // Playwright cleans up after Ctrl-C alone, and the apps have process groups of their own.
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void stop().finally(() => process.exit(1)));
  }
  try {
    const { coachUrl, portalUrl, mailboxUrl, ownerUrl, env } = await stack.start();
    // The fixtures use the same database roles and keys as the apps.
    const { NODE_OPTIONS: _, ...shared } = env;
    Object.assign(process.env, shared, {
      E2E_COACH_URL: coachUrl,
      E2E_PORTAL_URL: portalUrl,
      E2E_BEGAN_MS: String(Date.now()),
      E2E_MAILBOX_URL: mailboxUrl,
      E2E_MAILBOX_FOLDER: join(dataFolder, 'mailbox'),
      E2E_OWNER_DATABASE_URL: ownerUrl,
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
