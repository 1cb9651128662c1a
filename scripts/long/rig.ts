import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closePools } from '@groundwork/db/connect';
import { type Embedded, makePassword, startEmbedded } from '@groundwork/db/embedded';
import { migrate, urlOf } from '@groundwork/db/migrate';
import { newId } from '@groundwork/db/new-id';
import { type OwnerConnection, openOwner } from '@groundwork/db/open-owner';
import { makeDataKey } from '@groundwork/db/seal';
import { findFreePort } from '@groundwork/db/testing/global-setup';
import { projectNode, root } from '../install.mjs';

export interface AppProcess {
  readonly url: string;
  readonly port: number;
  readonly child: ChildProcess;
  /** Milliseconds from its start until it said that it was ready. */
  readonly readyMs: number;
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
}

/** A throw-away installation of production builds on this machine, whose parts can be killed one by one. */
export interface Rig {
  readonly owner: OwnerConnection;
  readonly superuserUrl: string;
  readonly passwords: { readonly app: string; readonly auth: string; readonly worker: string };
  readonly startApp: (
    app: 'coach' | 'portal',
    options?: { readonly port?: number; readonly env?: Record<string, string> },
  ) => Promise<AppProcess>;
  readonly startWorker: (env: Record<string, string>) => Promise<ChildProcess>;
  /** kill -9 of PostgreSQL's first process: the others end when they notice. */
  readonly killDatabase: () => Promise<void>;
  readonly stopDatabase: () => Promise<void>;
  readonly startDatabase: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const pollMs = 5;
const longestStartMs = 60_000;
export const pause = (ms: number) => new Promise<void>((settle) => setTimeout(settle, ms));

/** Whether an address answers with 200 now. */
export const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** @throws when it takes longer than anything here may. */
export async function untilReady(url: string): Promise<number> {
  const start = performance.now();
  while (!(await isReady(url))) {
    if (performance.now() - start > longestStartMs) {
      const said = await fetch(`${url}/readyz`).then((response) => response.text(), String);
      throw new Error(`Not ready after ${longestStartMs / 1000} s: ${said}`);
    }
    await pause(pollMs);
  }
  return performance.now() - start;
}

/** @param settings Of PostgreSQL, on top of its durable defaults. */
export async function openRig(settings: Readonly<Record<string, string>> = {}): Promise<Rig> {
  const dataFolder = join(process.env.GROUNDWORK_TEST_FOLDER ?? tmpdir(), `long-${newId()}`);
  const passwords = { superuser: makePassword(), owner: makePassword() };
  const roles = { app: makePassword(), auth: makePassword(), worker: makePassword() };
  const databasePort = await findFreePort();
  const start = (): Promise<Embedded> =>
    startEmbedded({ dataFolder, port: databasePort, passwords, stopOnSignals: false, settings });
  let database = await start();
  await migrate({ ownerUrl: database.ownerUrl, passwords: roles });
  const { ownerUrl } = database;
  let owner = openOwner(ownerUrl);
  const env = {
    NODE_ENV: 'production' as const,
    GROUNDWORK_APP_DATABASE_URL: urlOf(ownerUrl, 'app', roles.app),
    GROUNDWORK_AUTH_DATABASE_URL: urlOf(ownerUrl, 'auth', roles.auth),
    GROUNDWORK_WORKER_DATABASE_URL: urlOf(ownerUrl, 'worker', roles.worker),
    GROUNDWORK_DATA_KEY: makeDataKey(),
    GROUNDWORK_SECRET: makePassword(),
    GROUNDWORK_HOST: '127.0.0.1',
    GROUNDWORK_DEMO: '1',
    GROUNDWORK_LOG_LEVEL: 'error',
    NEXT_TELEMETRY_DISABLED: '1',
    GROUNDWORK_COACH_URL: 'http://localhost',
    GROUNDWORK_PORTAL_URL: 'http://localhost',
  };
  // This process signs people in as the apps do.
  Object.assign(process.env, env);
  const children = new Set<ChildProcess>();

  const launch = (folder: string, file: string, more: Record<string, string>) => {
    const child = spawn(projectNode, [file], {
      cwd: join(root, folder),
      env: { ...process.env, ...env, ...more },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    children.add(child);
    child.once('close', () => children.delete(child));
    return child;
  };
  const said = (child: ChildProcess) =>
    Promise.race([
      new Promise<void>((settle) => child.on('message', (message) => message === 'ready' && settle())),
      once(child, 'close').then(([code]) => {
        throw new Error(`A process ended with ${code} before it was ready`);
      }),
    ]);
  const kill = async (child: ChildProcess, signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'close');
    child.kill(signal);
    await gone;
  };

  return {
    get owner() {
      return owner;
    },
    superuserUrl: database.superuserUrl,
    passwords: roles,
    startApp: async (app, options = {}) => {
      const port = options.port ?? (await findFreePort());
      const url = `http://127.0.0.1:${port}`;
      const began = performance.now();
      const child = launch(`apps/${app}`, 'dist/server.mjs', {
        [`GROUNDWORK_${app.toUpperCase()}_PORT`]: String(port),
        GROUNDWORK_COACH_URL: url,
        GROUNDWORK_PORTAL_URL: url,
        // The suites ask through proxies on this machine, more often than one network may.
        GROUNDWORK_TRUSTED_PROXIES: '127.0.0.1',
        ...options.env,
      });
      await said(child);
      await untilReady(url);
      return { url, port, child, readyMs: performance.now() - began, kill: (signal) => kill(child, signal) };
    },
    startWorker: async (more) => {
      const child = launch('apps/worker', 'dist/worker.mjs', {
        GROUNDWORK_COACH_URL: 'http://localhost',
        GROUNDWORK_PORTAL_URL: 'http://localhost',
        ...more,
      });
      await said(child);
      return child;
    },
    killDatabase: async () => {
      const { processId } = database;
      process.kill(processId, 'SIGKILL');
      await database.stop();
      // Its connections are gone already: nobody waits for them to say so.
      void owner.owner.end().catch(() => {});
    },
    stopDatabase: async () => {
      await owner.owner.end();
      await database.stop();
    },
    startDatabase: async () => {
      for (let attempt = 0; ; attempt++) {
        try {
          database = await start();
          break;
        } catch (error) {
          // The killed server's last processes hold its memory for a moment.
          if (attempt > 200) throw error;
          await pause(pollMs * 2);
        }
      }
      owner = openOwner(ownerUrl);
    },
    close: async () => {
      await Promise.all([...children].map((child) => kill(child, 'SIGKILL')));
      await closePools();
      await owner.owner.end().catch(() => {});
      await database.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
