import { gzipSync } from 'node:zlib';
import type { APIRequestContext } from '@playwright/test';
import { addresses, expect, publishProgram, tellProfile, test } from '../fixtures.ts';

/** Kilobytes of 1,024 bytes, compressed: what a first visit costs on a phone's connection. */
const mostStyles = 12;

interface Weight {
  readonly scripts: number;
  readonly styles: number;
}

/** What a page's first answer asks for: its scripts and styles, each compressed by itself. What comes later is not in it. */
async function weigh(request: APIRequestContext, address: string): Promise<Weight> {
  const answer = await request.get(address);
  expect(answer.status(), address).toBe(200);
  const html = await answer.text();
  const sum = async (pattern: RegExp) => {
    const files = new Set([...html.matchAll(pattern)].map(([, file = '']) => new URL(file, address).href));
    let bytes = 0;
    for (const file of files) bytes += gzipSync(await (await request.get(file)).body(), { level: 9 }).length;
    return bytes / 1024;
  };
  return {
    // Old browsers' polyfills are marked nomodule, and no browser that can run this asks for them.
    scripts: await sum(/<script(?![^>]*\snomodule)[^>]*\ssrc="([^"]+)"/gi),
    styles: await sum(/<link(?=[^>]*\srel="stylesheet")[^>]*\shref="([^"]+)"/gi),
  };
}

test('no page asks for more than its share of script and style', { tag: '@desktop' }, async ({
  coachPage,
  clientPage,
  visitorPage,
  client,
  owner,
  practice,
}) => {
  await tellProfile(owner, client);
  const { programId } = await publishProgram(coachPage, client);
  const { rows } = await owner.owner.query('select id from session where client_id = $1 order by date limit 1', [
    client.clientId,
  ]);
  const pages = [
    { by: visitorPage, app: 'portal', path: '/', most: 145 },
    { by: visitorPage, app: 'portal', path: `/p/${practice.slug}`, most: 145 },
    { by: visitorPage, app: 'portal', path: '/check', most: 190 },
    { by: visitorPage, app: 'portal', path: '/sign-in', most: 150 },
    { by: clientPage, app: 'portal', path: '/today', most: 195 },
    { by: clientPage, app: 'portal', path: `/session/${rows[0].id}`, most: 210 },
    { by: coachPage, app: 'coach', path: '/', most: 225 },
    { by: coachPage, app: 'coach', path: '/clients', most: 225 },
    { by: coachPage, app: 'coach', path: '/waitlist', most: 225 },
    { by: coachPage, app: 'coach', path: `/clients/${client.clientId}/programs/${programId}`, most: 265 },
  ] as const;
  for (const { by, app, path, most } of pages) {
    const { scripts, styles } = await weigh(by.request, addresses[app] + path);
    // Nothing at all would mean that the pattern no longer finds them.
    expect.soft(scripts, `script of ${app} ${path}`).toBeGreaterThan(50);
    expect.soft(scripts, `script of ${app} ${path}`).toBeLessThanOrEqual(most);
    expect.soft(styles, `style of ${app} ${path}`).toBeGreaterThan(1);
    expect.soft(styles, `style of ${app} ${path}`).toBeLessThanOrEqual(mostStyles);
  }
});
