import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { isDatabaseAway } from '@groundwork/db/availability';
import { closePools } from '@groundwork/db/connect';
import type { AnyTRPCRouter } from '@trpc/server';
import { writeAccessLine } from './access-line.ts';
import { answerAway, isServedWhileAway, softenFailure } from './away.ts';
import { readBuiltPages } from './built-pages.ts';
import { makeCallLimiter } from './call-limit.ts';
import { addressOf } from './client-address.ts';
import type { ApiContext } from './context.ts';
import { basePath, createApiListener, refuse } from './http.ts';
import { inRequest, log } from './log.ts';
import { openLog } from './open-log.ts';
import { answerProbe, type LifeStage } from './probes.ts';
import { requireOwnSecrets } from './production-secrets.ts';
import { findPageRefusal, type PageRefusal } from './request-gate.ts';
import { readRequestId } from './request-label.ts';
import { commonHeaders, type HeaderOptions, settlePageHeaders } from './response-headers.ts';
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
  /** Inline scripts that every page has, to the letter. */
  inlineScripts: readonly string[];
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
 * @throws when the port is taken, or in production with secrets that anybody could have.
 */
export async function serveApp(app: AppServer): Promise<Server> {
  requireOwnSecrets();
  if (!app.dev) openLog(app.app);
  const { publicUrl, dev, inlineScripts } = app;
  const pageHeaders: HeaderOptions = { publicUrl, dev, inlineScripts, built: readBuiltPages(process.cwd()) };
  const headers = commonHeaders(pageHeaders);
  const limiter = makeCallLimiter(() => new Date());
  const { admitAccount } = limiter;
  const api = createApiListener(app.router, { app: app.app, publicUrl, admitAccount });
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
      const address = addressOf(request);
      if (!url.startsWith('/_next/static/') && !limiter.admitAddress(address)) {
        response.setHeader('Retry-After', '60');
        return isApi ? refuse(response, 'RATE_LIMITED') : refusePage(response, tooMany);
      }
      const refusal = isApi ? undefined : findPageRefusal(request, publicUrl);
      if (refusal !== undefined) return refusePage(response, refusal);
      if (isDatabaseAway() && !isServedWhileAway(url)) {
        answerAway(response, isApi);
        return;
      }
      if (isApi) return api(request, response);
      settlePageHeaders(pageHeaders, request, response);
      softenFailure(response);
      // The one address that the app may believe, whatever the request claims.
      request.headers['x-forwarded-for'] = address;
      app.pages(request, response);
    });
  });

  server.on('connection', (socket) => {
    sockets.set(socket, { requests: 0 });
    socket.once('close', () => sockets.delete(socket));
  });

  // A client that sends its head or its body by the drop is let go.
  server.headersTimeout = 15_000;
  server.requestTimeout = 60_000;
  // Each goes on by its own count while the database is away; the sign-in, which counts for itself, is closed then.
  const sharing = setInterval(() => void limiter.share().catch(() => {}), 1_000).unref();

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
    clearInterval(sharing);
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

const tooMany: PageRefusal = { status: 429, says: 'That was a lot at once. Try again in a minute.' };

function refusePage(response: ServerResponse, { status, says }: PageRefusal): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain');
  // The body was not read, so the connection cannot be used again.
  response.setHeader('Connection', 'close');
  response.end(`${says}\n`);
}
