import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A turn of the event loop that took no longer found nothing to do, milliseconds. */
const idleTurnMs = 0.2;
/** A process too busy for an idle turn closes anyway, milliseconds. */
const patienceMs = 4000;
/** Connections that fell idle are looked for this often, milliseconds. */
const lookEveryMs = 20;

/**
 * A server whose end cuts nobody off. `closeQuietly` takes no new connection, answers what was sent, closes what is idle, and resolves when the
 * last connection is gone.
 *
 * Two moments can hurt. Whoever is connected but not yet accepted when a listening socket closes is reset by the kernel, with the request she may
 * have sent; one is accepted a turn of the event loop, so many may wait. That is why no new request is begun until a turn has found nobody there
 * and nothing else to do, and why the socket closes in that turn. And a connection without a request may have one in its buffer: it goes only
 * when it was idle at two looks, with a turn of reading between them.
 */
export function openQuietServer(listener: Listener): {
  readonly server: Server;
  readonly closeQuietly: () => Promise<void>;
} {
  const sockets = new Map<Socket, { requests: number; wasIdle: boolean }>();
  let accepted = 0;
  let held: (() => unknown)[] | undefined;
  const server = createServer((request, response) => {
    const use = sockets.get(request.socket);
    if (use) {
      use.requests++;
      use.wasIdle = false;
      response.once('close', () => use.requests--);
    }
    if (held) held.push(() => listener(request, response));
    else listener(request, response);
  });
  server.on('connection', (socket: Socket) => {
    accepted++;
    sockets.set(socket, { requests: 0, wasIdle: false });
    socket.once('close', () => sockets.delete(socket));
  });
  const closeQuietly = async () => {
    held = [];
    const beginHeld = () => {
      for (const begin of held ?? []) begin();
      held = undefined;
    };
    // Called in the very turn that found nobody: a promise's turn would do, a further one would not.
    const closed = await untilNobodyWaits(
      () => accepted,
      () => new Promise((resolve) => server.close(resolve)),
    );
    beginHeld();
    // Node.js's own closing of idle connections spares those that never sent a request, which browsers open ahead.
    const closing = setInterval(() => {
      for (const [socket, use] of sockets) {
        if (use.requests > 0) continue;
        if (use.wasIdle) socket.destroySoon();
        use.wasIdle = true;
      }
    }, lookEveryMs);
    await closed.end;
    clearInterval(closing);
  };
  return { server, closeQuietly };
}

/** Runs `end` right after a turn that accepted nobody and took next to no time. Resolves once it has begun, with its promise inside. */
function untilNobodyWaits(
  countAccepted: () => number,
  end: () => Promise<unknown>,
): Promise<{ readonly end: Promise<unknown> }> {
  const began = performance.now();
  return new Promise((settle) => {
    let last = { at: Number.NEGATIVE_INFINITY, accepted: countAccepted() };
    const look = () => {
      const now = { at: performance.now(), accepted: countAccepted() };
      const isIdle = now.accepted === last.accepted && now.at - last.at < idleTurnMs;
      if (isIdle || now.at - began > patienceMs) return settle({ end: end() });
      last = now;
      setImmediate(look);
    };
    setImmediate(look);
  });
}
