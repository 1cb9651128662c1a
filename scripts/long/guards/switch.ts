import { AsyncLocalStorage } from 'node:async_hooks';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { listenToStatements } from '@groundwork/db/testing/listen-to-statements';

/** Vitest's set-up file of the guards' run: the switch around every guard, and a note of which ones, and which tables, a test comes by. */

interface Switch {
  readonly isOn: (id: string) => boolean;
  /** The same once more for what PostgreSQL remembers by name: another text needs another name. */
  readonly nameOf: (statement: string) => string;
  /** Nothing that was built with all guards serves while one is off, nor the other way round; and what is only remembered comes by no guard. */
  readonly remembers: () => boolean;
}

/** Of one test process. */
interface State {
  /** The one that is off. */
  off: string | undefined;
  tries: number;
  /** "procedure guard", and "procedure sql:table" for what statements name; undefined while nobody wants to know. */
  met: Set<string> | undefined;
}

declare global {
  var groundworkGuards: Switch;
  var groundworkGuardState: State;
}

const procedure = new AsyncLocalStorage<string>();
globalThis.groundworkGuardState ??= { off: undefined, tries: 0, met: undefined };
const state = globalThis.groundworkGuardState;

const meet = (what: string) => void state.met?.add(`${procedure.getStore() ?? ''} ${what}`);

globalThis.groundworkGuards = {
  isOn: (id) => {
    meet(id);
    return id !== state.off;
  },
  nameOf: (name) => (state.off === undefined ? name : `${name}_${state.tries}`),
  remembers: () => state.off === undefined && state.met === undefined,
};

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

listenToStatements(({ text }) => {
  if (state.met === undefined) return;
  const names = text.matchAll(/\b(?:from|join|into|update)\s+(?:"?\w+"?\.)?"?(\w+)"?|\b([a-z]+_[a-z_]+)\(/gi);
  for (const [, table, called] of names) meet(`sql:${table ?? called}`);
});
