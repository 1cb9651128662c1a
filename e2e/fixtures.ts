import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '@groundwork/auth/app';
import { startSession } from '@groundwork/auth/session';
import { closePools } from '@groundwork/db/connect';
import { withIdentity } from '@groundwork/db/identity';
import { newId } from '@groundwork/db/new-id';
import { type OwnerConnection, openOwner } from '@groundwork/db/open-owner';
import {
  makePractice,
  type TestClient,
  type TestPerson,
  type TestPractice,
} from '@groundwork/db/testing/make-practice';
import { mondayOf, type PlainDate, weekdayOf } from '@groundwork/engine/plain-date';
import { weekdays } from '@groundwork/engine/vocabulary';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import { journeyNow, journeyToday } from './journey-clock.ts';

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
    startSession(scope, { userId: person.userId, app, browser: { userAgent: 'Playwright' }, now: journeyNow() }),
  );
  const [pair = ''] = setCookie.split(';');
  const [name = '', value = ''] = pair.split('=');
  appendFileSync(join(read('E2E_TRACES'), 'cookies.txt'), `${value}\n`);
  await context.addCookies([
    { name, value, url: addresses[app], expires: expires.getTime() / 1000, httpOnly: true, sameSite: 'Lax' },
  ]);
}

/** Notes every address that a browser asks for, and what it says it came from. */
function noteRequests(context: BrowserContext): void {
  const file = join(read('E2E_TRACES'), 'requests.txt');
  context.on('request', (request) => {
    const { referer = '' } = request.headers();
    appendFileSync(file, `${request.url()} ${referer}\n`);
  });
}

/** A browser of its own, whose clock is the apps'. Close its context when done. */
export async function openBrowser(
  browser: Browser,
  app: App,
  person?: TestPerson,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ ...options, baseURL: addresses[app] });
  await context.clock.install({ time: journeyNow() });
  noteRequests(context);
  if (person) await signIn(context, person, app);
  return context.newPage();
}

/** What a program needs to know of a client besides her runs, as if she had answered the intake. */
export async function tellProfile({ owner }: OwnerConnection, client: TestClient): Promise<void> {
  await owner.query(
    `update client set birth_year = 1986, experience = 'some', running_months = 48, minutes_per_session = 50,
       equipment = '{dumbbells,mat,miniband,bench,box}' where id = $1`,
    [client.clientId],
  );
}

/** What the API says of a call: the closed error code where it refused. */
export interface ApiAnswer {
  readonly status: number;
  readonly code: string | undefined;
  readonly value: Record<string, unknown>;
}

/** Calls a procedure that writes, as whoever the page's browser is signed in as. */
export async function callApi(page: Page, app: App, procedure: string, input: object): Promise<ApiAnswer> {
  const response = await page.request.post(`${addresses[app]}/api/trpc/${procedure}`, { data: { json: input } });
  const { result, error } = await response.json();
  return { status: response.status(), code: error?.json.data.code, value: result?.data.json };
}

async function callCoachApi(page: Page, procedure: string, input: object): Promise<Record<string, unknown>> {
  const answer = await callApi(page, 'coach', procedure, input);
  expect(answer.code, procedure).toBeUndefined();
  return answer.value;
}

/** On a Monday this is the article's week, with strength on Monday and Thursday; on another day it begins on that day. */
const kinds = ['easy', 'easy', 'speed', 'rest', 'easy', 'long', 'rest'];

const runFrom = (today: PlainDate) =>
  weekdays.map((_, day) => ({ kind: kinds.at(day - weekdays.indexOf(weekdayOf(today))) }));

/** A program of this week and those after, built around the runs by the coach on the page: strength stands today. */
export async function buildProgram(
  page: Page,
  client: TestClient,
  weeks = 6,
): Promise<{ programId: string; revision: number }> {
  const { clientId } = client;
  const today = journeyToday();
  const startsOn = mondayOf(today);
  await callCoachApi(page, 'running.save', { clientId, revision: 1, scope: 'from', startsOn, days: runFrom(today) });
  const programId = newId();
  const { revision } = await callCoachApi(page, 'programs.build', {
    id: programId,
    clientId,
    startsOn,
    weeks,
    sessionsPerWeek: 2,
  });
  return { programId, revision: Number(revision) };
}

/** The same, published from today on. */
export async function publishProgram(page: Page, client: TestClient): Promise<{ programId: string }> {
  const { programId, revision } = await buildProgram(page, client);
  await callCoachApi(page, 'programs.publish', {
    programId,
    revision,
    versionId: newId(),
    effectiveFrom: journeyToday(),
  });
  return { programId };
}

interface Fixtures {
  /** A practice that no other test knows: an owner, a coach, an assistant, one active client. */
  practice: TestPractice;
  /** The practice's client. */
  client: TestClient;
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
  client: async ({ practice }, use) => {
    const [client] = practice.clients;
    if (client === undefined) throw new Error('The practice has no client');
    await use(client);
  },
  context: async ({ context }, use) => {
    await context.clock.install({ time: journeyNow() });
    noteRequests(context);
    await use(context);
  },
  coachPage: async ({ browser, practice }, use) => {
    const page = await openBrowser(browser, 'coach', practice.owner);
    await use(page);
    await page.context().close();
  },
  clientPage: async ({ browser, client }, use) => {
    const page = await openBrowser(browser, 'portal', client);
    await use(page);
    await page.context().close();
  },
  visitorPage: async ({ browser }, use) => {
    const page = await openBrowser(browser, 'portal');
    await use(page);
    await page.context().close();
  },
});

export { expect };
