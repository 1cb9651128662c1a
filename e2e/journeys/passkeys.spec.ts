import type { Page } from '@playwright/test';
import { expectAccessible } from '../expect-accessible.ts';
import { addresses, expect, openBrowser, test } from '../fixtures.ts';
import { expectLetter } from '../mailbox.ts';
import { addAuthenticator } from './virtual-authenticator.ts';

const ways = {
  coach: { account: '/account', home: '/', signOut: openPersonMenu },
  portal: { account: '/profile', home: '/today', signOut: async () => {} },
} as const;

async function openPersonMenu(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Olga Owner' }).click();
}

for (const app of ['coach', 'portal'] as const) {
  const tag = app === 'coach' ? '@desktop' : '@phone';
  test(`a passkey of the ${app} app is added, signs in and is removed`, { tag }, async ({
    browser,
    practice,
    client,
  }) => {
    const person = app === 'coach' ? practice.owner : client;
    const { account, home, signOut } = ways[app];
    const page = await openBrowser(browser, app, person);
    const device = await addAuthenticator(page);

    await page.goto(account);
    const passkeys = page.getByRole('region', { name: 'Passkeys' });
    await passkeys.getByRole('textbox', { name: 'Name' }).fill('Kitchen tablet');
    await passkeys.getByRole('button', { name: 'Add a passkey' }).click();
    await expect(passkeys.getByRole('listitem')).toContainText('Kitchen tablet');
    expect(await device.countKeys()).toBe(1);
    await expectAccessible(page);
    expect((await expectLetter(person.email, /^A passkey was added/)).text).toContain('Kitchen tablet');

    // The device has one already, and says so itself.
    await passkeys.getByRole('button', { name: 'Add a passkey' }).click();
    await expect(passkeys.getByRole('alert')).toHaveText('This device has a passkey for you already.');

    await signOut(page);
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
    // From the browser's own list, which a virtual device answers by itself, or by the button: whichever is first.
    await expect(page).toHaveURL(`${addresses[app]}${home}`, { timeout: 20_000 });

    await page.goto(account);
    await expect(passkeys.getByRole('listitem')).toContainText('Last used');
    await passkeys.getByRole('button', { name: 'Remove Kitchen tablet' }).click();
    await expect(passkeys).toContainText('None yet.');
    await expectLetter(person.email, /^A passkey was removed/);

    // What was removed opens nothing, though the device still has it.
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await expect(page.getByRole('alert').filter({ hasText: 'does not open this page' })).toBeVisible();
    await expectAccessible(page);
    expect(await device.countKeys()).toBe(1);
    await page.context().close();
  });
}

test('an old sign-in has to be made again before a passkey can be added', { tag: '@desktop' }, async ({
  coachPage,
  owner,
  practice,
}) => {
  await owner.owner.query(
    `update identity.auth_session set created_at = created_at - interval '16 minutes' where user_id = $1`,
    [practice.owner.userId],
  );
  await coachPage.goto('/account');
  const passkeys = coachPage.getByRole('region', { name: 'Passkeys' });
  await expect(passkeys.getByRole('button', { name: 'Add a passkey' })).toHaveCount(0);
  await passkeys.getByRole('link', { name: 'sign in again' }).click();
  await coachPage.getByRole('textbox', { name: 'Email' }).fill(practice.owner.email);
  await coachPage.getByRole('button', { name: /letter/ }).click();
  const code = /\b\d{3} ?\d{3}\b/.exec((await expectLetter(practice.owner.email, /^Sign in/)).text)?.[0] ?? '';
  await coachPage.getByRole('textbox', { name: /code/i }).fill(code);
  await coachPage.getByRole('button', { name: 'Sign in' }).click();
  await expect(coachPage).toHaveURL(`${addresses.coach}/account`);
  await expect(passkeys.getByRole('button', { name: 'Add a passkey' })).toBeVisible();
});
