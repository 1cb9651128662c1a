import { Agent, createServer, request as openRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import superjson from 'superjson';
import { makeAppListener } from '../app-listener.ts';
import { makeCallLimiter } from '../call-limit.ts';
import { type ApiErrorCode, apiErrorCodes } from '../errors.ts';
import { basePath } from '../http.ts';
import { useLog } from '../log.ts';
import { testNow } from '../testing/call-as.ts';
import type { Answer, Ask } from './ask.ts';
import type { Apis } from './list-procedures.ts';

/** The two apps on loopback, as they are deployed, but for their pages. */
export interface ServedApis {
  readonly ask: Ask;
  readonly close: () => Promise<void>;
}

/** A call that nobody would make more often by hand; what is counted is another suite's. */
const plenty = { count: 1e9, minutes: 1 };

/** The headers of an answer that are another one's every time. */
const passing: ReadonlySet<string> = new Set(['date', 'x-request-id', 'set-cookie']);

let machines = 0;

/** A machine of its own behind the proxy for every call: rate limits by address stay out of it. */
function nextAddress(): string {
  machines += 1;
  return `10.${(machines >> 16) & 255}.${(machines >> 8) & 255}.${machines & 255}`;
}

/** Starts an app's own server around each of the routers, doubles or not, and asks over connections that stay open. */
export async function serveApis(apis: Apis): Promise<ServedApis> {
  process.env.GROUNDWORK_TRUSTED_PROXIES = '127.0.0.1';
  const causes: string[] = [];
  useLog({
    debug: () => {},
    info: () => {},
    warn: () => {},
    error: (fields) => void causes.push(JSON.stringify(fields)),
  });
  const agent = new Agent({ keepAlive: true });
  const servers: Server[] = [];
  const start = async (app: keyof Apis): Promise<number> => {
    const limits = {
      network: { action: 'call.network', ...plenty },
      account: { action: 'call.account', ...plenty },
      all: { action: 'call.all', ...plenty },
    };
    const front = {
      app,
      publicUrl: `https://${app}.example`,
      inlineScripts: [],
      router: apis[app],
      pages: () => {
        throw new Error('No page was asked for');
      },
    };
    const limiter = makeCallLimiter(() => testNow, limits);
    const server = createServer(makeAppListener(front, { limiter, stage: () => 'serving', clock: () => testNow }));
    servers.push(server);
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    return (server.address() as AddressInfo).port;
  };
  const ports = { coach: await start('coach'), portal: await start('portal') };

  const ask: Ask = ({ procedure: { app, path, type }, cookie, input, mutationKey }) => {
    const body = input === undefined ? undefined : asJson(input);
    const isQuery = type === 'query';
    const query = isQuery && body !== undefined ? `?input=${encodeURIComponent(body)}` : '';
    const headers: Record<string, string> = { 'x-forwarded-for': nextAddress(), 'sec-fetch-site': 'same-origin' };
    if (cookie !== '') headers.cookie = cookie;
    if (mutationKey !== undefined) headers['idempotency-key'] = mutationKey;
    if (!isQuery) {
      headers['content-type'] = 'application/json';
      headers.origin = `https://${app}.example`;
    }
    return new Promise((settle, reject) => {
      const url = `http://127.0.0.1:${ports[app]}${basePath}${path}${query}`;
      const request = openRequest(url, { method: isQuery ? 'GET' : 'POST', headers, agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const kept = Object.entries(response.headers).filter(([name]) => !passing.has(name));
          settle(readAnswer(`${response.statusCode} ${JSON.stringify(kept)} ${text}`, text, causes));
        });
      });
      request.on('error', reject);
      request.end(isQuery ? undefined : (body ?? ''));
    });
  };
  const close = async () => {
    agent.destroy();
    for (const server of servers) {
      server.closeAllConnections();
      await new Promise((settle) => server.close(settle));
    }
  };
  return { ask, close };
}

/** As the app's client writes it; what that refuses to write, as a stranger's program would. */
function asJson(input: unknown): string {
  try {
    return superjson.stringify(input);
  } catch {
    return JSON.stringify({ json: input });
  }
}

/** @param whole status, headers and body: what one answer must not tell more than another. */
function readAnswer(whole: string, text: string, causes: readonly string[]): Answer {
  const { result, error } = parse(text);
  if (result !== undefined) return { code: 'ok', data: superjson.deserialize(result.data) };
  const code = apiErrorCodes.find((one) => one === error?.json?.data?.code);
  // The server says nothing of a cause but in its log.
  return { code: code ?? 'INTERNAL', body: whole, cause: code === 'INTERNAL' ? causes.at(-1) : whole };
}

interface Wire {
  readonly result?: { readonly data: Parameters<typeof superjson.deserialize>[0] };
  readonly error?: { readonly json?: { readonly data?: { readonly code?: ApiErrorCode } } };
}

function parse(text: string): Wire {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
