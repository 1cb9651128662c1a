import type { App } from '@groundwork/auth/app';
import { newId } from '@groundwork/db/new-id';
import type { OwnerConnection } from '@groundwork/db/open-owner';
import type { TestClient, TestPractice } from '@groundwork/db/testing/make-practice';
import type { APIResponse, Page } from '@playwright/test';
import { fillRoute, listRoutes, listServerActions } from '../app-routes.ts';
import { addresses, expect, publishProgram, tellProfile, test } from '../fixtures.ts';
import { fillWithHostileText } from '../hostile-text.ts';

const apps = ['coach', 'portal'] as const satisfies readonly App[];

/** What stands for the parameters of every route, of rows that are there. */
async function fillPractice(
  owner: OwnerConnection,
  coachPage: Page,
  practice: TestPractice,
  client: TestClient,
): Promise<Record<string, string>> {
  await tellProfile(owner, client);
  const { programId } = await publishProgram(coachPage, client);
  const find = async (statement: string) => (await owner.owner.query(statement, [practice.practiceId])).rows[0].id;
  const sessionId = await find('select id from session where practice_id = $1 order by date limit 1');
  const mailId = await find('select id from mail where practice_id = $1 limit 1');
  await owner.owner.query(
    `insert into waitlist_entry (practice_id, id, name, email, goal, status, token_hash, confirmed_at)
     values ($1, $2::uuid, 'Wanda', $3, 'marathon', 'waiting', $2::uuid::text, now())`,
    [practice.practiceId, newId(), `wanda@${practice.slug}.example`],
  );
  await owner.owner.query(`update session set note = 'Heavy legs' where practice_id = $1`, [practice.practiceId]);
  const names = { exerciseId: 'gm_side_plank', ruleId: 'S24', step: 'pain', slug: practice.slug, nextauth: 'session' };
  return { ...names, clientId: client.clientId, programId, sessionId, mailId };
}

function policyOf(response: APIResponse): Record<string, string> {
  const policy = response.headers()['content-security-policy'] ?? '';
  return Object.fromEntries(policy.split('; ').map((part) => [part.split(' ')[0], part.slice(part.indexOf(' ') + 1)]));
}

async function expectGuarded(response: APIResponse, isPublic: boolean): Promise<void> {
  const headers = response.headers();
  const where = response.url();
  const policy = policyOf(response);
  expect.soft(policy['default-src'], where).toMatch(/^'(self|none)'$/);
  expect.soft(policy['frame-ancestors'], where).toBe("'none'");
  const { 'style-src': styles, ...rest } = policy;
  if (styles !== undefined) expect.soft(policy['style-src-attr'], where).toBe("'none'");
  expect.soft(JSON.stringify(rest), where).not.toMatch(/unsafe|\*|https?:/);
  expect.soft(headers['x-content-type-options'], where).toBe('nosniff');
  expect.soft(headers['x-frame-options'], where).toBe('DENY');
  expect.soft(headers['referrer-policy'], where).toBe('same-origin');
  expect.soft(headers['cross-origin-opener-policy'], where).toBe('same-origin');
  expect.soft(headers['cross-origin-resource-policy'], where).toBe('same-origin');
  expect.soft(headers['permissions-policy'], where).toContain('camera=()');
  expect.soft(headers['x-powered-by'], where).toBeUndefined();
  expect.soft(headers['access-control-allow-origin'], where).toBeUndefined();
  if (!isPublic) expect.soft(headers['cache-control'], where).toBe('private, no-store');
  if (!(headers['content-type'] ?? '').startsWith('text/html')) return;
  const html = await response.text();
  const nonce = /'nonce-([^']+)'/.exec(policy['script-src'] ?? '')?.[1];
  const unnamed = [...html.matchAll(/<script([^>]*)>/g)].filter(([, attributes = '']) =>
    nonce === undefined ? false : !attributes.includes(`nonce="${nonce}"`),
  );
  // The one that sets the theme has its hash.
  expect.soft(unnamed.length, `${where}: scripts without the nonce`).toBeLessThanOrEqual(nonce === undefined ? 0 : 1);
  // The framework's own last resort is shown without its styles.
  expect
    .soft(html.replaceAll(/<script[\s\S]*?<\/script>/g, ''), where)
    .not.toMatch(where.endsWith('/_global-error') ? / on\w+="/ : / (style|on\w+)="/);
}

