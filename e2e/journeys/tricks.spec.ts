import type { App } from '@groundwork/auth/app';
import { fillRoute, listRoutes } from '../app-routes.ts';
import { addresses, expect, publishProgram, tellProfile, test } from '../fixtures.ts';

const apps = ['coach', 'portal'] as const satisfies readonly App[];

/** Ways to ask that have let somebody past a check that stood in front of a framework, in ours or another. */
const tricks: readonly Readonly<Record<string, string>>[] = [
  {},
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
  { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
  { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
  { 'x-middleware-subrequest': 'src/proxy:src/proxy:src/proxy:src/proxy:src/proxy' },
  { 'x-middleware-rewrite': '/clients', 'x-middleware-next': '1' },
  { 'x-original-url': '/clients', 'x-rewrite-url': '/clients' },
  { 'x-matched-path': '/clients', 'x-now-route-matches': '1=clients' },
  { 'x-nextjs-data': '1', purpose: 'prefetch' },
  { 'x-forwarded-host': 'localhost', 'x-forwarded-for': '127.0.0.1', forwarded: 'for=127.0.0.1' },
  { 'x-prerender-revalidate': '1', 'x-prerender-revalidate-if-generated': '1' },
  { cookie: 'groundwork-coach.session=; groundwork-portal.session=; __prerender_bypass=1; __next_preview_data=1' },
  { authorization: 'Bearer null', 'x-user-id': '1', 'x-practice-id': '1' },
];

const spellings: readonly ((path: string) => string)[] = [
  (path) => path,
  (path) => `${path === '/' ? '/index' : path}.rsc`,
  (path) => `${path === '/' ? '' : path}/?_rsc=1`,
  (path) => `/${path}`,
  (path) => `/_next/../${path.slice(1)}`,
  (path) => `/_next/data/build${path === '/' ? '/index' : path}.json`,
  (path) => `${path === '/' ? '/index' : path}.segments/_full.segment.rsc`,
  (path) => path.replace(/^\/./, (start) => `/%${start.charCodeAt(1).toString(16)}`),
  (path) => path.toUpperCase(),
  (path) => `${path};jsessionid=1`,
];

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
      const path = fillRoute(route, values);
      const ways = [
        ...tricks.map((headers) => ({ headers, url: path })),
        ...spellings.map((spell) => ({ headers: { rsc: '1' }, url: spell(path) })),
      ];
      const answers = await Promise.all(
        ways.map(({ headers, url }) =>
          visitorPage.request.get(`${addresses[app]}${url}`, { headers, maxRedirects: 0, failOnStatusCode: false }),
        ),
      );
      for (const answer of answers) {
        asked += 1;
        expect.soft(await answer.text(), answer.url()).not.toContain(canary);
        const cache = answer.headers()['cache-control'] ?? '';
        expect.soft(cache, answer.url()).toContain('no-store');
      }
    }
  }
  expect(asked).toBeGreaterThan(500);
});

const elsewhere = [
  'https://evil.example/',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https:evil.example',
  'https:/\\evil.example',
  '/%2f%2fevil.example',
  '/.evil.example',
  '/%09/evil.example',
  'javascript:alert(1)',
  'data:text/html,evil',
  '@evil.example',
  'https://localhost@evil.example',
  'https://localhost.evil.example',
];

test('nobody is sent anywhere else', { tag: '@desktop' }, async ({ coachPage, clientPage, visitorPage }) => {
  const names = ['callbackUrl', 'next', 'to', 'url', 'redirect', 'returnTo', 'continue', 'problem', 'email'];
  for (const app of apps) {
    const signedIn = app === 'coach' ? coachPage : clientPage;
    for (const target of elsewhere) {
      const query = names.map((name) => `${name}=${encodeURIComponent(target)}`).join('&');
      const paths = [
        '/',
        '/sign-in',
        '/sign-in/link',
        '/demo',
        '/api/auth/session',
        '/api/auth/signin',
        '/api/auth/signout',
      ];
      const asks = [...paths.map((path) => `${path}?${query}`), target.startsWith('/') ? target : `/${target}`];
      for (const page of [signedIn, visitorPage]) {
        const answers = await Promise.all(
          asks.map((path) =>
            page.request.get(`${addresses[app]}${path}`, { maxRedirects: 0, failOnStatusCode: false }),
          ),
        );
        for (const answer of answers) {
          const location = answer.headers().location;
          if (location === undefined) continue;
          expect
            .soft(new URL(location, addresses[app]).origin, `${answer.url()} leads to ${location}`)
            .toBe(addresses[app]);
        }
      }
    }
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
