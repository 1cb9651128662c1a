import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { projectNode, root } from '../install.mjs';
import { findFreePort } from '../ports.ts';

const folder = join(root, 'scripts/bench/floors');

/** A server that does as little as can be done, to measure ours against. */
export interface Floor {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Static, dynamic and table pages of an empty Next app; built when this is called. */
export async function startPageFloor(): Promise<Floor> {
  const next = join(root, 'scripts/node_modules/next/dist/bin/next');
  await promisify(execFile)(projectNode, [next, 'build', join(folder, 'next-app')], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return start('serve-pages', []);
}

/** A bare tRPC procedure that reads one row, and `/hello` beside it. */
export async function startProcedureFloor(databaseUrl: string): Promise<Floor> {
  return start('serve-procedure', [databaseUrl]);
}

/** Bundled like the apps' own servers: a loader in between would make the floor lower than it is. */
async function start(name: string, args: readonly string[]): Promise<Floor> {
  const outfile = join(folder, 'dist', `${name}.mjs`);
  await build({
    entryPoints: [join(folder, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    define: { 'import.meta.url': JSON.stringify(`file://${join(folder, `${name}.ts`)}`) },
  });
  const port = await findFreePort();
  const child = spawn(projectNode, [outfile, String(port), ...args], {
    cwd: join(root, 'scripts'),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => fail(name))]);
  return { url: `http://127.0.0.1:${port}`, stop: () => stop(child) };
}

function fail(name: string): never {
  throw new Error(`The floor ${name} ended before it listened.`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
