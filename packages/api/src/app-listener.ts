import type { IncomingMessage, ServerResponse } from 'node:http';
import { makeToken } from '@groundwork/auth/token';
import { isDatabaseAway } from '@groundwork/db/availability';
import type { AnyTRPCRouter } from '@trpc/server';
import { writeAccessLine } from './access-line.ts';
import { answerAway, isServedWhileAway, softenFailure } from './away.ts';
import { nothingBuilt, readBuiltPages } from './built-pages.ts';
import type { CallLimiter } from './call-limit.ts';
import { addressOf, isFromUnnamedProxy, isOperators } from './client-address.ts';
import type { ApiContext } from './context.ts';
import { basePath, createApiListener, refuse } from './http.ts';
import { inRequest, log } from './log.ts';
import { answerProbe, type LifeStage, type Remark } from './probes.ts';
import { findPageRefusal, type PageRefusal } from './request-gate.ts';
import { readRequestId } from './request-label.ts';
import { commonHeaders, type HeaderOptions, settlePageHeaders } from './response-headers.ts';
import { makeBuiltPageServer } from './serve-built-page.ts';
import { traceRequest } from './trace-request.ts';

/**
 * Marks what goes to the pages, by a value that this process alone knows. Next asks its own server on loopback for the page that an action leads to,
 * with the headers of the action: such a request is part of one that was counted, and what it says of the address was written here.
 */
const ownMark = { header: 'x-groundwork-own-call', value: makeToken() } as const;

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface AppFront {
  app: ApiContext['app'];
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
}

/** What the process around the listener knows. */
export interface Surroundings {
  readonly limiter: CallLimiter;
  readonly stage: () => LifeStage;
  /** The instant of a call; the clock when left out. */
  readonly clock?: () => Date;
}

/** All that stands between a connection and what answers: headers, probes, limits, gates, the log; then the API or the pages. */
export function makeAppListener(front: AppFront, { limiter, stage, clock }: Surroundings): Listener {
  const { publicUrl, dev, inlineScripts } = front;
  const built = dev ? nothingBuilt : readBuiltPages(process.cwd());
  const pageHeaders: HeaderOptions = { publicUrl, dev, inlineScripts, built };
  const headers = commonHeaders(pageHeaders);
  const answerBuiltPage = makeBuiltPageServer(pageHeaders);
  const { admitAccount } = limiter;
  const api = createApiListener(front.router, {
    app: front.app,
    publicUrl,
    admitAccount,
    ...(clock ? { clock } : {}),
  });
  const remarks = new Set<Remark>();
  const remarkProxy = (request: IncomingMessage) => {
    if (remarks.has('unnamed_proxy') || !isFromUnnamedProxy(request)) return;
    remarks.add('unnamed_proxy');
    log.warn(
      {},
      'a request was handed on by an address that GROUNDWORK_TRUSTED_PROXIES does not name: if that is your proxy, all its visitors count as one',
    );
  };
  const answer = (request: IncomingMessage, response: ServerResponse, url: string) => {
    writeAccessLine(request, response);
    const isApi = url.startsWith(basePath);
    const isOwnCall = request.headers[ownMark.header] === ownMark.value;
    const address = isOwnCall ? String(request.headers['x-forwarded-for']) : addressOf(request);
    if (!isOwnCall) remarkProxy(request);
    const isCounted = !url.startsWith('/_next/static/') && !isOwnCall && !isOperators(request, publicUrl);
    if (isCounted && !limiter.admitAddress(address)) {
      response.setHeader('Retry-After', '60');
      return isApi ? refuse(response, 'RATE_LIMITED') : refusePage(response, tooMany);
    }
    const refusal = isApi ? undefined : findPageRefusal(request, publicUrl);
    if (refusal !== undefined) return refusePage(response, refusal);
    if (!isApi && answerBuiltPage(request, response)) return;
    if (isDatabaseAway() && !isServedWhileAway(url)) {
      answerAway(response, isApi);
      return;
    }
    if (isApi) return api(request, response);
    settlePageHeaders(pageHeaders, request, response);
    softenFailure(response);
    // The one address that the app may believe, whatever the request claims.
    request.headers['x-forwarded-for'] = address;
    request.headers[ownMark.header] = ownMark.value;
    front.pages(request, response);
  };
  return (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    const url = request.url ?? '/';
    if (answerProbe(url, response, { stage: stage(), roles: ['app', 'auth'], remarks })) return;
    const requestId = readRequestId(request);
    response.setHeader('X-Request-Id', requestId);
    inRequest(requestId, () => traceRequest(request, response, requestId, () => answer(request, response, url)));
  };
}

const tooMany: PageRefusal = { status: 429, says: 'That was a lot at once. Try again in a minute.' };

function refusePage(response: ServerResponse, { status, says }: PageRefusal): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  // The body was not read, so the connection cannot be used again.
  response.setHeader('Connection', 'close');
  response.end(`${says}\n`);
}
