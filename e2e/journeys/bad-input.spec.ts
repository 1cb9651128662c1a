import { newId } from '@groundwork/db/new-id';
import { expectAccessible } from '../expect-accessible.ts';
import { addresses, buildProgram, callApi, expect, publishProgram, tellProfile, test } from '../fixtures.ts';
import * as program from './program.ts';

test('an address of the dashboard that names nothing says so', async ({ coachPage: page, client }) => {
  const nothing = [
    '/clients/not-an-id',
    `/clients/${newId()}`,
    `/clients/${client.clientId}/programs/not-an-id`,
    `/clients/${client.clientId}/sessions/${newId()}`,
    '/library/no-such-exercise',
    '/rules/S999',
    '/outbox/not-an-id',
  ];
  for (const path of nothing) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveText('There is nothing here by that name');
  }
  await expectAccessible(page);
});

test('an address of the portal that names nothing says so', async ({ clientPage: page, practice }) => {
  const nothing = [
    '/session/not-an-id',
    `/session/${newId()}`,
    '/p/no-such-practice',
    '/exercises/nothing',
    '/rules/S999',
  ];
  for (const path of nothing) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveText('There is nothing here');
  }
  await expectAccessible(page);
  await page.goto('/week?from=2026-02-30');
  await expect(page.getByRole('heading', { name: 'This week', level: 1 })).toBeVisible();

  for (const token of ['', 'short', 'x'.repeat(43)]) {
    for (const [path, title] of [
      [`/p/${practice.slug}/confirm`, 'This link does not open a place'],
      [`/p/${practice.slug}/offer`, 'This link does not open an offer'],
      ['/sign-in/link', /^This link (is not complete|has been used or is too old)$/],
    ] as const) {
      await page.goto(`${path}?token=${token}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    }
  }
  await expectAccessible(page);
});

test('a dose that cannot be is refused where it was typed', async ({ coachPage: page, client, owner }) => {
  await tellProfile(owner, client);
  const { programId } = await buildProgram(page, client);
  await page.goto(`/clients/${client.clientId}/programs/${programId}`);
  const at = { slot: 'A1', week: 1 };
  await program.typeDose(page, at, '3x6 -5');
  await expect(page.getByRole('alert').filter({ hasText: 'Write it as 3x6 18' })).toBeVisible();
  await expectAccessible(page);
  await program.retypeDose(page, at, '3x999');
  await expect(page.getByRole('alert').filter({ hasText: /^1 to \d+ reps\.$/ })).toBeVisible();
  await program.retypeDose(page, at, '3x6 18 @2');
  await program.expectSaved(page);
  await page.reload();
  await program.expectDose(page, at, '3x6 18 @2');
});

test('a negative weight is refused at the set, and nothing is logged', async ({
  clientPage: phone,
  coachPage,
  client,
  owner,
}) => {
  await tellProfile(owner, client);
  await publishProgram(coachPage, client);
  await phone.goto('/today');
  await phone.getByRole('link', { name: /^Start/ }).click();
  const load = phone.getByRole('spinbutton', { name: 'Set 1, load in kg' });
  await load.fill('-5');
  await expect(load).toHaveAccessibleDescription(/Between 0 and/);
  await phone.getByRole('button', { name: 'Log set 1' }).click();
  await expect(load).toBeFocused();
  await expectAccessible(phone);
  await expect(phone.getByRole('img', { name: /^0 of/ })).toBeVisible();
});

test('a date that does not exist is no race', async ({ coachPage: page, client }) => {
  await page.goto(`/clients/${client.clientId}/profile`);
  await page.getByRole('button', { name: 'Add a race' }).click();
  const races = page.getByRole('region', { name: 'Races' });
  await races.getByRole('textbox', { name: 'Race' }).fill('Leap run');
  await races.getByLabel('Date').pressSequentially('30022027');
  await races.getByRole('button', { name: 'Add the race' }).click();
  await expect(races.getByLabel('Date')).toHaveAccessibleDescription('There is no such date.');
  await expectAccessible(page);
  await page.reload();
  await expect(races).toContainText('No race.');
});

test('the API refuses by a closed code, and changes nothing', { tag: '@desktop' }, async ({
  coachPage: page,
  client,
  owner,
}) => {
  await tellProfile(owner, client);
  const { clientId } = client;
  const { programId, revision } = await buildProgram(page, client);
  const swap = (exerciseId: string) => ({
    programId,
    revision,
    edit: { kind: 'set_prescription', session: 'w01-A', slot: 'A1', reach: 'session', fields: { exerciseId } },
  });
  const race = { id: newId(), clientId, name: 'Leap run', distance: 'half', priority: 'A' };
  const refusals = [
    ['programs.edit', swap('no_such_exercise'), 'INVALID_INPUT'],
    ['programs.edit', { ...swap('gm_side_plank'), programId: 'not-an-id' }, 'INVALID_INPUT'],
    ['programs.edit', { ...swap('gm_side_plank'), programId: newId() }, 'NOT_FOUND'],
    ['races.save', { ...race, date: '2027-02-30' }, 'INVALID_INPUT'],
  ] as const;
  for (const [procedure, input, code] of refusals) {
    expect((await callApi(page, 'coach', procedure, input)).code, procedure).toBe(code);
  }
  await page.goto('/clients');
  const large = page.evaluate(async () => {
    const body = JSON.stringify({ json: { name: 'x'.repeat(10_000_000) } });
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/api/trpc/clients.invite', { method: 'POST', headers, body })).json();
  });
  await expect(large).resolves.toMatchObject({ error: { json: { data: { code: 'TOO_LARGE' } } } });
  const foreign = await page.request.post(`${addresses.coach}/api/trpc/races.save`, {
    headers: { origin: 'https://elsewhere.example' },
    data: { json: { ...race, date: '2027-02-28' } },
  });
  expect(foreign.status()).toBe(403);
  const { rows } = await owner.owner.query(
    `select (select revision from program where id = $1) as revision,
       (select count(*)::int from race where client_id = $2) as races,
       (select count(*)::int from client c where c.practice_id = (select practice_id from client where id = $2)) as clients`,
    [programId, clientId],
  );
  expect(rows[0]).toEqual({ revision, races: 0, clients: 1 });
});
