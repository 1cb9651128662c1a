import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePorts } from '@groundwork/scripts/ports';
import { buildStack } from '@groundwork/scripts/stack';
import { untilMondayMorning } from './journey-clock.ts';

/** Starts production builds of everything on a throw-away database and free ports; the fixtures find them in the environment. */
export default async function startApps(): Promise<() => Promise<void>> {
  // What a developer has set for the own installation must reach neither its database nor its mail server.
  for (const name of Object.keys(process.env)) {
    if (/^(GROUNDWORK_|SMTP_URL$|DATABASE_URL$)/.test(name)) delete process.env[name];
  }
  // Not a private folder: PostgreSQL runs as another user when this runs as root, and has to get through.
  const dataFolder = join(tmpdir(), `groundwork-e2e-${randomUUID()}`);
  const clock = { E2E_CLOCK_AHEAD_MS: String(untilMondayMorning(Date.now())) };
  const stack = buildStack({
    dataFolder,
    ports: await findFreePorts(),
    durable: false,
    env: { ...clock, NODE_OPTIONS: `--import=${new URL('shift-clock.mjs', import.meta.url)}` },
    report: (_doing, _done, run) => run(),
    onCrash: (line) => {
      console.error(line);
      process.exitCode = 1;
    },
  });
  const stop = async () => {
    await stack.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  // Playwright cleans up after Ctrl-C alone, and the apps have process groups of their own.
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void stop().finally(() => process.exit(1)));
  }
  try {
    const { coachUrl, portalUrl, mailboxUrl, ownerUrl, env } = await stack.start();
    stack.show();
    // The fixtures use the same database roles and keys as the apps.
    const { NODE_OPTIONS: _, ...shared } = env;
    Object.assign(process.env, shared, {
      E2E_COACH_URL: coachUrl,
      E2E_PORTAL_URL: portalUrl,
      E2E_MAILBOX_URL: mailboxUrl,
      E2E_OWNER_DATABASE_URL: ownerUrl,
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
