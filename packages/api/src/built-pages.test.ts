import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, get, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBuiltPages } from './built-pages.ts';
import { commonHeaders, type HeaderOptions, settlePageHeaders } from './response-headers.ts';

let folder: string;
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'built-pages-'));
  await mkdir(join(folder, '.next/server/app/rules'), { recursive: true });
  await mkdir(join(folder, 'public/icons'), { recursive: true });
  const page = (text: string) =>
    `<html><script src="/a.js" async=""></script><script>${text}</script><script id="x">b()</script></html>`;
  for (const name of ['index', 'rules/S1', '_not-found']) {
    await writeFile(join(folder, `.next/server/app/${name}.html`), page(`show('${name}')`));
  }
  await writeFile(join(folder, 'public/icons/icon.png'), '');
  const routes = {
    '/': { dataRoute: '/index.rsc' },
    '/rules/S1': { dataRoute: '/rules/S1.rsc' },
    '/_not-found': { dataRoute: '/_not-found.rsc' },
    '/manifest.webmanifest': { dataRoute: null },
  };
  await writeFile(join(folder, '.next/prerender-manifest.json'), JSON.stringify({ routes }));
});

afterAll(() => rm(folder, { recursive: true }));

describe('what a build made', () => {
  it('names the inline scripts of each page by their hashes', () => {
    const built = readBuiltPages(folder);
    expect(built.hashesOf('/')).toEqual([hash("show('index')"), hash('b()')]);
    expect(built.hashesOf('/rules/S1')).toEqual([hash("show('rules/S1')"), hash('b()')]);
    expect(built.hashesOf('/today')).toBeUndefined();
    expect(built.hashesOf('/manifest.webmanifest')).toBeUndefined();
  });

  it('is the same for everybody, and nothing else is', () => {
    const { isStatic } = readBuiltPages(folder);
    for (const path of ['/', '/rules/S1', '/manifest.webmanifest', '/icons/icon.png', '/_next/static/a.js']) {
      expect(isStatic(path), path).toBe(true);
    }
    for (const path of ['/today', '/rules/S2', '/icons', '/icons/../today', '/_next/data'])
      expect(isStatic(path), path).toBe(false);
  });

  it('is nothing where there is no build', () => {
    expect(readBuiltPages(join(folder, 'nowhere')).isStatic('/_next/static/a.js')).toBe(false);
  });
});

describe('a page’s answer', () => {
  async function answer(
    path: string,
    show: { readonly status?: number; readonly headers?: Record<string, string> } = {},
    publicUrl = 'http://portal.example',
  ): Promise<{ readonly headers: IncomingHttpHeaders; readonly asked: string }> {
    const options: HeaderOptions = { publicUrl, built: readBuiltPages(folder), inlineScripts: ['theme()'] };
    let asked = '';
    const server = createServer((request, response) => {
      for (const [name, value] of commonHeaders(options)) response.setHeader(name, value);
      settlePageHeaders(options, request, response);
      asked = String(request.headers['content-security-policy']);
      for (const [name, value] of Object.entries(show.headers ?? {})) {
        // As the framework does: what was said before stands.
        if (name !== 'cache-control' || !response.hasHeader(name)) response.setHeader(name, value);
      }
      response.statusCode = show.status ?? 200;
      response.end('page');
    });
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    const { port } = server.address() as AddressInfo;
    const headers = await new Promise<IncomingHttpHeaders>((settle, refuse) => {
      const claimed = { 'content-security-policy': "script-src 'nonce-planted'" };
      get({ port, path, headers: claimed, agent: false }, (response) => settle(response.resume().headers)).on(
        'error',
        refuse,
      );
    });
    server.close();
    return { headers, asked };
  }

  const nonceOf = (policy: unknown) => /'nonce-([^']{24})'/.exec(String(policy))?.[1];

  it('made for one request has a nonce that no other has, and is kept by nobody', async () => {
    const [one, other] = [
      await answer('/today', { headers: { 'cache-control': 'public, max-age=60' } }),
      await answer('/today'),
    ];
    const policy = String(one.headers['content-security-policy']);
    expect(policy).toContain("'strict-dynamic'");
    expect(policy).toContain(hash('theme()'));
    expect(policy).not.toContain('planted');
    expect(nonceOf(one.asked), 'the page learns its nonce').toBe(nonceOf(policy));
    expect(nonceOf(policy)).not.toBe(nonceOf(other.headers['content-security-policy']));
    expect(one.headers['cache-control']).toBe('private, no-store');
  });

  it('made by the build has its hashes and no nonce, and may be kept', async () => {
    const { headers } = await answer('/rules/S1?from=why', { headers: { 'cache-control': 's-maxage=31536000' } });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain(`script-src 'self' ${hash('theme()')} ${hash("show('rules/S1')")} ${hash('b()')};`);
    expect(policy).not.toContain('nonce-');
    expect(headers['cache-control']).toBe('s-maxage=31536000');
  });

  it('a file of the build may be kept for good; one that is not there, or says nothing of it, is kept by nobody', async () => {
    const forGood = { 'cache-control': 'public, max-age=31536000, immutable' };
    const keptOf = async (path: string, show: Parameters<typeof answer>[1]) =>
      (await answer(path, show)).headers['cache-control'];
    expect(await keptOf('/_next/static/chunks/a.js', { headers: forGood })).toBe(forGood['cache-control']);
    expect(await keptOf('/_next/static/chunks/gone.js', { status: 404, headers: forGood })).toBe('private, no-store');
    expect(await keptOf('/_next/static/chunks/a.js', {})).toBe('private, no-store');
  });

  it('that there is nothing has the not-found page’s hashes, and is kept by nobody', async () => {
    const { headers } = await answer('/nothing', {
      status: 404,
      headers: { 'x-nextjs-prerender': '1', 'cache-control': 's-maxage=9' },
    });
    expect(headers['content-security-policy']).toContain(hash("show('_not-found')"));
    expect(headers['cache-control']).toBe('private, no-store');
  });

  it('asks for https only where there is https', async () => {
    expect((await answer('/today')).headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    const { headers } = await answer('/today', {}, 'https://portal.example');
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
  });
});
