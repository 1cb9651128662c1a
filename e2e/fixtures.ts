import type { App } from '@groundwork/auth/app';
import { startSession } from '@groundwork/auth/session';
import { closePools } from '@groundwork/db/connect';
import { withIdentity } from '@groundwork/db/identity';
import { makePractice, type TestPerson, type TestPractice } from '@groundwork/db/testing/make-practice';
import { type OwnerConnection, openOwner } from '@groundwork/db/testing/open-owner';
import { type BrowserContext, test as base, type Page } from '@playwright/test';

/** The addresses of the apps that `start-apps.ts` started. */
export const addresses = {
  get coach() {
    return read('E2E_COACH_URL');
  },
  get portal() {
    return read('E2E_PORTAL_URL');
  },
};

function read(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the journeys through Playwright's config`);
  return value;
}

/** Signs a browser in as a person, by a row of the database and a cookie: what the sign-in itself does is a journey of its own. */
export async function signIn(context: BrowserContext, person: TestPerson, app: App): Promise<void> {
  const { setCookie, expires } = await withIdentity((scope) =>
    startSession(scope, { userId: person.userId, app, browser: { userAgent: 'Playwright' }, now: new Date() }),
  );
  const [pair = ''] = setCookie.split(';');
  const [name = '', value = ''] = pair.split('=');
  await context.addCookies([
    { name, value, url: addresses[app], expires: expires.getTime() / 1000, httpOnly: true, sameSite: 'Lax' },
  ]);
}

interface Fixtures {
  /** A practice that no other test knows: an owner, a coach, an assistant, one active client. */
  practice: TestPractice;
  /** A browser on the dashboard, signed in as the practice's owner. */
  coachPage: Page;
  /** A browser on the portal, signed in as the practice's client. */
  clientPage: Page;
  /** A browser on the portal that nobody is signed in to. */
  visitorPage: Page;
}

interface WorkerFixtures {
  owner: OwnerConnection;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  owner: [
    // Playwright reads from the pattern what a fixture needs; this one needs nothing, but a pattern may not be empty.
    async ({ browserName: _ }, use) => {
      const connection = openOwner(read('E2E_OWNER_DATABASE_URL'));
      await use(connection);
      await connection.owner.end();
      await closePools();
    },
    { scope: 'worker' },
  ],
  practice: async ({ owner }, use) => use(await makePractice(owner)),
  coachPage: async ({ browser, practice }, use) => {
    const context = await browser.newContext({ baseURL: addresses.coach });
    await signIn(context, practice.owner, 'coach');
    await use(await context.newPage());
    await context.close();
  },
  clientPage: async ({ browser, practice }, use) => {
    const context = await browser.newContext({ baseURL: addresses.portal });
    const [client] = practice.clients;
    if (client === undefined) throw new Error('The practice has no client');
    await signIn(context, client, 'portal');
    await use(await context.newPage());
    await context.close();
  },
  visitorPage: async ({ browser }, use) => {
    const context = await browser.newContext({ baseURL: addresses.portal });
    await use(await context.newPage());
    await context.close();
  },
});

export { expect } from '@playwright/test';
