import type { App } from '@groundwork/auth/app';
import type { TestPerson } from '@groundwork/db/testing/make-practice';
import type { Browser, Page } from '@playwright/test';
import { addresses, signIn } from '../fixtures.ts';

/** A tab of a browser of its own, signed in. Its timers are the machine's, where the journeys' would let nothing be timed. */
export async function openPage(browser: Browser, app: App, person: TestPerson): Promise<Page> {
  const context = await browser.newContext({ baseURL: addresses[app] });
  await signIn(context, person, app);
  return context.newPage();
}
