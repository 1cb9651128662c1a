import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashScript, readBuiltPages } from './built-pages.ts';
import { makeBuiltPageServer } from './serve-built-page.ts';

const html = '<html><script>rules()</script>The rules, 60 × 2</html>';
let folder: string;
let stop: () => void;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'built-page-'));
  await mkdir(join(folder, '.next/server/app'), { recursive: true });
  const routes = {
    '/rules': { dataRoute: '/rules.rsc', initialRevalidateSeconds: false },
    '/news': { dataRoute: '/news.rsc', initialRevalidateSeconds: 60 },
    '/_not-found': { dataRoute: '/_not-found.rsc', initialRevalidateSeconds: false, initialStatus: 404 },
    '/icon.svg': { dataRoute: null, initialRevalidateSeconds: false },
  };
  await writeFile(join(folder, '.next/prerender-manifest.json'), JSON.stringify({ routes }));
  for (const name of ['rules', 'news', '_not-found']) {
    await writeFile(join(folder, `.next/server/app/${name}.html`), html);
  }
  const options = { publicUrl: 'http://portal.example', built: readBuiltPages(folder), inlineScripts: ['theme()'] };
  const answer = makeBuiltPageServer(options);
  const server = createServer((request, response) => {
    if (!answer(request, response)) response.end('the framework');
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  ({ port } = server.address() as AddressInfo);
  stop = () => server.close();
});

afterAll(async () => {
  stop();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((settle, refuse) => {
    const sent = send({ port, path, headers, method, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        settle({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', refuse);
    sent.end();
  });

describe('a page that the build made for everybody', () => {
  it('is answered from memory, to the byte, under the hashes of its own scripts', async () => {
    const { status, headers, body } = await ask('/rules?from=why');
    expect(status).toBe(200);
    expect(body.toString()).toBe(html);
    expect(headers['content-length']).toBe(String(Buffer.byteLength(html)));
    expect(headers['content-security-policy']).toContain(
      `script-src 'self' ${hashScript('theme()')} ${hashScript('rules()')};`,
    );
    expect(headers['content-security-policy']).not.toContain('nonce-');
    expect(headers['cache-control']).toBe('s-maxage=31536000');
    // A shared cache must not take one for the other.
    expect(headers.vary).toMatch(/\brsc\b.*\bAccept-Encoding\b/);
  });

  it('is packed for whoever takes it packed', async () => {
    for (const asked of ['gzip', 'br, gzip;q=0.5', '*']) {
      const { headers, body } = await ask('/rules', { 'accept-encoding': asked });
      expect(headers['content-encoding'], asked).toBe('gzip');
      expect(gunzipSync(body).toString()).toBe(html);
    }
    for (const asked of ['br', 'gzip;q=0', 'identity']) {
      const { headers } = await ask('/rules', { 'accept-encoding': asked });
      expect(headers['content-encoding'], asked).toBeUndefined();
    }
  });

  it('is not sent again to whoever has it, nor to whoever asks for its head', async () => {
    const { headers } = await ask('/rules');
    const again = await ask('/rules', { 'if-none-match': `"other", ${headers.etag}` });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    expect((await ask('/rules', { 'if-none-match': '"other"' })).status).toBe(200);
    const head = await ask('/rules', {}, 'HEAD');
    expect(head.headers['content-length']).toBe(headers['content-length']);
    expect(head.body).toHaveLength(0);
  });
});

describe('everything else is left to the framework', () => {
  it.each<[string, string, Record<string, string>, string?]>([
    ['a page that is made anew now and then', '/news', {}],
    ['the page for what is missing', '/_not-found', {}],
    ['a file', '/icon.svg', {}],
    ['a page of one person', '/today', {}],
    ['another spelling', '/rules/', {}],
    ['an encoded spelling', '/%72ules', {}],
    ['the page’s parts', '/rules', { rsc: '1' }],
    ['a part of them ahead', '/rules', { 'next-router-segment-prefetch': '/_tree' }],
    ['an action', '/rules', { 'next-action': 'x' }, 'POST'],
    ['a form', '/rules', {}, 'POST'],
  ])('%s', async (_, path, headers, method) => {
    expect((await ask(path, headers, method)).body.toString()).toBe('the framework');
  });
});
