import { expect, publishProgram, tellProfile, test } from '../fixtures.ts';
import * as session from './session.ts';

test('a session is done without a signal, and reaches the coach once', { tag: '@phone' }, async ({
  clientPage: phone,
  coachPage,
  client,
  owner,
}) => {
  await tellProfile(owner, client);
  await publishProgram(coachPage, client);
  await phone.goto('/today');
  await expect(phone.getByRole('status')).toHaveText('On this phone', { timeout: 20_000 });

  await phone.context().setOffline(true);
  await phone.getByRole('link', { name: /^Start/ }).click();
  const { total } = await session.readProgress(phone);
  await session.logAllSets(phone);
  await phone.reload();
  await session.expectSetsDone(phone, total);
  // The start of the session waits too.
  await expect(phone.getByRole('status')).toHaveText(`Saved here, ${total + 1} waiting`);
  await session.finish(phone, { effort: /^5,/, note: 'No signal down there.' });
  await phone.reload();
  await expect(phone.getByRole('heading', { name: 'Done', exact: true })).toBeVisible();
  await expect(phone.getByRole('status')).toHaveText(`Saved here, ${total + 2} waiting`);

  await phone.context().setOffline(false);
  await expect(phone.getByRole('status')).toHaveText('On this phone', { timeout: 20_000 });
  const { rows } = await owner.owner.query(
    `select count(*)::int as logs, count(distinct (prescription_id, set_number))::int as sets,
       (select status from session where id = any(array_agg(l.session_id))) as state
     from set_log l where client_id = $1`,
    [client.clientId],
  );
  expect(rows[0]).toEqual({ logs: total, sets: total, state: 'done' });
});

test('a phone that takes long to fetch the app still keeps the pages of the day', { tag: '@phone' }, async ({
  clientPage: phone,
  coachPage,
  client,
  owner,
}) => {
  await tellProfile(owner, client);
  await publishProgram(coachPage, client);
  // The worker is not active yet when the page first asks it for something.
  await phone.context().route('**/_next/static/**', async (route) => {
    if (route.request().serviceWorker()) await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await phone.goto('/today');
  await expect(phone.getByRole('status')).toHaveText('On this phone', { timeout: 20_000 });
});
