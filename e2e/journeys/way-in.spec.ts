import { expectAccessible } from '../expect-accessible.ts';
import { addresses, expect, test } from '../fixtures.ts';
import { expectLetter } from '../mailbox.ts';

test('a visitor lands on the public site', async ({ visitorPage: page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

for (const app of ['coach', 'portal'] as const) {
  test(`the ${app} app asks who is there, and mails a link that its owner signs in with`, async ({
    page,
    practice,
  }) => {
    const person = app === 'coach' ? practice.owner : practice.clients[0];
    if (person === undefined) throw new Error('The practice has nobody to sign in');
    await page.goto(`${addresses[app]}/sign-in`);
    await expectAccessible(page);
    await page.getByRole('textbox', { name: 'Email' }).fill(person.email);
    await page.getByRole('button', { name: /letter/ }).click();
    const letter = await expectLetter(person.email, /^Sign in/);
    const [link] = letter.links;
    if (link === undefined) throw new Error('The letter has no link');
    // A mail scanner opens it first, and uses nothing up.
    await page.request.get(link);
    await page.goto(link);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).not.toHaveURL(/sign-in/);
  });
}
