import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Milliseconds to the next paint of each event that belongs to a press. */
    pressTimes: number[];
  }
}

/** The browser reports no event that was painted sooner, and rounds to eight. */
const shortestReportedMs = 16;
/** An event is reported some time after its paint. */
const reportedWithinMs = 400;

/** From now on every page of this tab notes how long a press takes to show, as the browser itself times it. */
export async function watchPresses(page: Page): Promise<void> {
  await page.addInitScript((durationThreshold) => {
    window.pressTimes = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ((entry as PerformanceEventTiming).interactionId) window.pressTimes.push(entry.duration);
      }
    }).observe({ type: 'event', durationThreshold } as PerformanceObserverInit);
  }, shortestReportedMs);
}

/** Milliseconds from the press to its paint: of the longest of the events that it is made of. 16 for anything shorter. */
export async function timePress(page: Page, press: () => Promise<void>): Promise<number> {
  await page.evaluate(() => window.pressTimes.splice(0));
  await press();
  return page.evaluate(
    async ({ wait, least }) => {
      await new Promise((resolve) => setTimeout(resolve, wait));
      return Math.max(least, ...window.pressTimes);
    },
    { wait: reportedWithinMs, least: shortestReportedMs },
  );
}

/** As on a phone of a few years ago: everything takes so many times as long. */
export async function slowDown(page: Page, times: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: times });
}
