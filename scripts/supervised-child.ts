import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface ChildOptions {
  /** Shown in front of each line that it writes. */
  name: string;
  /** Program and arguments. */
  command: readonly [string, ...string[]];
  cwd: string;
  /** All of its environment, beside what this process has. */
  env: Readonly<Record<string, string | undefined>>;
  /** False for a program that never says that it is ready. */
  announces?: boolean;
  /** Gets each line that it writes. */
  onLine?: ((name: string, line: string) => void) | undefined;
  /** Called when it ends, once ready, without having been told to; gets a line that says so. */
  onCrash: (line: string) => void;
}

export interface SupervisedChild {
  /** Resolves when it says that it is ready; rejects with its last words if it ends before that. */
  ready: Promise<void>;
  /** Lets its output through from now on; until then it is kept back, for the case that it crashes. */
  show: () => void;
  /** Asks it to end, insists after ten seconds, and resolves when it has gone. */
  stop: () => Promise<void>;
}

const STOP_PATIENCE_MS = 10_000;
const KEPT_LINES = 40;

/**
 * Starts a server process, which says over its IPC channel when it is ready. It has a process group of its own, so that Ctrl-C in a
 * terminal reaches only the launcher, which stops things in order; if the launcher is killed, the closed channel ends the child.
 */
export function startChild({
  name,
  command,
  cwd,
  env,
  onCrash,
  onLine,
  announces = true,
}: ChildOptions): SupervisedChild {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const kept: string[] = [];
  let shown = false;
  const take = (line: string) => {
    kept.push(line);
    if (kept.length > KEPT_LINES) kept.shift();
    onLine?.(name, line);
    if (shown) console.log(`${name} | ${line}`);
  };
  readLines(child.stdout, take);
  readLines(child.stderr, take);

  let told = false;
  let isReady = false;
  const closed = once(child, 'close');
  const ready = new Promise<void>((resolve, reject) => {
    const settle = () => {
      isReady = true;
      resolve();
    };
    child.on('message', (message) => message === 'ready' && settle());
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (isReady && !told) onCrash(`${name} ended on its own (${signal ?? `exit code ${code}`}).`);
      reject(new Error(`${name} did not start. It wrote last:\n${kept.join('\n')}`));
    });
    // A watcher stands between us and what it restarts, and passes no messages on.
    if (!announces) settle();
  });
  return {
    ready,
    show: () => {
      shown = true;
    },
    stop: async () => {
      told = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const patience = setTimeout(() => endGroup(child, 'SIGKILL'), STOP_PATIENCE_MS);
      endGroup(child, 'SIGTERM');
      await closed;
      clearTimeout(patience);
    },
  };
}

/** Reaches what the child started too. */
function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // Gone in the meantime.
  }
}

function readLines(stream: NodeJS.ReadableStream | null, take: (line: string) => void): void {
  let rest = '';
  stream?.setEncoding('utf8');
  stream?.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') take(line);
  });
  stream?.on('end', () => rest.trim() !== '' && take(rest));
}
