import { expectAccessible } from '../expect-accessible.ts';
import { expect, openBrowser, publishProgram, tellProfile, test } from '../fixtures.ts';
import { expectLetter } from '../mailbox.ts';
import * as program from './program.ts';
import * as runs from './running-week.ts';
import * as session from './session.ts';

const week = ['Easy', 'Easy', 'Speed', 'No run', 'Easy', 'Long', 'No run'] as const;

test('a coach plans strength around a running week, the client does it, and what she logged stays', async ({
  coachPage: coach,
  clientPage: phone,
  client,
  owner,
}, { project }) => {
  test.slow();
  await tellProfile(owner, client);

  await coach.goto('/clients');
  await expectAccessible(coach);
  await coach.getByRole('link', { name: client.name, exact: true }).click();
  await coach.getByRole('link', { name: 'Running week' }).click();
  await (project.name === 'desktop' ? runs.typeRuns : runs.pickRuns)(coach, week);
  await runs.expectSentence(coach, 'Two full sessions fit, on Monday and Thursday.');
  await runs.expectStrength(coach, {
    Monday: 'strength A',
    Tuesday: 'no strength, day before speed',
    Wednesday: 'no strength, speed day',
    Thursday: 'strength B',
    Saturday: 'no strength, long-run day',
    Sunday: 'no strength, day after long',
  });
  await runs.expectWhy(coach, 'Tuesday', {
    title: 'Why no strength on Tuesday',
    facts: [
      'Wednesday is speed work.',
      'S24, no strength the day before speed work',
      'Doma and Deakin 2013',
      'Monday and Thursday are used; Friday is free',
    ],
  });
  await expectAccessible(coach);
  await runs.saveRuns(coach);

  await coach.getByRole('link', { name: 'Program', exact: true }).click();
  await expectAccessible(coach);
  await program.buildFromClientPage(coach, 6);
  const why = await program.openDoseWhy(coach, { slot: 'A1', week: 1 });
  await expect(why.getByRole('link').first()).toHaveAttribute('href', /^\/rules\//);
  await program.typeDose(coach, { slot: 'A1', week: 1 }, '3x8 20 @2');
  await program.expectDose(coach, { slot: 'A1', week: 1 }, '3x8 20 @2');
  await expectAccessible(coach);
  await program.publish(coach);
  await expectLetter(client.email, /^Your program starts/);

  await phone.goto('/today');
  await expect(phone.getByRole('heading', { name: 'Strength A', level: 1 })).toBeVisible();
  await expect(phone.getByRole('main')).toContainText(/exercises, about \d+ minutes. Easy run today too./);
  await expect(phone.getByRole('main')).toContainText('Why today: Wednesday’s speed work is two days off.');
  await expect(phone.getByRole('list', { name: 'Exercises of Strength A' })).toContainText('3 × 8');
  await expectAccessible(phone);
  await phone.getByRole('list', { name: 'Exercises of Strength A' }).getByRole('link').first().click();
  await expect(phone.getByRole('main')).toContainText(/rung \d of \d/);
  await expectAccessible(phone);
  await phone.goBack();
  await phone.getByRole('link', { name: /^Start/ }).click();
  await expect(phone.getByRole('spinbutton', { name: 'Set 1, load in kg' })).toHaveValue('20');
  await expect(phone.getByRole('spinbutton', { name: 'Set 1, reps' })).toHaveValue('8');
  await expectAccessible(phone);
  await session.logAllSets(phone);
  await expectAccessible(phone);
  await session.finish(phone, { effort: /^5,/, note: 'The last ones were heavy.' });
  await expectAccessible(phone);
  await session.expectNothingWaits(phone);

  await coach.goto(`/clients/${client.clientId}/logs`);
  const firstLine = coach.getByRole('row', { name: /^A1 / });
  await expect(firstLine).toContainText(/8, 8, 8\s*20 kg/);
  await expect(coach.getByRole('main')).toContainText('The last ones were heavy.');
  await expectAccessible(coach);

  await coach.getByRole('link', { name: 'Program', exact: true }).click();
  await coach.getByRole('link', { name: /^Open .*6 weeks$/ }).click();
  await program.expectLocked(coach, { slot: 'A1', week: 1 });
  await program.typeDose(coach, { slot: 'A1', week: 2 }, '4x5 25 @2');
  await program.publish(coach, 'Heavier from next week on.');

  await phone.goto('/today');
  await expect(phone.getByRole('main')).toContainText('Heavier from next week on.');
  await phone.getByRole('link', { name: /^Done/ }).click();
  await expect(phone.getByRole('list', { name: 'What was done' })).toContainText('20 kg × 8, 8, 8');
  await phone.goto('/week');
  await expectAccessible(phone);
  await phone.getByRole('link', { name: 'Week after' }).click();
  await expect(phone).toHaveURL(/from=/);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(/^Week of /);
  await phone.getByRole('link', { name: 'Strength A' }).click();
  await expect(phone.getByRole('spinbutton', { name: 'Set 1, load in kg' })).toHaveValue('25');
  await expect(phone.getByRole('spinbutton', { name: 'Set 1, reps' })).toHaveValue('5');
});

test('strength follows a run that is carried to another day', async ({ coachPage: coach, client }) => {
  await coach.goto(`/clients/${client.clientId}/running`);
  await runs.typeRuns(coach, week);
  await runs.dragRun(coach, 'Saturday', 'Sunday');
  await runs.expectRun(coach, 'Sunday', 'Long');
  await runs.expectStrength(coach, {
    Monday: 'no strength, day after long',
    Sunday: 'no strength, long-run day',
  });
  await runs.expectSentence(coach, 'Two full sessions fit, on Thursday and Saturday.');
});

test('a week without room says so, and each way out says what it would give', async ({ coachPage: coach, client }) => {
  await coach.goto(`/clients/${client.clientId}/running`);
  await runs.typeRuns(coach, ['Easy', 'Speed', 'Easy', 'Speed', 'Easy', 'Long', 'No run']);
  await runs.expectSentence(coach, 'One of two full sessions could not be placed. Friday takes a full one');
  const ways = coach.getByRole('list', { name: 'Ways to make room' }).getByRole('listitem');
  await expect(ways.filter({ hasText: 'Two full sessions' }).nth(1)).toBeVisible();
  await expectAccessible(coach);
  await coach.getByRole('button', { name: 'Why not two full sessions' }).click();
  await coach.getByRole('note').getByRole('link', { name: 'Read the rule' }).click();
  await expect(coach.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(coach);
  await coach.goBack();
  await runs.typeRuns(coach, ['Easy', 'Speed', 'Easy', 'Speed', 'Easy', 'Long', 'No run']);
  await coach.getByRole('button', { name: 'Apply: Swap Monday and Tuesday' }).click();
  await runs.expectSentence(coach, 'Two full sessions fit, on Tuesday and Friday.');
  await runs.expectStrength(coach, { Tuesday: 'strength A', Friday: 'strength B' });
  await runs.saveRuns(coach);
  await coach.reload();
  await runs.expectRun(coach, 'Monday', 'Speed');
});

test('a second coach’s edit to the same program is told, and neither is lost', async ({
  browser,
  coachPage: first,
  client,
  owner,
  practice,
}) => {
  await tellProfile(owner, client);
  const { programId } = await publishProgram(first, client);
  const second = await openBrowser(browser, 'coach', practice.coach);
  const address = `/clients/${client.clientId}/programs/${programId}`;
  await first.goto(address);
  await second.goto(address);
  await program.typeDose(second, { slot: 'A1', week: 2 }, '4x5 25 @2');
  await program.expectSaved(second);
  await program.typeDose(first, { slot: 'A1', week: 3 }, '3x7 22 @2');

  const notice = first.getByRole('alert', { name: 'Changed by somebody else' });
  await expect(notice).toContainText('Carla Coach changed this program');
  await expect(notice.getByRole('table')).toContainText('25 kg');
  await expect(notice.getByRole('table')).toContainText('22 kg');
  await expectAccessible(first);
  await notice.getByRole('button', { name: 'Load theirs and re-apply mine' }).click();
  await program.expectSaved(first);
  await second.reload();
  for (const coach of [first, second]) {
    await program.expectDose(coach, { slot: 'A1', week: 2 }, '4x5 25 @2');
    await program.expectDose(coach, { slot: 'A1', week: 3 }, '3x7 22 @2');
  }
  await second.context().close();
});
