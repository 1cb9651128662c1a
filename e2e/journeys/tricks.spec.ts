import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '@groundwork/auth/app';
import { fillRoute, listRoutes } from '../app-routes.ts';
import { addresses, expect, publishProgram, tellProfile, test } from '../fixtures.ts';
import { elsewhere, listPrivateBytes, listWays, listWaysOut } from '../tricks.ts';

const apps = ['coach', 'portal'] as const satisfies readonly App[];

test('no trick of asking gets a private byte of a page', { tag: '@desktop' }, async ({
  coachPage,
  visitorPage,
  client,
  owner,
  practice,
}) => {
  await tellProfile(owner, client);
  const { programId } = await publishProgram(coachPage, client);
  const canary = `canary-${client.clientId}`;
  const { practiceId } = practice;
  await owner.owner.query('update client set name = $2, goal = $2 where practice_id = $1', [practiceId, canary]);
  await owner.owner.query('update program set title = $2 where practice_id = $1', [practiceId, canary]);
  await owner.owner.query('update session set note = $2, label = $2 where practice_id = $1', [practiceId, canary]);
  const { rows } = await owner.owner.query('select id from session where practice_id = $1 limit 1', [practiceId]);
  const { rows: mails } = await owner.owner.query('select id from mail where practice_id = $1 limit 1', [practiceId]);
  const values = {
    ...{ clientId: client.clientId, programId, sessionId: rows[0].id, mailId: mails[0].id },
    ...{ exerciseId: 'gm_side_plank', ruleId: 'S24', step: 'goal', slug: practice.slug, nextauth: 'session' },
  };
  // It is there to be found.
  await coachPage.goto(`/clients/${client.clientId}`);
  await expect(coachPage.getByText(canary).first()).toBeVisible();
  let asked = 0;
  for (const app of apps) {
    for (const route of listRoutes(app).filter(({ isPrerendered, isHandler }) => !isPrerendered && !isHandler)) {
      const page = { origin: addresses[app], path: fillRoute(route, values), canary };
      expect.soft(await listPrivateBytes(visitorPage.request, page), page.path).toEqual([]);
      asked += listWays(page.path).length;
    }
  }
  expect(asked).toBeGreaterThan(500);
});

test('nobody is sent anywhere else', { tag: '@desktop' }, async ({ coachPage, clientPage, visitorPage }) => {
  for (const app of apps) {
    const signedIn = app === 'coach' ? coachPage : clientPage;
    for (const { request } of [signedIn, visitorPage]) expect(await listWaysOut(request, addresses[app])).toEqual([]);
    const form = { callbackUrl: 'https://evil.example/', csrfToken: 'x' };
    const posted = await signedIn.request.post(`${addresses[app]}/api/auth/signout`, {
      form,
      headers: { origin: addresses[app] },
      maxRedirects: 0,
      failOnStatusCode: false,
    });
    const location = posted.headers().location ?? '/';
    expect(new URL(location, addresses[app]).origin, location).toBe(addresses[app]);
  }
});

/** Runs a double as long as the work takes. */
async function against<Value>(listener: RequestListener, work: (origin: string) => Promise<Value>): Promise<Value> {
  const server = createServer(listener);
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test.describe('the corpus has teeth', { tag: '@desktop' }, () => {
  const page = { path: '/clients/1', canary: 'canary-of-a-double' };

  test('a lock that knows a page only as it is usually asked for is found by every other way', async ({ request }) => {
    const usual = ['host', 'connection', 'user-agent', 'accept', 'accept-encoding'];
    const lock: RequestListener = ({ url, headers }, response) => {
      const isPlain = url === page.path && Object.keys(headers).every((name) => usual.includes(name));
      response.writeHead(isPlain ? 307 : 200, isPlain ? { 'cache-control': 'no-store', location: '/sign-in' } : {});
      response.end(isPlain ? '' : page.canary);
    };
    const ways = listWays(page.path);
    const found = await against(lock, (origin) => listPrivateBytes(request, { ...page, origin }));
    expect(found.filter((one) => one.endsWith('has it'))).toHaveLength(ways.length - 1);
    expect(found.filter((one) => one.endsWith('may be kept'))).toHaveLength(ways.length - 1);
  });

  for (const [name, isLetThrough] of [
    ['the header of a rewrite', ({ headers }) => headers['x-middleware-subrequest'] !== undefined],
    ['a prefetch', ({ headers }) => headers['next-router-prefetch'] !== undefined],
    ['an address that ends in .rsc', ({ url }) => url?.endsWith('.rsc') ?? false],
    ['an encoded letter', ({ url }) => url?.includes('%') ?? false],
    ['capitals', ({ url }) => /[A-Z]/.test(url ?? '')],
    ['a doubled slash', ({ url }) => url?.startsWith('//') ?? false],
  ] as const satisfies readonly (readonly [string, (request: Parameters<RequestListener>[0]) => boolean])[]) {
    test(`a lock that opens to ${name} is found`, async ({ request }) => {
      const lock: RequestListener = (asked, response) => {
        response.writeHead(200, { 'cache-control': 'private, no-store' });
        response.end(isLetThrough(asked) ? page.canary : '');
      };
      expect(await against(lock, (origin) => listPrivateBytes(request, { ...page, origin }))).not.toEqual([]);
    });
  }

  /** Filters that somebody has shipped, each of which takes some address for one of its own. */
  const filters: Readonly<Record<string, (target: string, origin: string) => string>> = {
    none: (target) => target,
    'begins with a slash': (target) => (target.startsWith('/') ? target : '/'),
    'begins with a slash, not with two': (target) => (/^\/(?!\/)/.test(target) ? target : '/'),
    'has no scheme': (target) => (/^\w+:\/\//.test(target) ? '/' : target),
    'put behind the origin': (target, origin) => `${origin}${target}`,
    'begins with our host': (target) => (/^https:\/\/localhost/.test(target) ? target : '/'),
    'decoded once more': (target) => decodeURIComponent(target).replace(/^\/(?=\/\/)/, ''),
    'blanks and dots taken out': (target) => decodeURIComponent(target).replaceAll(/^\/[.\s]+/g, '//'),
  };

  test('every naive filter of redirects is found out, and every address fools one of them', async ({ request }) => {
    const fooled = new Set<string>();
    for (const [name, filter] of Object.entries(filters)) {
      const redirect: RequestListener = ({ url, headers }, response) => {
        const target = new URL(url ?? '/', 'http://x').searchParams.get('next');

        response.writeHead(
          target === null ? 200 : 307,
          target === null ? {} : { location: filter(target, `http://${headers.host}`) },
        );
        response.end();
      };
      const out = await against(redirect, (origin) => listWaysOut(request, origin));
      expect(out, name).not.toEqual([]);
      for (const target of elsewhere) if (out.some((one) => one.startsWith(`${target}: `))) fooled.add(target);
    }
    expect(elsewhere.filter((target) => !fooled.has(target))).toEqual([]);
  });
});
