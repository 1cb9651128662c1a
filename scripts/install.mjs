// Runs before anything is installed: Node.js's own modules only, and nothing newer than Node.js 20.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const PNPM = 'pnpm@12.21.0';
const stamp = join(root, 'node_modules/.groundwork-installed');

/** Ends the process with one line that says what is wrong and what to do. */
function giveUp(/** @type {string} */ line) {
  console.error(`\n${line}`);
  process.exit(1);
}

/** Seconds since an instant of `performance.now()`, for a progress line. */
export function secondsSince(/** @type {number} */ start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** Installs the locked packages if they are missing or the lock file has changed since. */
export async function installPackages() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20)
    giveUp(`Groundwork needs Node.js 20 or newer and this is ${process.versions.node}: install a newer one.`);
  const wanted = describeInstall();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(projectNode)) return;

  const start = performance.now();
  console.log('→ Installing packages');
  const interrupted = new AbortController();
  const end = () => {
    interrupted.abort();
    process.exit(1);
  };
  for (const signal of signals) process.on(signal, end);
  const written = await runPnpm(['install', '--frozen-lockfile', '--reporter=append-only'], {
    signal: interrupted.signal,
    onLine: (line) => line.startsWith('Progress: ') && console.log(`  ${line}`),
  });
  for (const signal of signals) process.off(signal, end);
  if (written !== undefined) giveUp(explainInstall(written));
  if (!existsSync(projectNode))
    giveUp(`The package "node" did not bring its program for ${process.platform}: run \`npx ${PNPM} rebuild node\`.`);
  writeFileSync(stamp, wanted);
  console.log(`✓ Packages installed (${secondsSince(start)})`);
}

/** How often it is checked that whoever started this is still there. */
const PARENT_CHECK_MS = 200;

/** The Node.js that the project runs on, whatever the machine has. */
export const projectNode = join(root, `node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`);

/**
 * Runs a TypeScript file of this folder under the project's Node.js and ends as it ends. Signals reach it: from a terminal directly, from
 * elsewhere through here.
 */
export function handOver(/** @type {string} */ file) {
  const child = spawn(
    projectNode,
    [
      '--import',
      'tsx',
      '--enable-source-maps',
      '--disable-warning=ExperimentalWarning',
      join(root, 'scripts', file),
      ...process.argv.slice(2),
    ],
    {
      cwd: join(root, 'scripts'),
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        ...quiet,
        // Says for every package how its JSX is meant.
        TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'),
        PATH: `${join(root, 'node_modules/.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
      },
    },
  );
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  // npm hands a signal to the shell between us, which may end without passing it on.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), PARENT_CHECK_MS).unref();
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** No tool phones home. */
const quiet = { NEXT_TELEMETRY_DISABLED: '1', TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };

/** What has to be installed: the same text means the same packages. */
function describeInstall() {
  const hash = createHash('sha256');
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)));
  return `${PNPM} ${process.platform} ${process.arch} ${hash.digest('hex')}\n`;
}

/**
 * Runs pnpm through npx, which comes with npm. Resolves with what it wrote if it failed.
 *
 * @param {string[]} args
 * @param {{ onLine?: (line: string) => unknown, signal?: AbortSignal }} [options] `signal` ends it and all that it started.
 * @returns {Promise<string | undefined>}
 */
export function runPnpm(args, { onLine, signal } = {}) {
  // npm names its own program: beside it lies npx, which needs no shell to be found.
  const npx = process.env.npm_execpath && join(dirname(process.env.npm_execpath), 'npx-cli.js');
  const found = npx !== undefined && existsSync(npx);
  const windows = process.platform === 'win32';
  const child = spawn(found ? process.execPath : 'npx', [...(found ? [npx] : []), '-y', PNPM, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: windows && !found,
    // A group of its own can be ended as a whole.
    detached: !windows,
    // What it writes is kept and shown only if it fails, without colours that nobody's terminal asked for.
    env: { ...process.env, ...quiet, CI: '1', NO_COLOR: '1' },
  });
  const end = () => {
    if (child.pid !== undefined) process.kill(windows ? child.pid : -child.pid, 'SIGTERM');
  };
  signal?.addEventListener('abort', end);
  let written = '';
  const read = (/** @type {Buffer} */ chunk) => {
    written += chunk;
    for (const line of String(chunk).split('\n')) onLine?.(line.trim());
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(String(error)));
    child.on('close', (code) => {
      signal?.removeEventListener('abort', end);
      resolve(code === 0 ? undefined : written);
    });
  });
}

function explainInstall(/** @type {string} */ written) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET|UND_ERR/.test(written)) {
    return 'The packages could not be fetched: connect to the network (or set a proxy or mirror with `npm config set registry …`) and run this again.';
  }
  if (/ENOSPC/.test(written))
    return 'The disk is full: the packages need about 1.5 GB. Free some room and run this again.';
  if (/OUTDATED_LOCKFILE/.test(written))
    return 'pnpm-lock.yaml does not fit the package.json files: run `npx pnpm install` and commit the lock file.';
  const lines = written.split('\n').filter((line) => line.trim() !== '');
  return `The packages could not be installed:\n${lines.slice(-15).join('\n')}`;
}
