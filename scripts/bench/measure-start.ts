import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectNode, root } from '../install.mjs';
import { findFreePort } from '../ports.ts';
import { startBenchStack } from './bench-stack.ts';
import type { Figure } from './figure.ts';
import { measureLoad } from './load.ts';
import type { Section } from './section.ts';
import type { Spans } from './time-calls.ts';

const STARTS = 5;

const triedMemory =
  'it is garbage that V8 does not hurry to find. On a quiet machine, coach and portal after 27 s of load, with pages a second: 573 and 590 MB at 64 and 75 as it is; 458 and 449 MB at 54 and 77 with --heap-growing-percent=100, which clears the old space when it has doubled; 409 and 364 MB at 57 and 71 with a young space of 32 MB as well; 325 and 351 MB at 47 and 61 with one of 8 MB. None is set: pages miss their pace by more than memory misses its bound. A bound on the old space saves most, and a process that reaches it ends.';

/** How long an app takes until it answers, and what it weighs then and after load. */
export async function measureStart(spans: Spans): Promise<readonly Section[]> {
  const stack = await startBenchStack();
  try {
    const practice = await stack.addPractice(20);
    const figures: Figure[] = [];
    for (const app of ['coach', 'portal'] as const) {
      const userId = app === 'coach' ? practice.owner.userId : practice.firstClient.userId;
      const cookie = await stack.signIn(userId, app);
      const starts: { ms: number; mb: number }[] = [];
      let loaded = 0;
      for (let start = 0; start < STARTS; start += 1) {
        const port = await findFreePort();
        const url = `http://localhost:${port}`;
        const began = performance.now();
        const child = spawn(projectNode, ['dist/server.mjs'], {
          cwd: join(root, 'apps', app),
          env: {
            ...process.env,
            ...stack.env,
            [`GROUNDWORK_${app.toUpperCase()}_PORT`]: String(port),
            [`GROUNDWORK_${app.toUpperCase()}_URL`]: url,
          },
          stdio: ['ignore', 'ignore', 'inherit'],
        });
        const gone = once(child, 'exit');
        await waitFor(`${url}/healthz`, child);
        const ms = performance.now() - began;
        starts.push({ ms, mb: await residentMb(child.pid) });
        if (start === STARTS - 1) {
          await measureLoad(
            { url: app === 'coach' ? `${url}/` : `${url}/today`, cookie },
            { warmUp: spans.warmUp, round: spans.round * 4 },
          );
          loaded = await residentMb(child.pid);
        }
        child.kill('SIGKILL');
        await gone;
      }
      const median = (of: (one: { ms: number; mb: number }) => number) =>
        starts.map(of).sort((one, other) => one - other)[Math.floor(STARTS / 2)] ?? Number.NaN;
      const seconds = spans.warmUp + 3 * spans.round * 4;
      figures.push(
        {
          what: `${app}: from the start to the first answer`,
          value: median(({ ms }) => ms),
          unit: 'ms',
          target: { of: 'value', most: 900 },
        },
        {
          what: `${app}: memory at start`,
          value: median(({ mb }) => mb),
          unit: 'MB',
          target: { of: 'value', most: 160 },
        },
        {
          what: `${app}: memory after ${seconds} s of load`,
          value: loaded,
          unit: 'MB',
          target: { of: 'value', most: 400 },
          tried: triedMemory,
        },
      );
    }
    const says = `The median of ${STARTS} starts of the production build, beside a running stack. Memory is what the process has resident.`;
    return [{ name: 'start', title: 'Start and memory', says, figures }];
  } finally {
    await stack.stop();
  }
}

async function waitFor(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`${url}: the app ended before it answered.`);
}

async function residentMb(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}
