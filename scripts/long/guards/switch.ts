import { AsyncLocalStorage } from 'node:async_hooks';
import { appendFileSync } from 'node:fs';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, expect } from 'vitest';

/** Vitest's set-up file of the guards' run: turns one guard off, and notes which ones a test comes by. */

declare global {
  var groundworkGuards: { readonly isOn: (id: string) => boolean };
}

const off = process.env.GROUNDWORK_TEST_GUARD_OFF;
const notes = process.env.GROUNDWORK_TEST_GUARD_NOTES;
const met = new Set<string>();
const procedure = new AsyncLocalStorage<string>();

globalThis.groundworkGuards = {
  isOn: (id) => {
    if (notes !== undefined) met.add(`${procedure.getStore() ?? ''} ${id}`);
    return id !== off;
  },
};

if (notes !== undefined) {
  // Which procedure a guard stood in the way of: the sweeps can then be asked for that one alone.
  const { createServer } = http;
  http.createServer = ((...given: Parameters<typeof createServer>) => {
    const listener = given.find((one) => typeof one === 'function');
    if (listener === undefined) return createServer(...given);
    return createServer((request, response) => {
      const path = /\/api\/trpc\/([\w.]+)/.exec(request.url ?? '')?.[1] ?? '';
      procedure.run(path, () => listener(request, response));
    });
  }) as typeof createServer;
  syncBuiltinESMExports();
  afterEach(() => {
    const { currentTestName, testPath } = expect.getState();
    const lines = [...met].map((one) => JSON.stringify([testPath, currentTestName, ...one.split(' ', 2)]));
    if (lines.length > 0) appendFileSync(`${notes}/${process.pid}.jsonl`, `${lines.join('\n')}\n`);
    met.clear();
  });
}
