import { gzipSync } from 'node:zlib';
import type { APIRequestContext } from '@playwright/test';
import { addresses, expect, publishProgram, tellProfile, test } from '../fixtures.ts';

/** Kilobytes of 1,024 bytes, compressed: what a first visit costs on a phone's connection. */
const mostStyles = 12;
const mostHtml = 25;

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
    { by: visitorPage, app: 'coach', path: '/sign-in', most: 150 },
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

test('a practice of 200 clients is shown the first of them, and the rest on demand', { tag: '@desktop' }, async ({
  coachPage,
  client,
  owner,
}) => {
  await tellProfile(owner, client);
  await owner.owner.query(
    `update capacity set spots = 200, ceiling = 200 where practice_id = (select practice_id from client where id = $1)`,
    [client.clientId],
  );
  await owner.owner.query(
    `with made as (
       insert into client (practice_id, id, coach_id, name, email, status, time_zone)
       select practice_id, gen_random_uuid(), coach_id, 'Runner ' || lpad(copy::text, 3, '0'), copy || '@example.org', 'active', time_zone
       from client cross join generate_series(2, 200) copies (copy) where id = $1
       returning practice_id, id
     )
     insert into run_week (practice_id, id, client_id, scope, starts_on, days)
     select m.practice_id, gen_random_uuid(), m.id, w.scope, w.starts_on, w.days
     from made m join run_week w on w.practice_id = m.practice_id and w.client_id = $1`,
    [client.clientId],
  );
  for (const path of ['/', '/clients']) {
    const html = await (await coachPage.request.get(addresses.coach + path)).text();
    expect.soft(html.length, `characters of ${path}`).toBeLessThan(300_000);
    expect.soft(gzipSync(html).length / 1024, `packed ${path}`).toBeLessThanOrEqual(mostHtml);
  }
  await coachPage.goto(`${addresses.coach}/`);
  const week = coachPage.getByRole('table', { name: 'This week' });
  await expect(week.locator('tbody').getByRole('row')).toHaveCount(25);
  await coachPage.getByRole('button', { name: 'Show all 200 clients' }).click();
  await expect(week.locator('tbody').getByRole('row')).toHaveCount(200);
  await coachPage.goto(`${addresses.coach}/clients`);
  const list = coachPage.getByRole('table', { name: 'Clients' });
  await expect(list.locator('tbody').getByRole('row')).toHaveCount(50);
  await coachPage.getByRole('button', { name: 'Show all 200 clients' }).click();
  await expect(list.locator('tbody').getByRole('row')).toHaveCount(200);
});
