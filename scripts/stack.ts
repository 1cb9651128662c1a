import { join } from 'node:path';
import { prepareDatabase } from '@groundwork/db/prepare-database';
import { projectNode, root, runPnpm } from './install.mjs';
import type { Ports } from './ports.ts';
import { type SupervisedChild, startChild } from './supervised-child.ts';

/** A migrated database, and what the apps will have in their environment. */
export interface FilledDatabase {
  ownerUrl: string;
  env: Readonly<Record<string, string>>;
}

export interface StackOptions {
  /** Secrets, the embedded database and the mailbox live here. */
  dataFolder: string;
  ports: Ports;
  /** Owner of an existing database; the embedded one is started when left out. */
  databaseUrl?: string | undefined;
  /** False for a database that is thrown away: commits are faster and a crash loses them. */
  durable?: boolean;
  /** Development servers that rebuild as files change, instead of the production build. */
  dev?: boolean;
  /** More of the embedded database's own settings. */
  databaseSettings?: Readonly<Record<string, string>>;
  /** Gets each line that a part writes, the database among them. */
  onLine?: (part: string, line: string) => void;
  /** More environment for what is started. */
  env?: Readonly<Record<string, string>>;
  /** Runs once the tables are there and before the apps start. */
  fill?: (database: FilledDatabase) => Promise<void>;
  /** Wraps each long step: says what happens, and how long it took. */
  report: <T>(doing: string, done: string, run: () => Promise<T>) => Promise<T>;
  /** Called when a part ends on its own, with a line that says which. The caller stops the rest. */
  onCrash: (line: string) => void;
}

/** Where a running stack is reached, and as whom. */
export interface StackAddresses {
  coachUrl: string;
  portalUrl: string;
  /** Undefined when mail goes to an SMTP server of the operator's. */
  mailboxUrl: string | undefined;
  /** An owner connection, for what only an owner may do. */
  ownerUrl: string;
  /** What the apps run with: database roles, keys, addresses. */
  env: Readonly<Record<string, string>>;
}

export interface Stack {
  /**
   * Starts everything that a practice needs: database, tables, both apps, the worker and the local mailbox.
   *
   * @throws DatabaseProblem, or an Error whose message says which part did not start and why.
   */
  start: () => Promise<StackAddresses>;
  /** Lets the parts write to the terminal from now on. */
  show: () => void;
  /** Apps first, then the worker, the mailbox and the database. Can be called at any time, while it starts too. */
  stop: () => Promise<void>;
}

interface Part {
  stop: () => Promise<void>;
}

/** Describes everything that runs together; nothing starts yet. */
export function buildStack(options: StackOptions): Stack {
  const parts: Part[] = [];
  const children: SupervisedChild[] = [];
  const stopping = new AbortController();
  const keep = async (part: Part) => {
    if (stopping.signal.aborted) await part.stop();
    stopping.signal.throwIfAborted();
    parts.push(part);
  };
  return {
    start: () =>
      startParts(options, stopping.signal, keep, (child) => {
        children.push(child);
        return keep(child);
      }),
    show: () => {
      for (const child of children) child.show();
    },
    stop: async () => {
      stopping.abort();
      for (let part = parts.pop(); part; part = parts.pop()) await part.stop();
    },
  };
}

