import { newId } from '@groundwork/db/new-id';
import type { Page } from '@playwright/test';
import { callApi, expect, openBrowser, test } from '../fixtures.ts';
import { expectLetter } from '../mailbox.ts';

/** Lets the next form through to the server and loses the answer on the way back. */
async function loseNextAnswer(page: Page): Promise<void> {
  let isLost = false;
  await page.route('**/*', async (route) => {
    if (isLost || route.request().method() !== 'POST') return route.continue();
    isLost = true;
    await route.fetch({ maxRedirects: 0 });
    await route.abort('connectionreset');
  });
}

test('an intake step whose answer was lost is saved once and goes on when it is sent again', { tag: '@phone' }, async ({
  client,
  clientPage,
  owner,
}) => {
  await clientPage.goto('/profile/goal');
  await clientPage.getByRole('textbox', { name: /In your own words/ }).fill('A half in spring');
  await loseNextAnswer(clientPage);
  const save = clientPage.getByRole('button', { name: /^Save/ });
  await save.click();
  await clientPage.getByRole('button', { name: 'Try again' }).click();
  await expect(async () => {
    const { rows } = await owner.owner.query('select revision from client where id = $1', [client.clientId]);
    expect(rows).toEqual([{ revision: 2 }]);
  }).toPass();
  await clientPage.getByRole('textbox', { name: /In your own words/ }).fill('A half in spring');
  await save.click();
  await expect(clientPage).toHaveURL(/\/profile\/running$/);
  const { rows } = await owner.owner.query('select revision from client where id = $1', [client.clientId]);
  expect(rows).toEqual([{ revision: 2 }]);
});

test('an invitation whose answer was lost lets her in when the button is pressed again', { tag: '@phone' }, async ({
  browser,
  coachPage,
  practice,
}) => {
  const email = `lost@${practice.slug}.example`;
  const input = { id: newId(), name: 'Lotte Lost', email, timeZone: 'Europe/Berlin' };
  expect((await callApi(coachPage, 'coach', 'clients.invite', input)).code).toBeUndefined();
  const [link = ''] = (await expectLetter(email, /invites you/)).links;
  const page = await openBrowser(browser, 'portal');
  await page.goto(link);
  await loseNextAnswer(page);
  const accept = page.getByRole('button', { name: 'Accept and begin' });
  await accept.click();
  await page.getByRole('button', { name: 'Try again' }).click();
  // The cookies were in the answer.
  await page.context().clearCookies();
  await accept.click();
  await expect(page).toHaveURL(/\/profile$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lotte Lost');
  await page.context().close();
});
