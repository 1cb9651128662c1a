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
  await devices.getByRole('button', { name: /^Sign out/ }).click();
  await expect(devices.getByRole('listitem')).toHaveCount(1);
  await expect(devices.getByRole('listitem')).toContainText('this browser');
  await lost.goto('/profile');
  await expect(lost).toHaveURL(/\/sign-in$/);
  await lost.context().close();
});

test('a coach sees where she is signed in', { tag: '@desktop' }, async ({ browser, coachPage, practice }) => {
  const other = await openBrowser(browser, 'coach', practice.owner);
  await coachPage.goto('/account');
  const devices = coachPage.getByRole('region', { name: 'Where you are signed in' });
  await expectAccessible(coachPage);
  await devices.getByRole('button', { name: /^Sign out/ }).click();
  await expect(devices.getByRole('listitem')).toHaveCount(1);
  await other.goto('/clients');
  await expect(other).toHaveURL(/\/sign-in$/);
  await other.context().close();
});