async function startParts(
  options: StackOptions,
  stopping: AbortSignal,
  keep: (part: Part) => Promise<void>,
  keepChild: (child: SupervisedChild) => Promise<void>,
): Promise<StackAddresses> {
  const { dataFolder, ports, dev = false, report, onCrash, onLine } = options;
  const database = await report('Starting the database', 'The database is ready', () =>
    prepareDatabase({
      dataFolder,
      databaseUrl: options.databaseUrl,
      port: ports.postgres,
      durable: options.durable ?? true,
      settings: options.databaseSettings,
      log: options.onLine && ((line) => options.onLine?.('database', line)),
      onCrash: (problem) => onCrash(problem.message),
    }),
  );
  await keep(database);

  const ownSmtp = process.env.SMTP_URL;
  const coachUrl = process.env.GROUNDWORK_COACH_URL ?? `http://localhost:${ports.coach}`;
  const portalUrl = process.env.GROUNDWORK_PORTAL_URL ?? `http://localhost:${ports.portal}`;
  const mailboxUrl = ownSmtp ? undefined : `http://localhost:${ports.mailbox}`;
  const env = {
    ...options.env,
    ...database.environment,
    NODE_ENV: dev ? 'development' : 'production',
    GROUNDWORK_COACH_URL: coachUrl,
    GROUNDWORK_PORTAL_URL: portalUrl,
    GROUNDWORK_COACH_PORT: String(ports.coach),
    GROUNDWORK_PORTAL_PORT: String(ports.portal),
    // Anybody who reaches the apps can sign in to the demo, so only this machine does unless the operator opens it.
    GROUNDWORK_HOST: process.env.GROUNDWORK_HOST ?? '127.0.0.1',
    GROUNDWORK_DEMO: process.env.GROUNDWORK_DEMO ?? '1',
    // A line a request would bury what the person at the terminal is told.
    GROUNDWORK_LOG_LEVEL: process.env.GROUNDWORK_LOG_LEVEL ?? 'warn',
    GROUNDWORK_MAIL_FROM: process.env.GROUNDWORK_MAIL_FROM ?? 'Groundwork <groundwork@localhost>',
    SMTP_URL: ownSmtp ?? `smtp://127.0.0.1:${ports.smtp}`,
    ...(mailboxUrl && {
      GROUNDWORK_MAILBOX_URL: mailboxUrl,
      GROUNDWORK_MAILBOX_PORT: String(ports.mailbox),
      GROUNDWORK_SMTP_PORT: String(ports.smtp),
      GROUNDWORK_MAILBOX_FOLDER: join(dataFolder, 'mailbox'),
    }),
  };

  const failed = new AbortController();
  const building = AbortSignal.any([stopping, failed.signal]);
  const prepareApps = () =>
    dev
      ? buildApps(['@groundwork/worker'], building)
      : report('Building the apps', 'The apps are built', () =>
          buildApps(['@groundwork/coach', '@groundwork/portal', '@groundwork/worker'], building),
        );
  const fillDatabase = async () => {
    try {
      await options.fill?.({ ownerUrl: database.ownerUrl, env });
    } catch (error) {
      failed.abort();
      throw error;
    }
  };
  await settleAll([fillDatabase(), prepareApps()]);

  const startPart = async (name: string, folder: string, command: readonly [string, ...string[]], announces = true) => {
    const child = startChild({ name, command, cwd: join(root, folder), env, onCrash, onLine, announces });
    await Promise.all([keepChild(child), child.ready]);
  };
  const tsx = [
    projectNode,
    join(root, 'scripts/node_modules/tsx/dist/cli.mjs'),
    'watch',
    '--clear-screen=false',
  ] as const;
  const run = [projectNode] as const;
  await report('Starting the apps', 'Everything runs', async () => {
    // The mailbox first, so that the worker finds somebody to hand letters to.
    if (mailboxUrl) await startPart('mailbox', 'apps/worker', [...run, 'dist/mailbox.mjs']);
    await settleAll(
      dev
        ? [
            startPart('worker', 'apps/worker', [...tsx, 'worker.ts'], false),
            startPart('coach', 'apps/coach', [...tsx, 'server.ts'], false),
            startPart('portal', 'apps/portal', [...tsx, 'server.ts'], false),
          ]
        : [
            startPart('worker', 'apps/worker', [...run, 'dist/worker.mjs']),
            startPart('coach', 'apps/coach', [...run, 'dist/server.mjs']),
            startPart('portal', 'apps/portal', [...run, 'dist/server.mjs']),
          ],
    );
  });

  return { coachUrl, portalUrl, mailboxUrl, ownerUrl: database.ownerUrl, env };
}

async function buildApps(packages: readonly string[], signal: AbortSignal): Promise<void> {
  const filters = packages.map((name) => `--filter=${name}`);
  const written = await runPnpm(['exec', 'turbo', 'run', 'build', '--output-logs=errors-only', ...filters], { signal });
  if (written === undefined) return;
  const lines = written.split('\n').filter((line) => line.includes(':build: '));
  throw new Error(`The apps could not be built:\n${lines.length > 0 ? lines.join('\n') : written.trim()}`);
}

/** Waits for all of them even if one fails, so that nothing goes on behind the caller's back; then throws the first failure. */
async function settleAll(running: readonly Promise<unknown>[]): Promise<void> {
  for (const result of await Promise.allSettled(running)) if (result.status === 'rejected') throw result.reason;
}
