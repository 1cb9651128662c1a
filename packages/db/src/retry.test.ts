import { expect, it } from 'vitest';
import { DatabaseAway, isOutage } from './outage.ts';
import { withRetries } from './retry.ts';

const waits: number[] = [];
const policy = (jitter: number) => ({
  retries: 3,
  pauseMs: 20,
  jitter: () => jitter,
  wait: async (ms: number) => void waits.push(ms),
});

function failing(times: number) {
  let runs = 0;
  return async () => {
    if (runs++ < times) throw new DatabaseAway();
    return runs;
  };
}

it('repeats what failed through no fault of its own, waiting longer each time', async () => {
  waits.length = 0;
  expect(await withRetries(policy(0.5), isOutage, failing(3))).toBe(4);
  expect(waits).toEqual([20, 40, 80]);
});

it('spreads the waiting by the jitter it is given', async () => {
  waits.length = 0;
  await withRetries(policy(0), isOutage, failing(1));
  await withRetries(policy(1), isOutage, failing(1));
  expect(waits).toEqual([10, 30]);
});

it('gives up after its repetitions, with the last failure', async () => {
  await expect(withRetries(policy(0.5), isOutage, failing(4))).rejects.toBeInstanceOf(DatabaseAway);
});

it('never repeats a refusal', async () => {
  let runs = 0;
  const refused = async () => {
    runs++;
    throw Object.assign(new Error('duplicate key'), { code: '23505' });
  };
  await expect(withRetries(policy(0.5), isOutage, refused)).rejects.toThrow('duplicate key');
  expect(runs).toBe(1);
});

it.each([
  ['a server that is told to end', Object.assign(new Error('terminating'), { code: '57P01' }), true],
  ['a refused connection', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), true],
  ['a connection cut off', new Error('Connection terminated unexpectedly'), true],
  ['a pool with no connection left', new Error('timeout exceeded when trying to connect'), true],
  ['one inside another error', new Error('Failed query', { cause: new DatabaseAway() }), true],
  ['a statement that took too long', Object.assign(new Error('canceling'), { code: '57014' }), false],
  ['a refusal whose words look alike', Object.assign(new Error('Connection terminated'), { code: 'P0001' }), false],
  ['a mistake of ours', new TypeError('x is not a function'), false],
])('tells an outage from the rest: %s', (_, error, is) => {
  expect(isOutage(error)).toBe(is);
});
