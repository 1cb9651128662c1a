import { expectAccessible } from '../expect-accessible.ts';
import { expect, publishProgram, tellProfile, test } from '../fixtures.ts';
import * as session from './session.ts';

test.beforeEach(async ({ coachPage, client, owner }) => {
  await tellProfile(owner, client);
  await publishProgram(coachPage, client);
});

test('the rest goes on while the page is away', { tag: '@phone' }, async ({ clientPage: phone }) => {
  await phone.goto('/today');
  await phone.getByRole('link', { name: /^Start/ }).click();
  await session.logSet(phone);
  const end = await session.readRestEnd(phone);
  await expectAccessible(phone);
  await phone.clock.fastForward('01:00');
  await phone.reload();
  expect(Math.abs((await session.readRestEnd(phone)) - end), 'seconds that the end moved').toBeLessThanOrEqual(1);
  await phone.clock.fastForward('10:00');
  await expect(phone.getByRole('timer')).toHaveAccessibleName('Rest is over');
  await phone.getByRole('region', { name: 'Rest timer' }).getByRole('button', { name: 'Close' }).click();
  await expect(phone.getByRole('region', { name: 'Rest timer' })).toBeHidden();
});

test('a session that was left is taken up where it stopped', { tag: '@phone' }, async ({ clientPage: phone }) => {
  await phone.goto('/today');
  await phone.getByRole('link', { name: /^Start/ }).click();
  await session.logSet(phone);
  await session.expectSetsDone(phone, 1);
  await session.logSet(phone);
  await session.expectSetsDone(phone, 2);
  await phone.close();

  const again = await phone.context().newPage();
  await again.goto('/today');
  await again.getByRole('link', { name: /^Resume, 2 of \d+ sets done$/ }).click();
  await session.expectSetsDone(again, 2);
});

test('a hold counts down and logs its seconds', { tag: '@phone' }, async ({ clientPage: phone }) => {
  await phone.goto('/today');
  await phone.getByRole('link', { name: /^Start/ }).click();
  const countDown = phone.getByRole('button', { name: /^Count down \d+ s/ });
  while (!(await countDown.isVisible())) await phone.getByRole('button', { name: 'Next' }).click();
  await expect(phone.getByRole('spinbutton', { name: /load/ })).toHaveCount(0);
  await countDown.click();
  await expect(phone.getByRole('region', { name: 'Hold timer' })).toContainText('Get ready');
  await expectAccessible(phone);
  await phone.clock.runFor('02:00');
  await session.expectSetsDone(phone, 1);
  await expect(phone.getByRole('button', { name: 'Set 1, done: change it' })).toBeVisible();
});
