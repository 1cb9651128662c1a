import type { App } from '@groundwork/auth/app';
import type { TestPerson } from '@groundwork/db/testing/make-practice';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { addresses, signIn } from '../fixtures.ts';

/** A tab of a browser of its own, signed in. Its date is the apps'; its timers are the machine's, or nothing could be timed. */
export async function openPage(browser: Browser, app: App, person: TestPerson): Promise<Page> {
  const context = await browser.newContext({ baseURL: addresses[app] });
  await shiftDate(context);
  await signIn(context, person, app);
  return context.newPage();
}

async function shiftDate(context: BrowserContext): Promise<void> {
  await context.addInitScript((ahead) => {
    const RealDate = Date;
    class ShiftedDate extends RealDate {
      constructor(...given: readonly unknown[]) {
        super(...((given.length === 0 ? [RealDate.now() + ahead] : given) as [number]));
      }
      static override now() {
        return RealDate.now() + ahead;
      }
    }
    globalThis.Date = ShiftedDate as DateConstructor;
  }, Number(process.env.E2E_CLOCK_AHEAD_MS));
}
