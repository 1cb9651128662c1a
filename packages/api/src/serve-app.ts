import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { isDatabaseAway } from '@groundwork/db/availability';
import { closePools } from '@groundwork/db/connect';
import type { AnyTRPCRouter } from '@trpc/server';
import { writeAccessLine } from './access-line.ts';
import { answerAway, isServedWhileAway, softenFailure } from './away.ts';
import type { ApiContext } from './context.ts';
import { basePath, createApiListener } from './http.ts';
import { inRequest, log } from './log.ts';
import { openLog } from './open-log.ts';
import { answerProbe, type LifeStage } from './probes.ts';
import { readRequestId } from './request-label.ts';
import { readDrainMs, stopWhenTold } from './stop-when-told.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface AppServer {
  app: ApiContext['app'];
  /** TCP port, 1 to 65535. */
  port: number;
  /** Interface to bind; every one when left out. */
  host?: string | undefined;
  /** Where people reach the app: decides whether browsers are told to stay on https. */
  publicUrl: string;
  /** In development the bundler needs eval and a web socket, which production refuses. */
  dev?: boolean;
  /** The procedures under `/api/trpc/`. */
  router: AnyTRPCRouter;
  /** Gets everything else: Next's request handler. */
  pages: Listener;
  /** Called once after the last request is answered. */
  onStop: () => Promise<void>;
}

/** Connections that fell idle while the process stops are looked for this often. */
const closeIdleEveryMs = 20;

/**
 * Serves one app on one port: `/api/trpc` by the API on bare node:http (the page framework would cost four fifths of its speed), `/healthz`
 * and `/readyz` for probes, the rest by the pages. On SIGTERM and SIGINT it first says that it is not ready, for `GROUNDWORK_DRAIN_MS`, then
 * takes no new connection, answers what it has, and ends.
 *
 * @throws when the port is taken.
 */
export async function serveApp(app: AppServer): Promise<Server> {
  if (!app.dev) openLog(app.app);
  const headers = securityHeaders(app);
  const api = createApiListener(app.router, { app: app.app, publicUrl: app.publicUrl });
  let stage: LifeStage = 'serving';
  const sockets = new Map<Socket, { requests: number }>();

  const server = createServer((request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (stage === 'draining') response.setHeader('Connection', 'close');
    const use = sockets.get(request.socket);
    if (use) {
      use.requests++;
      response.once('close', () => use.requests--);
    }
    const url = request.url ?? '/';
    if (answerProbe(url, response, { stage, roles: ['app', 'auth'] })) return;
    const requestId = readRequestId(request);
    response.setHeader('X-Request-Id', requestId);
    inRequest(requestId, () => {
      writeAccessLine(request, response);
      const isApi = url.startsWith(basePath);
      if (isDatabaseAway() && !isServedWhileAway(url)) {
        answerAway(response, isApi);
        return;
      }
      if (!isApi) softenFailure(response);
      const listener = isApi ? api : app.pages;
      listener(request, response);
    });
  });

  server.on('connection', (socket) => {
    sockets.set(socket, { requests: 0 });
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(app.port, app.host, resolve);
  });

  log.info({ port: app.port }, 'listening');
  stopWhenTold(async () => {
    stage = 'draining';
    log.info({ drainMs: readDrainMs() }, 'draining');
    await new Promise((resolve) => setTimeout(resolve, readDrainMs()));
    const closed = new Promise((resolve) => server.close(resolve));
    // Node.js's own closing of idle connections spares those that never sent a request, which browsers open ahead.
    const closing = setInterval(() => {
      for (const [socket, { requests }] of sockets) if (requests === 0) socket.destroySoon();
    }, closeIdleEveryMs);
    await closed;
    clearInterval(closing);
    await app.onStop();
    await closePools();
    log.info({}, 'stopped');
  });
  return server;
}

function securityHeaders(app: Pick<AppServer, 'publicUrl' | 'dev'>): readonly (readonly [string, string])[] {
  const policy = [
    "default-src 'self'",
    // Next writes its data into inline scripts; pages that carry no nonce can be served from the cache.
    `script-src 'self' 'unsafe-inline'${app.dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${app.dev ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  const headers: [string, string][] = [
    ['Content-Security-Policy', policy.join('; ')],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    // Mailed links carry tokens in their address: no other site may see them.
    ['Referrer-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
  ];
  if (app.publicUrl.startsWith('https:')) headers.push(['Strict-Transport-Security', 'max-age=31536000']);
  return headers;
}
