import { createServer, type IncomingHttpHeaders, request as openRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeAppListener } from './app-listener.ts';
import { useLog } from './log.ts';
import { anybody, router } from './trpc.ts';

let server: Server;
let isAdmitted = true;
/** What got through to the pages. */
let shown: { readonly method: string | undefined; readonly headers: IncomingHttpHeaders }[] = [];

beforeAll(async () => {
  const quiet = () => {};
  useLog({ debug: quiet, info: quiet, warn: quiet, error: quiet });
  const front = {
    app: 'portal' as const,
    publicUrl: 'https://portal.example',
    inlineScripts: [],
    router: router({ greet: anybody.input(z.undefined()).query(() => 'hello') }),
    pages: (request: { method?: string; headers: IncomingHttpHeaders }, response: { end: (text: string) => void }) => {
      shown.push({ method: request.method, headers: request.headers });
      response.end('page');
    },
  };
  const limiter = { admitAddress: () => isAdmitted, admitAccount: () => true, share: async () => {} };
  server = createServer(makeAppListener(front, { limiter, stage: () => 'serving' }));
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
});
beforeEach(() => {
  isAdmitted = true;
  shown = [];
});
afterAll(() => server.close());

function ask(method: string, path: string, headers: Readonly<Record<string, string>> = {}) {
  const { port } = server.address() as AddressInfo;
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
