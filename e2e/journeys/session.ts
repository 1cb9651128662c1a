import { expect, type Page } from '@playwright/test';
import { marker } from '../marker.ts';

/** Logs the open set with what is filled in. */
export async function logSet(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Log set \d+$/ }).click();
}

/** Logs every set that is left, each with what is filled in. */
export async function logAllSets(page: Page): Promise<void> {
  const { done, total } = await readProgress(page);
  for (let set = done + 1; set <= total; set += 1) {
    await logSet(page);
    await expectSetsDone(page, set);
  }
  await expect(page.getByRole('heading', { name: 'All sets done' })).toBeVisible();
}

export async function finish(page: Page, { effort, note }: { effort: RegExp; note: string }): Promise<void> {
  await page.getByRole('radio', { name: effort }).check({ force: true });
  await page.getByLabel('A note to your coach').fill(`${note} ${marker}`);
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByRole('heading', { name: 'Done', exact: true })).toBeVisible();
}

const progress = (page: Page) => page.getByRole('img', { name: /^\d+ of \d+ sets done$/ });

export async function readProgress(page: Page): Promise<{ done: number; total: number }> {
  const [done = 0, total = 0] =
    ((await progress(page).getAttribute('aria-label')) ?? '').match(/\d+/g)?.map(Number) ?? [];
  return { done, total };
}

export async function expectSetsDone(page: Page, count: number): Promise<void> {
  await expect(page.getByRole('img', { name: new RegExp(`^${count} of \\d+ sets done$`) })).toBeVisible();
}

/** When the rest that is shown will be over, in whole seconds of the page's clock. */
export async function readRestEnd(page: Page): Promise<number> {
  const { text, now } = await page
    .getByRole('timer')
    .evaluate((timer) => ({ text: timer.textContent ?? '', now: Date.now() }));
  const [minutes = 0, seconds = 0] = text.split(':').map(Number);
  return Math.round(now / 1000) + 60 * minutes + seconds;
}

/** Everything that was logged has reached the server. */
export async function expectNothingWaits(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /waiting|Not accepted/ })).toHaveCount(0);
}
