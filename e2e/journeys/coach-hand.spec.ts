import { expectAccessible } from '../expect-accessible.ts';
import { buildProgram, callApi, expect, tellProfile, test } from '../fixtures.ts';
import { expectDose, expectSaved, typeDose } from './program.ts';

const rowOf = (slot: string) => ({ name: new RegExp(`^${slot} `) });
const exerciseOf = (text: string | null): string => text?.split(' ').slice(0, 2).join(' ') ?? '';

test('a coach changes the order and a goal by keyboard, and undo gives back what was there @desktop', async ({
  coachPage: coach,
  client,
  owner,
}) => {
  await tellProfile(owner, client);
  const { programId } = await buildProgram(coach, client);
  await coach.goto(`/clients/${client.clientId}/programs/${programId}`);
  const cells = (slot: string) => coach.getByRole('row', rowOf(slot)).getByRole('gridcell');
  const first = exerciseOf(await cells('A1').nth(1).textContent());
  const second = exerciseOf(await cells('A2').nth(1).textContent());
  const goal = (await cells('A1').nth(2).textContent()) ?? '';

  await cells('A1').nth(1).press('Alt+ArrowDown');
  await expect(cells('A1').nth(1)).toContainText(second);
  await expect(cells('A2').nth(1)).toContainText(first);

  await cells('A2').nth(2).press('Enter');
  await coach.getByRole('combobox', { name: 'A2, goal' }).selectOption('power');
  await expect(cells('A2').nth(2)).toContainText('power');
  await expect(cells('A2').nth(2).getByRole('img', { name: 'set by hand: goal' })).toBeVisible();
  await expectSaved(coach);
  await expectAccessible(coach);

  // After a reload the server still knows what the edits changed.
  await coach.reload();
  await coach.getByRole('button', { name: 'Undo' }).click();
  await expect(cells('A2').nth(2)).toContainText(goal);
  await expect(cells('A2').nth(2).getByRole('img', { name: 'set by hand: goal' })).toHaveCount(0);
  await expectSaved(coach);
  await coach.getByRole('button', { name: 'Undo' }).click();
  await expect(cells('A1').nth(1)).toContainText(first);
  await expectSaved(coach);
});

test('building again shows what changes and keeps what the coach set by hand @desktop', async ({
  coachPage: coach,
  client,
  owner,
}) => {
  await tellProfile(owner, client);
  const { programId } = await buildProgram(coach, client);
  await coach.goto(`/clients/${client.clientId}/programs/${programId}`);
  await typeDose(coach, { slot: 'A1', week: 3 }, '5x4');
  await expectSaved(coach);

  const { value } = await callApi(coach, 'coach', 'rules.save', {
    revision: 0,
    name: 'article',
    tuned: { restStrength: 240, setsStrength: 2 },
  });
  expect(value).toMatchObject({ revision: 1 });
  await coach.getByRole('button', { name: 'Build again from the profile' }).click();
  const dialog = coach.getByRole('dialog', { name: 'Build again from the profile' });
  await expect(dialog).toContainText('All that you set by hand stays.');
  await expect(dialog.getByRole('region', { name: 'What changes' })).toContainText('4 min');
  await expectAccessible(coach);
  await dialog.getByRole('button', { name: 'Take it' }).click();
  await expect(dialog).toBeHidden();
  await expectDose(coach, { slot: 'A1', week: 3 }, '5x4');
  await expectDose(coach, { slot: 'A1', week: 4 }, '2x');
});

test('an owner sees what other rules change for each client before she saves them', async ({
  coachPage: coach,
  client,
  owner,
}) => {
  await tellProfile(owner, client);
  await buildProgram(coach, client);
  await coach.goto('/rules');
  await coach.getByRole('link', { name: /^Your rules/ }).click();
  await coach.getByRole('radio', { name: /Hard days hard/ }).check();
  // An answer that failed is asked for again by the same button.
  await coach.route('**/api/trpc/rules.preview*', (route) => route.abort(), { times: 1 });
  await coach.getByRole('button', { name: 'Show what changes' }).click();
  await expect(coach.getByText('The server did not answer. Try again in a moment.')).toBeVisible();
  await coach.getByRole('button', { name: 'Show what changes' }).click();
  const effects = coach.getByRole('region', { name: 'Effects' });
  await expect(effects).toContainText(client.name);
  await expect(effects).toContainText('Wednesday takes strength.');
  await expect(effects).toContainText('The coach chose this over the article’s rule.');
  await expectAccessible(coach);
  await coach.getByRole('button', { name: 'Save the rules' }).click();
  await expect(coach.getByRole('region', { name: 'Messages' })).toContainText('Your rules are saved');
  await coach.reload();
  await expect(coach.getByRole('radio', { name: /Hard days hard/ })).toBeChecked();
});

test('a coach sets one rule aside for one client with a reason, and puts it back', async ({
  coachPage: coach,
  client,
}) => {
  await coach.goto(`/clients/${client.clientId}/profile`);
  const rules = coach.getByRole('region', { name: 'Rules for this client' });
  await rules.getByRole('button', { name: 'Set aside S23' }).click();
  await rules.getByLabel(/^Why S23 does not hold/).fill('She doubles on Wednesdays');
  await rules.getByRole('button', { name: 'Set it aside' }).click();
  await expect(rules).toContainText('“She doubles on Wednesdays”');
  await expectAccessible(coach);
  await rules.getByRole('button', { name: 'Put back S23' }).click();
  await expect(rules).toContainText('all of them hold');
});

test('a page for an id that names nothing is not there, and a stranger is sent to sign in @desktop', async ({
  coachPage: coach,
  browser,
}) => {
  const nothing = '018f0000-0000-7000-8000-000000000000';
  for (const path of [`/clients/${nothing}`, `/clients/${nothing}/programs/${nothing}`, '/library/nothing']) {
    expect((await coach.goto(path))?.status(), path).toBe(404);
  }
  const stranger = await browser.newContext();
  for (const path of ['/', '/clients', '/rules', '/library']) {
    const answer = await stranger.request.get(new URL(path, coach.url()).href, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(307);
  }
  await stranger.close();
});
