import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type SupervisedChild, startChild } from './supervised-child.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundwork-child-'));
});
afterEach(() => rm(folder, { recursive: true }));

function startNode(code: string, onCrash: (line: string) => void = () => {}): SupervisedChild {
  return startChild({ name: 'part', command: [process.execPath, '-e', code], cwd: '.', env: {}, onCrash });
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** An orphan that ended counts as alive until the system's first process notices. */
const GONE = { timeout: 10_000 };

const stays = 'setInterval(() => {}, 1000); process.send("ready");';

test('is ready when it says so, and is told to end by a signal that it may handle', async () => {
  const child = startNode(`process.on("SIGTERM", () => process.exit(0)); ${stays}`);
  await child.ready;
  await child.stop();
});

test('one that ends before it is ready is reported with what it wrote', async () => {
  const child = startNode('console.error("no database here"); process.exit(3)');
  await expect(child.ready).rejects.toThrow(/part did not start.*no database here/s);
});

test('one that ends later on its own is a crash; one that was told to end is not', async () => {
  const crashes: string[] = [];
  const crashing = await new Promise<string>((resolve) => {
    startNode('process.send("ready", () => process.exit(7))', resolve);
  });
  expect(crashing).toBe('part ended on its own (exit code 7).');
  const quiet = startNode(stays, (line) => crashes.push(line));
  await quiet.ready;
  await quiet.stop();
  expect(crashes).toEqual([]);
});

test('stopping reaches what it started itself', async () => {
  const file = join(folder, 'own.pid');
  const child = startNode(`
    const { spawn } = require('node:child_process');
    const own = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    require('node:fs').writeFileSync(${JSON.stringify(file)}, String(own.pid));
    ${stays}`);
  await child.ready;
  const own = Number(await readFile(file, 'utf8'));
  expect(isAlive(own)).toBe(true);
  await child.stop();
  await vi.waitFor(() => expect(isAlive(own)).toBe(false), GONE);
}, 15_000);

test('a part ends by itself when its launcher is killed', async () => {
  const file = join(folder, 'part.pid');
  const part = `
    import(${JSON.stringify(import.meta.resolve('@groundwork/api/stop-when-told'))}).then(({ stopWhenTold }) => {
      setInterval(() => {}, 1000);
      require('node:fs').writeFileSync(${JSON.stringify(file)}, String(process.pid));
      stopWhenTold(async () => {});
    })`;
  const launcher = `
    const { spawn } = require('node:child_process');
    spawn(process.execPath, ['-e', ${JSON.stringify(part)}], { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
      .on('message', (message) => process.send(message))`;
  const launching = startNode(launcher);
  await launching.ready;
  const pid = Number(await readFile(file, 'utf8'));
  expect(isAlive(pid)).toBe(true);
  await launching.stop();
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), GONE);
}, 15_000);
