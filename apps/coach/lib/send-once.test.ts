import { expect, it } from 'vitest';
import { sendOnce } from './send-once.ts';

/** A server whose answers are given ahead; `undefined` is none. */
function arrange(answers: readonly (number | undefined)[]) {
  const keys: (string | null)[] = [];
  const waits: number[] = [];
  const send = sendOnce({
    fetch: async (_, init) => {
      keys.push(new Headers(init?.headers).get('Idempotency-Key'));
      const status = answers[keys.length - 1];
      if (status === undefined) throw new TypeError('Failed to fetch');
      return new Response('', { status });
    },
    wait: async (ms) => void waits.push(ms),
    makeKey: () => 'one-key-for-one-change',
  });
  return { send, keys, waits };
}

it('sends a change again under its id until the server answers', async () => {
  const { send, keys, waits } = arrange([undefined, 503, 200]);
  expect((await send('/api/trpc/x', { method: 'POST' })).status).toBe(200);
  expect(keys).toEqual(Array(3).fill('one-key-for-one-change'));
  expect(waits).toEqual([500, 1500]);
});

it('gives up after three repetitions, with what came last', async () => {
  const away = arrange([503, 503, 503, 503]);
  expect((await away.send('/x', { method: 'POST' })).status).toBe(503);
  const gone = arrange([]);
  await expect(gone.send('/x', { method: 'POST' })).rejects.toThrow('Failed to fetch');
  expect(gone.keys).toHaveLength(4);
});

it('takes a refusal for an answer, and leaves reading alone', async () => {
  const refused = arrange([409]);
  expect((await refused.send('/x', { method: 'POST' })).status).toBe(409);
  const read = arrange([503]);
  expect((await read.send('/x', { method: 'GET' })).status).toBe(503);
  expect(read.keys).toEqual([null]);
});
