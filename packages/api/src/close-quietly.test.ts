import { once } from 'node:events';
import { get } from 'node:http';
import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';

/** How many of twenty who ask while the server is busy, and about to end, get an answer. */
async function countAnswered(ends: 'quietly' | 'at once'): Promise<number> {
  const worker = new Worker(new URL('./testing/busy-server.ts', import.meta.url), {
    workerData: { busyMs: 300, ends },
    execArgv: [],
  });
  onTestFinished(async () => void (await worker.terminate()));
  const [port] = await once(worker, 'message');
  worker.postMessage('end');
  await once(worker, 'message');
  const answers = await Promise.all(
    Array.from(
      { length: 20 },
      () =>
        new Promise<string>((settle) => {
          get({ port, host: '127.0.0.1', agent: false }, (response) => {
            response.resume().on('end', () => settle('answered'));
          }).on('error', () => settle('cut off'));
        }),
    ),
  );
  return answers.filter((answer) => answer === 'answered').length;
}

it('answers whoever was waiting to be let in when it ends', async () => {
  expect(await countAnswered('quietly')).toBe(20);
});

it('is needed: closing at once resets them', async () => {
  expect(await countAnswered('at once')).toBeLessThan(20);
});
