import type { APIRequestContext } from '@playwright/test';

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

export interface Way {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Every way to ask for a page that is not one's own; the plain one first. */
export const listWays = (path: string): readonly Way[] => [
  ...tricks.map((headers) => ({ headers, url: path })),
  ...spellings.map((spell) => ({ headers: { rsc: '1' }, url: spell(path) })),
];

/** Asks for a page in every way. Tells of each answer that has the canary in it, and of each that somebody on the way may keep. */
export async function listPrivateBytes(
  request: APIRequestContext,
  page: { readonly origin: string; readonly path: string; readonly canary: string },
): Promise<readonly string[]> {
  const { origin, path, canary } = page;
  const told = listWays(path).map(async ({ url, headers }) => {
    const answer = await request.get(`${origin}${url}`, { headers, maxRedirects: 0, failOnStatusCode: false });
    const way = `${url} ${JSON.stringify(headers)}`;
    return [
      ...((await answer.text()).includes(canary) ? [`${way} has it`] : []),
      ...((answer.headers()['cache-control'] ?? '').includes('no-store') ? [] : [`${way} may be kept`]),
    ];
  });
  return (await Promise.all(told)).flat();
}

/** Addresses elsewhere that a filter has taken for one of its own. */
export const elsewhere: readonly string[] = [
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
  '.evil.example',
  'https://localhost@evil.example',
  'https://localhost.evil.example',
];

const names = ['callbackUrl', 'next', 'to', 'url', 'redirect', 'returnTo', 'continue', 'problem', 'email'];
const doors = ['/', '/sign-in', '/sign-in/link', '/demo', '/api/auth/session', '/api/auth/signin', '/api/auth/signout'];

/** Hands every door an address elsewhere under every name. Tells of each that sends somebody there. */
export async function listWaysOut(
  request: APIRequestContext,
  origin: string,
  targets: readonly string[] = elsewhere,
): Promise<readonly string[]> {
  const out: string[] = [];
  for (const target of targets) {
    const query = names.map((name) => `${name}=${encodeURIComponent(target)}`).join('&');
    const asked = [...doors.map((path) => `${path}?${query}`), target.startsWith('/') ? target : `/${target}`];
    const answers = await Promise.all(
      asked.map((path) => request.get(`${origin}${path}`, { maxRedirects: 0, failOnStatusCode: false })),
    );
    for (const answer of answers) {
      const { location } = answer.headers();
      if (location === undefined) continue;
      // What is no address at all is none of ours.
      if (!URL.canParse(location, origin) || new URL(location, origin).origin !== origin) {
        out.push(`${target}: ${answer.url()} leads to ${location}`);
      }
    }
  }
  return out;
}
