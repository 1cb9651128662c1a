import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { closePools } from '@groundwork/db/connect';
import type { AnyTRPCRouter } from '@trpc/server';
import type { ApiContext } from './context.ts';
import { basePath, createApiListener } from './http.ts';
import { stopWhenTold } from './stop-when-told.ts';

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

/**
 * Serves one app on one port: `/api/trpc` by the API on bare node:http (the page framework would cost four fifths of its speed), `/healthz`
 * for probes, the rest by the pages. Stops gracefully on SIGTERM and SIGINT.
 *
 * @throws when the port is taken.
 */
export async function serveApp(app: AppServer): Promise<Server> {
  const headers = securityHeaders(app);
  const api = createApiListener(app.router, { app: app.app, publicUrl: app.publicUrl });
  let stopping = false;

  const server = createServer((request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (stopping) response.setHeader('Connection', 'close');
    const url = request.url ?? '/';
    if (url === '/healthz') {
      response.statusCode = stopping ? 503 : 200;
      response.setHeader('Content-Type', 'text/plain');
      response.setHeader('Cache-Control', 'no-store');
      response.end(stopping ? 'stopping\n' : 'ok\n');
      return;
    }
    const listener = url.startsWith(basePath) ? api : app.pages;
    listener(request, response);
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(app.port, app.host, resolve);
  });

  console.log(`${app.app} listens on port ${app.port}`);
  stopWhenTold(async () => {
    stopping = true;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    await closed;
    await app.onStop();
    await closePools();
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
