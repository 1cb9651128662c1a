import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AnyTRPCRouter } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import superjson from 'superjson';
import { openContext } from './call-context.ts';
import type { ApiContext } from './context.ts';
import { describeFailure } from './describe-failure.ts';
import { type ApiErrorCode, type ApiErrorData, describeError, Refusal } from './errors.ts';
import { log } from './log.ts';

export type ApiListener = (request: IncomingMessage, response: ServerResponse) => void;

export interface ApiListenerOptions {
  readonly app: ApiContext['app'];
  /** Where the app is reached from outside, behind a proxy: its origin may call. The Host header's own always may. */
  readonly publicUrl?: string | undefined;
  /** The instant of a request; the clock when left out. */
  readonly clock?: () => Date;
  /** Gets each unexpected error with the procedure's path; the log when left out. */
  readonly logError?: (error: unknown, path: string) => void;
}

export const basePath = '/api/trpc/';
/** Bytes. Nothing that people type comes near it. */
export const maxBodyBytes = 1_000_000;
/** Calls in one request: a page asks for a handful. */
const maxBatchSize = 20;

/** Serves a router on bare node:http under `/api/trpc/`. Never cached; a body that is too large, from elsewhere or no JSON is refused unread. */
export function createApiListener(router: AnyTRPCRouter, options: ApiListenerOptions): ApiListener {
  const { app, clock = () => new Date(), logError = logFailure } = options;
  const handle = createHTTPHandler({
    router,
    basePath,
    maxBodySize: maxBodyBytes,
    maxBatchSize,
    // Whoever comes back in a second finds it there again, most likely.
    responseMeta: ({ errors }) =>
      errors.some((error) => describeError(error).code === 'UNAVAILABLE') ? { headers: { 'retry-after': '1' } } : {},
    createContext: ({ req, res }): ApiContext =>
      openContext({
        app,
        now: clock(),
        cookieHeader: req.headers.cookie ?? '',
        address: addressOf(req),
        userAgent: (req.headers['user-agent'] ?? '').slice(0, 300),
        setCookie: (header) => res.appendHeader('set-cookie', header),
      }),
    onError: ({ error, path }) => {
      const { code } = describeError(error);
      if (code === 'INTERNAL' || code === 'UNAVAILABLE') logError(error.cause ?? error, path ?? '');
    },
  });
  return (request, response) => {
    response.setHeader('cache-control', 'no-store');
    const refusal = findRefusal(request, options.publicUrl);
    if (refusal) refuse(response, refusal);
    else handle(request, response);
  };
}

/** What is wrong with a request before it is read: where it comes from, what it carries, how much. */
function findRefusal(request: IncomingMessage, publicUrl: string | undefined): ApiErrorCode | undefined {
  const { headers, method } = request;
  if (method !== 'GET' && method !== 'POST') return 'FORBIDDEN';
  if (headers['sec-fetch-site'] !== undefined && headers['sec-fetch-site'] !== 'same-origin') {
    // "none" is an address typed into the browser: fine for reading.
    if (method === 'POST' || headers['sec-fetch-site'] !== 'none') return 'FORBIDDEN';
  }
  if (headers.origin !== undefined && !isOwnOrigin(headers.origin, headers.host, publicUrl)) return 'FORBIDDEN';
  if (method === 'GET') return undefined;
  // Other types can be posted by a plain form of another site without asking.
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) return 'INVALID_INPUT';
  if (Number(headers['content-length'] ?? 0) > maxBodyBytes) return 'TOO_LARGE';
  return undefined;
}

function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string | undefined): boolean {
  try {
    const from = new URL(origin);
    return from.host === host || (publicUrl !== undefined && from.origin === new URL(publicUrl).origin);
  } catch {
    return false;
  }
}

/** Behind a proxy that the operator vouches for, the first address it names; otherwise the socket's. */
function addressOf(request: IncomingMessage): string {
  const forwarded = request.headers['x-forwarded-for'];
  if (process.env.GROUNDWORK_TRUST_PROXY === '1' && typeof forwarded === 'string') {
    const [first = ''] = forwarded.split(',');
    if (first.trim() !== '') return first.trim();
  }
  return request.socket.remoteAddress ?? '';
}

/** Answers with an error as tRPC words it, without a call. */
export function refuse(response: ServerResponse, code: ApiErrorCode): void {
  const { message, ...described } = describeError(new Refusal(code));
  const data: ApiErrorData = { ...described, path: null };
  response.statusCode = data.httpStatus;
  response.setHeader('content-type', 'application/json');
  // The body was not read, so the connection cannot be used again.
  response.setHeader('connection', 'close');
  response.end(JSON.stringify({ error: superjson.serialize({ message, code: -32600, data }) }));
}

function logFailure(error: unknown, path: string): void {
  log.error({ procedure: path, failure: describeFailure(error) }, 'call failed');
}
