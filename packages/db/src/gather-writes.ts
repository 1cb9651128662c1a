import type { Writable } from 'node:stream';
import type pg from 'pg';

/** What the driver's types leave out: the socket that its messages are written to. */
interface Wired {
  readonly connection: { readonly stream: Pick<Writable, 'cork' | 'uncork'> };
}

/**
 * Statements that are sent in the same turn leave in one write: each write is a call of the operating system, which costs more than most
 * statements. The socket is opened again as soon as nobody has anything to add.
 */
export function gatherWrites(client: pg.ClientBase): void {
  const { stream } = (client as pg.ClientBase & Wired).connection;
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  let isGathering = false;
  const gathered = (...args: unknown[]): unknown => {
    if (!isGathering) {
      isGathering = true;
      stream.cork();
      // After the promises that are settled already, and what they send.
      process.nextTick(() => {
        isGathering = false;
        stream.uncork();
      });
    }
    return query(...args);
  };
  client.query = gathered as typeof client.query;
}
