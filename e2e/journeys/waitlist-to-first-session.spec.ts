import { expectAccessible } from '../expect-accessible.ts';
import { expect, test } from '../fixtures.ts';
import { expectLetter } from '../mailbox.ts';
import { answerIntake } from './intake.ts';
import { followThrice } from './mailed-link.ts';
import * as program from './program.ts';
import { join, openSpots, runOut, standInLine } from './waitlist.ts';

test('a visitor joins the line, gets a spot, and sees her first session', async ({
  coachPage: coach,
  visitorPage: visitor,
  practice,
}) => {
  test.slow();
  const nora = { name: 'Nora Berg', email: `nora@${practice.slug}.example` };
  await visitor.goto('/');
  await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(visitor);
  await visitor.goto(`/p/${practice.slug}`);
  await expectAccessible(visitor);
  await join(visitor, nora);
  await expectAccessible(visitor);

  const confirmation = await followThrice(visitor, await expectLetter(nora.email, /^Confirm your place/));
  await coach.goto('/waitlist');
  await expect(coach.getByRole('row', { name: /Nora Berg/ })).toContainText('address not confirmed');
  await visitor.goto(confirmation);
  await expectAccessible(visitor);
  await visitor.getByRole('button', { name: 'Confirm and take my place' }).click();
  await expect(visitor.getByRole('heading', { name: 'You are next' })).toBeVisible();
  await expect(visitor.getByRole('main')).toContainText(/1\s*of 1 in line/);
  await expect(visitor.getByRole('main')).toContainText('The line is sorted by the moment people confirmed');
  await expectAccessible(visitor);

  await coach.reload();
  await expect(coach.getByRole('row', { name: /Nora Berg/ })).toContainText('waits');
  await openSpots(coach, 1);
  await expectAccessible(coach);

  const offer = await followThrice(visitor, await expectLetter(nora.email, /^A spot at .* is held for you$/));
  await visitor.goto(offer);
  await expect(visitor.getByRole('heading', { name: /^A spot is held for you/ })).toBeVisible();
  await expectAccessible(visitor);
  await visitor.getByRole('button', { name: 'Take the spot' }).click();
  await expect(visitor.getByRole('heading', { name: nora.name })).toBeVisible();
  await answerIntake(visitor, ['Easy', 'Easy', 'Fast', 'No run', 'Easy', 'Long', 'No run'], expectAccessible);
  await expectAccessible(visitor);

  await coach.goto('/clients');
  await coach.getByRole('link', { name: nora.name, exact: true }).click();
  await program.buildFromClientPage(coach, 6);
  await program.publish(coach);

  await visitor.goto('/today');
  await expect(visitor.getByRole('heading', { name: 'Strength A', level: 1 })).toBeVisible();
  await expect(visitor.getByRole('link', { name: /^Start/ })).toBeVisible();
  await visitor.goto(offer);
  await expect(visitor.getByRole('heading', { name: 'You have taken this spot' })).toBeVisible();
  await expectAccessible(visitor);
});

test('an offer that runs out goes to the next in line, and the late one keeps her place', { tag: '@desktop' }, async ({
  coachPage: coach,
  visitorPage: visitor,
  owner,
  practice,
}) => {
  const anna = { name: 'Anna First', email: `anna@${practice.slug}.example` };
  const bea = { name: 'Bea Second', email: `bea@${practice.slug}.example` };
  await standInLine(visitor, practice, anna);
  await standInLine(visitor, practice, bea);
  await coach.goto('/waitlist');
  await openSpots(coach, 1);
  const [annasOffer = ''] = (await expectLetter(anna.email, /^A spot at/)).links;
  await visitor.goto(annasOffer);
  await expect(visitor.getByRole('button', { name: 'Take the spot' })).toBeVisible();

  await runOut(owner, anna);
  await visitor.getByRole('button', { name: 'Take the spot' }).click();
  await expect(visitor.getByRole('heading', { name: 'This offer ran out' })).toBeVisible();
  await expect(visitor.getByRole('main')).toContainText('You keep your place in line');
  await expectAccessible(visitor);

  const [annasPlace = ''] = (await expectLetter(anna.email, /has moved on$/)).links;
  await visitor.goto(annasPlace);
  await expect(visitor.getByRole('heading', { name: 'You are next' })).toBeVisible();
  await expect(visitor.getByRole('main')).toContainText(/1\s*of 2 in line/);
  const [beasOffer = ''] = (await expectLetter(bea.email, /^A spot at/)).links;
  await visitor.goto(beasOffer);
  await expect(visitor.getByRole('heading', { name: /^A spot is held for you/ })).toBeVisible();
  await coach.reload();
  await expect(coach.getByRole('row', { name: /^1 Anna First/ })).toContainText('waits');
  await expect(coach.getByRole('row', { name: /^2 Bea Second/ })).toContainText('offer held until');
});
