import { expect, test } from '../fixtures.ts';

test('a page that is long in coming says that it is on its way', async ({ coachPage: coach, client }) => {
  await coach.goto('/clients');
  let arrive = () => {};
  const arrived = new Promise<void>((settle) => {
    arrive = settle;
  });
  await coach.route(/_rsc=/, async (route) => {
    await arrived;
    await route.continue();
  });
  const pending = coach.getByRole('status').filter({ hasText: 'Loading' });
  await coach.getByRole('link', { name: client.name }).click();
  await expect(pending).toBeVisible();
  arrive();
  await expect(coach.getByRole('heading', { level: 1, name: client.name })).toBeVisible();
  await expect(pending).toHaveCount(0);
});
