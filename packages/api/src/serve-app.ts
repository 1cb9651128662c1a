import type { Server } from 'node:http';
import { closePools } from '@groundwork/db/connect';
import { type AppFront, makeAppListener } from './app-listener.ts';
import { makeCallLimiter } from './call-limit.ts';
import { openQuietServer } from './close-quietly.ts';
import { log } from './log.ts';
import { openLog } from './open-log.ts';
import type { LifeStage } from './probes.ts';
import { requireOwnSecrets } from './production-secrets.ts';
import { readDrainMs, stopWhenTold } from './stop-when-told.ts';
import { startTelemetry } from './telemetry-switch.ts';

export interface AppServer extends AppFront {
  /** TCP port, 1 to 65535. */
  port: number;
  /** Interface to bind; every one when left out. */
  host?: string | undefined;
  /** Called once after the last request is answered. */
  onStop: () => Promise<void>;
}

/**
 * Serves one app on one port: `/api/trpc` by the API on bare node:http (the page framework would cost four fifths of its speed), `/healthz`
 * and `/readyz` for probes, the rest by the pages. On SIGTERM and SIGINT it first says that it is not ready, for `GROUNDWORK_DRAIN_MS`, then
 * takes no new connection, answers what it has, and ends.
 *
 * @throws when the port is taken, or in production with secrets that anybody could have.
 */
export async function serveApp(app: AppServer): Promise<Server> {
  requireOwnSecrets();
  if (!app.dev) openLog(app.app);
  const stopTelemetry = await startTelemetry({ process: app.app });
  const limiter = makeCallLimiter(() => new Date());
  let stage: LifeStage = 'serving';
  const listen = makeAppListener(app, { limiter, stage: () => stage });
  const { server, closeQuietly } = openQuietServer((request, response) => {
    if (stage === 'draining') response.setHeader('Connection', 'close');
    listen(request, response);
  });

  // A client that sends its head or its body by the drop is let go.
  server.headersTimeout = 15_000;
  server.requestTimeout = 60_000;
  // Each goes on by its own count while the database is away; the sign-in, which counts for itself, is closed then.
  const sharing = setInterval(() => void limiter.share().catch(() => {}), 1_000).unref();

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(app.port, app.host, resolve);
  });

  log.info({ port: app.port }, 'listening');
  stopWhenTold(async () => {
    stage = 'draining';
    log.info({ drainMs: readDrainMs() }, 'draining');
    await new Promise((resolve) => setTimeout(resolve, readDrainMs()));
    clearInterval(sharing);
    await closeQuietly();
    await app.onStop();
    await closePools();
    await stopTelemetry();
    log.info({}, 'stopped');
  });
  return server;
}
