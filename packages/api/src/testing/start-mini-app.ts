import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '@groundwork/db/testing/global-setup';

export interface MiniApp {
  readonly url: string;
  readonly child: ChildProcess;
  /** Every line of its log so far, parsed. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  /** Resolves with its exit code. */
  readonly gone: Promise<number | null>;
}

/** Starts `mini-app.ts` as a process of its own and waits until it says that it is up. */
export async function startMiniApp(
  practiceId: string,
  env: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): Promise<MiniApp> {
  const port = await findFreePort();
  const child = spawn(process.execPath, [...flags, fileURLToPath(new URL('mini-app.ts', import.meta.url))], {
    env: { ...process.env, ...env, MINI_PORT: String(port), MINI_PRACTICE_ID: practiceId, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const lines: Readonly<Record<string, unknown>>[] = [];
  const errors: string[] = [];
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) lines.push(JSON.parse(part));
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => errors.push(chunk));
  const gone = once(child, 'close').then(([code]) => code as number | null);
  const up = new Promise<void>((settle) => child.on('message', (message) => message === 'ready' && settle()));
  await Promise.race([
    up,
    gone.then((code) => {
      throw new Error(`The app ended with ${code}: ${errors.join('')}`);
    }),
  ]);
  return { url: `http://127.0.0.1:${port}`, child, lines, gone };
}
