import { Agent, createServer, request as openRequest, type RequestOptions, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import superjson from 'superjson';
import { makeAppListener } from '../app-listener.ts';
import { makeCallLimiter } from '../call-limit.ts';
import { type ApiErrorCode, apiErrorCodes } from '../errors.ts';
import { basePath } from '../http.ts';
import { useLog } from '../log.ts';
import { maxBodyBytes } from '../request-gate.ts';
import { testNow } from '../testing/call-as.ts';
import type { Answer, Ask } from './ask.ts';
import type { Apis } from './list-procedures.ts';

/** The two apps on loopback, as they are deployed, but for their pages. */
export interface ServedApis {
  readonly ask: Ask;
  /** An input as the server gets it: some of what a program can hold has no form on the wire. */
  readonly asReceived: (input: unknown) => unknown;
  readonly close: () => Promise<void>;
}

/** A call that nobody would make more often by hand; what is counted is another suite's. */
const plenty = { count: 1e9, minutes: 1 };

/** The headers of an answer that are another one's every time. */
const passing: ReadonlySet<string> = new Set(['date', 'x-request-id', 'set-cookie']);

/** Of Node.js, in bytes, for a whole head. */
const longestAddress = 15_000;

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
    error: (fields) => void ('failure' in fields && causes.push(JSON.stringify(fields))),
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

  const ask: Ask = async ({ procedure: { app, path, type }, cookie, input, mutationKey }) => {
    const isQuery = type === 'query';
    // A client's program leaves nothing out of a body: no input is written as such.
    const body = isQuery && input === undefined ? undefined : asJson(input);
    const query = isQuery && body !== undefined ? `?input=${encodeURIComponent(body)}` : '';
    const headers: Record<string, string> = { 'x-forwarded-for': nextAddress(), 'sec-fetch-site': 'same-origin' };
    if (cookie !== '') headers.cookie = cookie;
    if (mutationKey !== undefined) headers['idempotency-key'] = mutationKey;
    if (!isQuery) {
      headers['content-type'] = 'application/json';
      headers.origin = `https://${app}.example`;
    }
    const url = `http://127.0.0.1:${ports[app]}${basePath}${path}${query}`;
    const send = () => exchange(url, { method: isQuery ? 'GET' : 'POST', headers, agent }, isQuery ? '' : (body ?? ''));
    const { status, kept, text } = await send().catch((error: NodeJS.ErrnoException) => {
      // Refused unread: the answer may be lost with the connection.
      if ((body ?? '').length > maxBodyBytes || url.length > longestAddress) return { status: 413, kept: [], text: '' };
      // The server let go of a connection just when it was used again.
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') return send();
      throw error;
    });
    // A head that is too long is refused before anything of ours is asked.
    if (status === 431 || (status === 413 && text === '')) return { code: 'TOO_LARGE', body: '', cause: undefined };
    return readAnswer(`${status} ${JSON.stringify(kept)} ${text}`, text, causes);
  };
  const close = async () => {
    agent.destroy();
    for (const server of servers) {
      server.closeAllConnections();
      await new Promise((settle) => server.close(settle));
    }
  };
  const asReceived = (input: unknown) =>
    input === undefined ? undefined : superjson.deserialize(JSON.parse(asJson(input)));
  return { ask, asReceived, close };
}

interface Exchanged {
  readonly status: number;
  /** Headers that would be the same another time. */
  readonly kept: readonly (readonly [string, unknown])[];
  readonly text: string;
}

function exchange(url: string, options: RequestOptions, body: string): Promise<Exchanged> {
  return new Promise((settle, reject) => {
    const request = openRequest(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const kept = Object.entries(response.headers).filter(([name]) => !passing.has(name));
        settle({ status: response.statusCode ?? 0, kept, text: Buffer.concat(chunks).toString() });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** As the app's client writes it; what that refuses to write, as a stranger's program would. */
function asJson(input: unknown): string {
  try {
    return superjson.stringify(input);
  } catch {
    return JSON.stringify({ json: input }, (_, value) => (typeof value === 'bigint' ? String(value) : value));
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
