import { expectAccessible } from '../expect-accessible.ts';
import { buildProgram, expect, tellProfile, test } from '../fixtures.ts';
import * as program from './program.ts';
import * as session from './session.ts';

test('two exercises that the coach pairs go by turns on the phone, without a signal too', async ({
  coachPage: coach,
  clientPage: phone,
  client,
  owner,
}) => {
  await tellProfile(owner, client);
  const { programId } = await buildProgram(coach, client);
  await coach.goto(`/clients/${client.clientId}/programs/${programId}`);
  await coach.getByRole('button', { name: /^Pair A1,/ }).click();
  const dialog = coach.getByRole('dialog', { name: /^By turns with/ });
  await expect(dialog.getByRole('button', { name: /Two heavy lifts would tire each other/ }).first()).toBeDisabled();
  await expectAccessible(coach);
  const partner = dialog.getByRole('listitem').getByRole('button', { disabled: false }).first();
  const [slot = ''] = /A\d/.exec((await partner.textContent()) ?? '') ?? [];
  await partner.click();
  await expect(coach.getByRole('button', { name: new RegExp(`^Part ${slot},`) })).toBeAttached();
  await expectAccessible(coach);
  await program.publish(coach);

  await phone.goto('/today');
  await expect(phone.getByRole('list', { name: 'Exercises of Strength A' }).getByRole('listitem').nth(1)).toContainText(
    'by turns with the one above',
  );
  await expectAccessible(phone);
  await expect(phone.getByRole('status')).toHaveText('On this phone', { timeout: 20_000 });
  await phone.context().setOffline(true);
  await phone.getByRole('link', { name: /^Start/ }).click();
  await phone.getByText('Warm-up, about').click();
  await expect(phone.getByRole('group').filter({ hasText: 'Get warm' })).toContainText('Ramp up to');

  const heading = phone.getByRole('heading', { level: 1 });
  const rest = phone.getByRole('region', { name: 'Rest timer' });
  const first = (await heading.textContent()) ?? '';
  const { total } = await session.readProgress(phone);
  await session.logSet(phone);
  await session.expectSetsDone(phone, 1);
  await expect(heading).not.toHaveText(first);
  await expect(phone.getByRole('main')).toContainText(`By turns with ${first}`);
  await expect(rest, 'the partner is done inside the rest').toBeHidden();
  await phone.clock.fastForward('01:00');
  await session.logSet(phone);
  await session.expectSetsDone(phone, 2);
  await expect(heading).toHaveText(first);
  await expect(rest).toContainText(`Rest, then set 2 of ${first}`);
  // Of the lift's rest, a minute has gone by with the partner's set.
  const [minutes = 0, seconds = 0] = ((await rest.getByRole('timer').textContent()) ?? '').split(':').map(Number);
  expect(60 * minutes + seconds).toBeGreaterThan(30);
  expect(60 * minutes + seconds).toBeLessThanOrEqual(120);
  await expectAccessible(phone);

  await session.logAllSets(phone);
  await session.finish(phone, { effort: /^5,/, note: '' });
  await phone.context().setOffline(false);
  await expect(phone.getByRole('status')).toHaveText('On this phone', { timeout: 20_000 });
  const { rows } = await owner.owner.query(
    'select count(distinct (prescription_id, set_number))::int as sets from set_log where client_id = $1',
    [client.clientId],
  );
  expect(rows[0]).toEqual({ sets: total });
});
