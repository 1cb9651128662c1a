import type { Page } from '@playwright/test';
import type { Letter } from '../mailbox.ts';

/** The first link of a letter, once a mail scanner has opened it three times. */
export async function followThrice(page: Page, { links: [link] }: Letter): Promise<string> {
  if (link === undefined) throw new Error('The letter has no link');
  for (let time = 0; time < 3; time += 1) await page.request.get(link);
  return link;
}