test('files that are named by their content are fetched once', { tag: '@desktop' }, async ({ visitorPage }) => {
  for (const app of apps) {
    const html = await (await visitorPage.request.get(`${addresses[app]}/sign-in`)).text();
    const files = new Set([...html.matchAll(/"(\/_next\/static\/[^"\\]+)"/g)].map(([, file = '']) => file));
    expect(files.size, app).toBeGreaterThan(2);
    for (const file of files) {
      const answer = await visitorPage.request.get(`${addresses[app]}${file}`);
      expect.soft(answer.headers()['cache-control'], file).toBe('public, max-age=31536000, immutable');
    }
    const missing = await visitorPage.request.get(`${addresses[app]}/_next/static/chunks/missing.js`);
    expect(missing.headers()['cache-control'], app).toContain('no-store');
  }
});

test('every route of both apps answers with every guard, signed in or not, found or not', { tag: '@desktop' }, async ({
  coachPage,
  clientPage,
  visitorPage,
  client,
  owner,
  practice,
}) => {
  const values = await fillPractice(owner, coachPage, practice, client);
  const missing = { ...values, clientId: newId(), programId: newId(), sessionId: newId(), mailId: newId() };
  const missingToo = { exerciseId: 'nothing', ruleId: 'S999', step: 'nothing', slug: 'nothing', nextauth: 'nothing' };
  const nonces = new Set<string>();
  let answered = 0;
  for (const app of apps) {
    for (const route of listRoutes(app)) {
      for (const filled of [values, { ...missing, ...missingToo }]) {
        const path = fillRoute(route, filled);
        // A page without parameters is the same one, whatever would stand for them.
        const isPublic = route.isPrerendered && path === fillRoute(route, values);
        for (const page of [app === 'coach' ? coachPage : clientPage, visitorPage]) {
          const ask = (options: { headers?: Record<string, string>; method?: string } = {}) =>
            page.request.fetch(`${addresses[app]}${path}`, { maxRedirects: 0, failOnStatusCode: false, ...options });
          const answer = await ask();
          answered += 1;
          await expectGuarded(answer, isPublic);
          const nonce = /'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1];
          if (nonce !== undefined) expect.soft(nonces.has(nonce), `${path}: a nonce used twice`).toBe(false);
          if (nonce !== undefined) nonces.add(nonce);
          if (filled !== values) continue;
          // As the router of the page asks for it.
          await expectGuarded(await ask({ headers: { rsc: '1', 'next-router-prefetch': '1' } }), isPublic);
          if (page === visitorPage) await expectGuarded(await ask({ method: 'PUT' }), false);
        }
      }
    }
    for (const path of [
      '/_next/image?url=%2Ficons%2Ficon-192.png&w=640&q=75',
      '/no/such/page',
      '/%ff',
      '//x',
      '/healthz',
    ]) {
      const answer = await visitorPage.request.get(`${addresses[app]}${path}`, { maxRedirects: 0 });
      await expectGuarded(answer, false);
      if (path.startsWith('/_next/image')) expect.soft(answer.status(), path).toBe(404);
    }
    await expectGuarded(await visitorPage.request.get(`${addresses[app]}/api/trpc/nothing`), false);
  }
  expect(answered).toBeGreaterThan(100);
});

test('the apps run no server action but these', { tag: '@desktop' }, () => {
  expect(listServerActions('coach')).toEqual([]);
  expect(listServerActions('portal')).toEqual([
    'account/become-demo-person.ts becomeDemoPerson',
    'account/sign-in-actions.ts followLink',
    'account/sign-in-actions.ts signIn',
    'account/sign-in-actions.ts signOut',
    'profile/save-step.ts saveStep',
    'waitlist/join-waitlist.ts joinWaitlist',
    'waitlist/line-actions.ts acceptInvitation',
    'waitlist/line-actions.ts claimOffer',
    'waitlist/line-actions.ts confirmEntry',
    'waitlist/line-actions.ts declineOffer',
    'waitlist/line-actions.ts leaveWaitlist',
  ]);
});

/** Collects what a page's policy refused and whether any of the hostile text ran. */
async function watch(page: Page): Promise<string[]> {
  const events: string[] = [];
  await page.exposeFunction('attacked', () => events.push(`ran at ${page.url()}`));
  await page.exposeFunction('refused', (what: string) => events.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample, sourceFile }) => {
      const { refused } = window as unknown as { refused: (what: string) => void };
      refused(`${location.pathname}: ${violatedDirective} refused ${blockedURI} ${sample} ${sourceFile}`);
    });
  });
  page.on('dialog', (dialog) => {
    events.push(`dialog at ${page.url()}`);
    void dialog.dismiss();
  });
  return events;
}

test('hostile text in every field of every page runs nothing and breaks no policy', { tag: '@desktop' }, async ({
  coachPage,
  clientPage,
  client,
  owner,
  practice,
}) => {
  const values = await fillPractice(owner, coachPage, practice, client);
  expect(await fillWithHostileText(owner, practice.practiceId)).toBeGreaterThan(200);
  for (const app of apps) {
    const page = app === 'coach' ? coachPage : clientPage;
    const events = await watch(page);
    const pages = listRoutes(app).filter(({ isHandler, pattern }) => !isHandler && !pattern.startsWith('/_'));
    let shown = 0;
    for (const route of pages) {
      await page.goto(fillRoute(route, values));
      await expect(page.getByRole('heading', { level: 1 }), route.pattern).toBeVisible();
      await page.waitForLoadState('networkidle');
      if ((await page.getByText('onerror="attacked()"').count()) > 0) shown += 1;
      // Every explanation, menu and dialog that opens from the page itself.
      for (const opener of (await page.locator('main [aria-haspopup], main [popovertarget], main summary').all()).slice(
        0,
        8,
      )) {
        if (await opener.isVisible()) await opener.click({ timeout: 2_000 }).catch(() => undefined);
        await page.keyboard.press('Escape');
      }
    }
    expect(shown, `${app}: pages that show the text`).toBeGreaterThan(app === 'coach' ? 6 : 2);
    expect(events, app).toEqual([]);
  }
});

test('the watch over hostile text has teeth', { tag: '@desktop' }, async ({ coachPage: page }) => {
  const events = await watch(page);
  await page.goto('/clients');
  await page.evaluate(() => {
    const bait = document.createElement('div');
    bait.innerHTML = '<img src=x onerror="attacked()">';
    document.body.append(bait);
  });
  await expect.poll(() => events.join()).toMatch(/script-src-attr refused inline/);
  await page.route('**/clients', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': '' };
    await route.fulfill({
      response,
      headers,
      body: (await response.text()).replace('</body>', '<script>attacked()</script></body>'),
    });
  });
  await page.goto('/clients');
  await expect.poll(() => events.join()).toContain('ran at');
});
