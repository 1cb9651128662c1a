import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AnyTRPCRouter } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import superjson from 'superjson';
import { openContext } from './call-context.ts';
import { addressOf } from './client-address.ts';
import type { ApiContext } from './context.ts';
import { describeFailure } from './describe-failure.ts';
import { type ApiErrorCode, type ApiErrorData, describeError, Refusal } from './errors.ts';
import { log } from './log.ts';
import { isMutationKey } from './once.ts';
import { findCallRefusal, maxBodyBytes } from './request-gate.ts';

export type ApiListener = (request: IncomingMessage, response: ServerResponse) => void;

export interface ApiListenerOptions {
  readonly app: ApiContext['app'];
  /** Where the app is reached from outside, behind a proxy: its origin may call. The Host header's own always may. */
  readonly publicUrl?: string | undefined;
  /** The instant of a request; the clock when left out. */
  readonly clock?: () => Date;
  /** Whether somebody who is signed in may make one more request; everybody may when left out. */
  readonly admitAccount?: (userId: string) => boolean;
  /** Gets each unexpected error with the procedure's path; the log when left out. */
  readonly logError?: (error: unknown, path: string) => void;
}

export const basePath = '/api/trpc/';
/** Calls in one request: a page asks for a handful. */
export const maxBatchSize = 20;

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
        mutationKey: readMutationKey(req),
        setCookie: (header) => res.appendHeader('set-cookie', header),
        admitAccount: options.admitAccount,
      }),
    onError: ({ error, path }) => {
      const { code } = describeError(error);
      if (code === 'INTERNAL' || code === 'UNAVAILABLE') logError(error.cause ?? error, path ?? '');
    },
  });
  return (request, response) => {
    response.setHeader('cache-control', 'private, no-store');
    const refusal = findCallRefusal(request, options.publicUrl);
    if (refusal) refuse(response, refusal);
    else handle(request, response);
  };
}

function readMutationKey(request: IncomingMessage): string | undefined {
  const key = request.headers['idempotency-key'];
  return isMutationKey(key) ? key : undefined;
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
