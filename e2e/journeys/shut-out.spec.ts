import { expectAccessible } from '../expect-accessible.ts';
import { expect, openBrowser, test } from '../fixtures.ts';

test('the owner suspends a coach, who is out at once, and lets her in again', { tag: '@desktop' }, async ({
  browser,
  coachPage,
  practice,
}) => {
  const hers = await openBrowser(browser, 'coach', practice.coach);
  await hers.goto('/clients');
  await expect(hers.getByRole('heading', { level: 1 })).toBeVisible();

  await coachPage.goto('/');
  await coachPage.getByRole('button', { name: practice.owner.name }).click();
  await coachPage.getByRole('link', { name: 'Who works here' }).click();
  await expectAccessible(coachPage);
  await coachPage.getByRole('button', { name: `Suspend ${practice.coach.name}` }).click();
  const dialog = coachPage.getByRole('alertdialog');
  await expectAccessible(coachPage);
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('On leave until May');
  await dialog.getByRole('button', { name: 'Suspend' }).click();
  await expect(coachPage.getByText(/^Suspended since/)).toBeVisible();

  await hers.goto('/clients');
  await expect(hers).toHaveURL(/\/sign-in$/);
  await coachPage.getByRole('button', { name: `Restore ${practice.coach.name}` }).click();
  await expect(coachPage.getByRole('button', { name: `Suspend ${practice.coach.name}` })).toBeVisible();
  await hers.context().close();
});

test('a coach closes the portal to a client, who is out at once, and opens it again', { tag: '@desktop' }, async ({
  coachPage,
  client,
  clientPage,
}) => {
  await clientPage.goto('/profile');
  await expect(clientPage.getByRole('heading', { level: 1 })).toHaveText(client.name);
  await coachPage.goto(`/clients/${client.clientId}`);
  await coachPage.getByRole('button', { name: 'Close access' }).click();
  const dialog = coachPage.getByRole('alertdialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Wants a break from all of it');
  await dialog.getByRole('button', { name: 'Close access' }).click();
  await expect(coachPage.getByText(`The portal is closed to ${client.name}.`)).toBeVisible();
  await expectAccessible(coachPage);
  await clientPage.goto('/profile');
  await expect(clientPage).toHaveURL(/\/sign-in$/);
  await coachPage.getByRole('button', { name: 'Open access' }).click();
  await expect(coachPage.getByRole('button', { name: 'Close access' })).toBeVisible();
});

test('a coach archives a client with no reason given, and takes her back', { tag: '@desktop' }, async ({
  coachPage,
  client,
}) => {
  await coachPage.goto(`/clients/${client.clientId}`);
  await coachPage.getByRole('button', { name: 'Archive' }).click();
  const dialog = coachPage.getByRole('alertdialog', { name: `Archive ${client.name}?` });
  await expect(dialog.getByText('restoring needs a free spot')).toBeVisible();
  await expectAccessible(coachPage);
  await dialog.getByRole('button', { name: 'Archive' }).click();
  await expect(coachPage.getByRole('button', { name: 'Restore' })).toBeVisible();
  await coachPage.getByRole('button', { name: 'Restore' }).click();
  await expect(coachPage.getByRole('button', { name: 'Archive' })).toBeVisible();
});
