import { expectAccessible } from '../expect-accessible.ts';
import { addresses, expect, openBrowser, test } from '../fixtures.ts';
import { expectLetter } from '../mailbox.ts';
import { followThrice } from './mailed-link.ts';

for (const app of ['coach', 'portal'] as const) {
  test.describe(`the ${app} app`, () => {
    test('signs in by a mailed link that scanners cannot use up, once', async ({ browser, page, practice, client }) => {
      const person = app === 'coach' ? practice.owner : client;
      await page.goto(`${addresses[app]}/sign-in`);
      await expectAccessible(page);
      await page.getByRole('textbox', { name: 'Email' }).fill(person.email);
      await page.getByRole('button', { name: /letter/ }).click();
      await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
      await expectAccessible(page);
      const link = await followThrice(page, await expectLetter(person.email, /^Sign in/));
      await page.goto(link);
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page).not.toHaveURL(/sign-in/);
      await expect(page.getByRole('link', { name: /^Today/ }).filter({ visible: true })).toBeVisible();

      const late = await openBrowser(browser, app);
      await late.goto(link);
      await expect(late.getByRole('heading', { level: 1 })).toHaveText(
        /^This link is used up|^This link has been used/,
      );
      await expectAccessible(late);
      await late.context().close();
    });

    test('signs in by the letter’s code, in the browser that asked', { tag: '@desktop' }, async ({
      page,
      practice,
      client,
    }) => {
      const person = app === 'coach' ? practice.owner : client;
      await page.goto(`${addresses[app]}/sign-in`);
      await page.getByRole('textbox', { name: 'Email' }).fill(person.email);
      await page.getByRole('button', { name: /letter/ }).click();
      const code = /\b\d{3} ?\d{3}\b/.exec((await expectLetter(person.email, /^Sign in/)).text)?.[0] ?? '';
      const field = page.getByRole('textbox', { name: /code/i });
      await field.fill(code === '000000' ? '111111' : '000000');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(field).toHaveAccessibleDescription(/^That is not the code\. \d tries are left\.$/);
      await expectAccessible(page);
      await field.fill(code);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page).not.toHaveURL(/sign-in/);
    });
  });
}

test('an address that nobody knows gets the same answer and no letter', { tag: '@desktop' }, async ({
  page,
  practice,
}) => {
  await page.goto(`${addresses.portal}/sign-in`);
  await page.getByRole('textbox', { name: 'Email' }).fill(`stranger@${practice.slug}.example`);
  await page.getByRole('button', { name: /letter/ }).click();
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
});
