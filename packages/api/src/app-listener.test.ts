import { createServer, type IncomingHttpHeaders, request as openRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeAppListener } from './app-listener.ts';
import { useLog } from './log.ts';
import type { LifeStage } from './probes.ts';
import { anybody, router } from './trpc.ts';

let server: Server;
/** An app that is for this machine alone, and about to end, so that it asks no database whether it is ready. */
let localServer: Server;
let isAdmitted = true;
const warnings: string[] = [];
/** What got through to the pages. */
let shown: { readonly method: string | undefined; readonly headers: IncomingHttpHeaders }[] = [];

/** An app in front of pages that show what they were asked with. */
async function open(publicUrl: string, stage: LifeStage): Promise<Server> {
  const front = {
    app: 'portal' as const,
    publicUrl,
    inlineScripts: [],
    router: router({ greet: anybody.input(z.undefined()).query(() => 'hello') }),
    pages: (request: { method?: string; headers: IncomingHttpHeaders }, response: { end: (text: string) => void }) => {
      shown.push({ method: request.method, headers: request.headers });
      response.end('page');
    },
  };
  const limiter = { admitAddress: () => isAdmitted, admitAccount: () => true, share: async () => {} };
  const opened = createServer(makeAppListener(front, { limiter, stage: () => stage }));
  await new Promise<void>((settle) => opened.listen(0, '127.0.0.1', settle));
  return opened;
}

beforeAll(async () => {
  const quiet = () => {};
  useLog({ debug: quiet, info: quiet, warn: (_, message) => warnings.push(message), error: quiet });
  server = await open('https://portal.example', 'serving');
  localServer = await open('http://localhost', 'draining');
});
beforeEach(() => {
  isAdmitted = true;
  shown = [];
});
afterAll(() => [server, localServer].map((opened) => opened.close()));

function ask(method: string, path: string, headers: Readonly<Record<string, string>> = {}, of = server) {
  const { port } = of.address() as AddressInfo;
  return new Promise<{ readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }>(
    (settle, reject) => {
      const request = openRequest({ port, method, path, headers, agent: false }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('end', () => settle({ status: response.statusCode ?? 0, headers: response.headers, body }));
      });
      request.on('error', reject);
      request.end();
    },
  );
}

const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '0' };

describe('a page', () => {
  it('is shown, with the one address that it may believe', async () => {
    expect((await ask('GET', '/', { 'x-forwarded-for': '203.0.113.9' })).body).toBe('page');
    const own = { ...form, origin: 'https://portal.example', 'sec-fetch-site': 'same-origin' };
    expect((await ask('POST', '/', own)).body).toBe('page');
    expect(shown.map(({ headers }) => headers['x-forwarded-for'])).toEqual(['127.0.0.1', '127.0.0.1']);
  });

  it.each([
    [
      'a form of another site',
      'POST',
      { ...form, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      403,
    ],
    ['a form that does not say where it is from', 'POST', form, 403],
    ['a PUT', 'PUT', {}, 405],
  ] as const)('never hears of %s', async (_, method, headers, status) => {
    const said = { 'content-type': 'text/plain; charset=utf-8' };
    expect(await ask(method, '/', headers)).toMatchObject({ status, headers: said });
    expect(shown).toEqual([]);
  });
});

it('whoever asks too often is told when to come back, by pages and procedures alike, and gets the files of the build', async () => {
  isAdmitted = false;
  for (const path of ['/', '/api/trpc/greet']) {
    expect(await ask('GET', path)).toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
  }
  expect(shown).toEqual([]);
  expect((await ask('GET', '/_next/static/a.js')).body).toBe('page');
});

it('the operator’s own requests are not counted; what an unnamed proxy hands on is, and is told of once', async () => {
  isAdmitted = false;
  const asLocal = (headers = {}) => ask('GET', '/', headers, localServer);
  expect((await asLocal()).status).toBe(200);
  expect((await ask('GET', '/readyz', {}, localServer)).body).not.toContain('remarks');
  warnings.length = 0;
  const handedOn = { 'x-forwarded-for': '203.0.113.9' };
  expect([(await asLocal(handedOn)).status, (await asLocal(handedOn)).status]).toEqual([429, 429]);
  expect(warnings).toEqual([expect.stringContaining('GROUNDWORK_TRUSTED_PROXIES does not name')]);
  expect((await ask('GET', '/readyz', {}, localServer)).body).toContain('"remarks":["unnamed_proxy"]');
});

it('what Next asks its own server for in the middle of a request is neither counted nor told of', async () => {
  const fresh = await open('https://portal.example', 'serving');
  await ask('GET', '/', {}, fresh);
  isAdmitted = false;
  warnings.length = 0;
  const again = { ...(shown[0]?.headers as Record<string, string>), 'x-forwarded-for': '203.0.113.9' };
  expect((await ask('GET', '/', again, fresh)).status).toBe(200);
  expect(shown.at(-1)?.headers['x-forwarded-for']).toBe('203.0.113.9');
  expect(warnings).toEqual([]);
  expect((await ask('GET', '/', { ...again, 'x-groundwork-own-call': 'made-up' }, fresh)).status).toBe(429);
  expect(warnings).toHaveLength(1);
  fresh.close();
});

it('every answer is guarded and has an id, whoever gives it', async () => {
  for (const path of ['/', '/api/trpc/greet', '/api/trpc/nothing', '/healthz']) {
    const { headers } = await ask('GET', path);
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['cache-control'], path).toContain('no-store');
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
    if (path !== '/healthz') expect(headers['x-request-id'], path).toMatch(/^[\w-]{8,}$/);
  }
  expect((await ask('GET', '/api/trpc/greet')).body).toContain('hello');
});
