import { expectAccessible } from '../expect-accessible.ts';
import { expect, openBrowser, test } from '../fixtures.ts';

test('a lost phone is signed out from the browser at hand', { tag: '@phone' }, async ({
  browser,
  client,
  clientPage,
}) => {
  const lost = await openBrowser(browser, 'portal', client);
  await lost.goto('/profile');
  await expect(lost.getByRole('heading', { level: 1 })).toHaveText(client.name);
  await clientPage.goto('/profile');
  const devices = clientPage.getByRole('region', { name: 'Where you are signed in' });
  await expect(devices.getByRole('listitem')).toHaveCount(2);
  await expectAccessible(clientPage);
  await devices.getByRole('button', { name: 'Sign out A browser' }).click();
  await expect(devices.getByRole('listitem')).toHaveCount(1);
  await expect(devices.getByRole('listitem')).toContainText('this browser');
  await lost.goto('/profile');
  await expect(lost).toHaveURL(/\/sign-in$/);
  await lost.context().close();
});

test('all other browsers are signed out at once', { tag: '@phone' }, async ({ browser, client, clientPage }) => {
  const others = [await openBrowser(browser, 'portal', client), await openBrowser(browser, 'portal', client)];
  await clientPage.goto('/profile');
  const devices = clientPage.getByRole('region', { name: 'Where you are signed in' });
  await expect(devices.getByRole('listitem')).toHaveCount(3);
  await devices.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(devices.getByRole('listitem')).toHaveCount(1);
  await expect(devices.getByRole('listitem')).toContainText('this browser');
  await expect(devices.getByRole('button')).toHaveAccessibleName('Sign out everywhere else: Signed in nowhere else');
  await expectAccessible(clientPage);
  for (const other of others) {
    await other.goto('/today');
    await expect(other).toHaveURL(/\/sign-in$/);
    await other.context().close();
  }
  await clientPage.goto('/today');
  await expect(clientPage).toHaveURL(/\/today$/);
});

test('a coach sees where she is signed in', { tag: '@desktop' }, async ({ browser, coachPage, practice }) => {
  const other = await openBrowser(browser, 'coach', practice.owner);
  await coachPage.goto('/account');
  const devices = coachPage.getByRole('region', { name: 'Where you are signed in' });
  await expectAccessible(coachPage);
  await devices.getByRole('button', { name: 'Sign out A browser' }).click();
  await expect(devices.getByRole('listitem')).toHaveCount(1);
  await other.goto('/clients');
  await expect(other).toHaveURL(/\/sign-in$/);
  await other.context().close();
});
