import { Writable } from 'node:stream';
import type pg from 'pg';
import { expect, it } from 'vitest';
import { gatherWrites } from './gather-writes.ts';

/** A driver whose statements go to a socket that notes each call of the operating system: what left in it. */
function connect(gathers: boolean) {
  const calls: string[] = [];
  const stream = new Writable({
    write: (chunk, _, done) => {
      calls.push(String(chunk));
      done();
    },
    writev: (chunks, done) => {
      calls.push(chunks.map(({ chunk }) => String(chunk)).join(' '));
      done();
    },
  });
  const client = { connection: { stream }, query: async (text: string) => void stream.write(text) };
  if (gathers) gatherWrites(client as unknown as pg.ClientBase);
  return { calls, query: client.query };
}

/** A transaction as it is run: one statement, then several of work that is a promise away. */
async function read(query: (text: string) => Promise<void>) {
  const begun = query('begin');
  await Promise.resolve();
  await Promise.all([begun, query('one'), query('two')]);
}

const settled = () => new Promise<void>((settle) => setImmediate(settle));

it('sends what is asked in one turn in one write', async () => {
  const { calls, query } = connect(true);
  await read(query);
  await settled();
  expect(calls).toEqual(['begin one two']);
});

it('holds nothing back for the next turn', async () => {
  const { calls, query } = connect(true);
  void query('one');
  await settled();
  void query('two');
  await settled();
  expect(calls).toEqual(['one', 'two']);
});

it('would be three writes without it', async () => {
  const { calls, query } = connect(false);
  await read(query);
  await settled();
  expect(calls).toEqual(['begin', 'one', 'two']);
});
