import { newId } from '@groundwork/db/new-id';
import type { OwnerConnection } from '@groundwork/db/open-owner';
import type { TestPractice } from '@groundwork/db/testing/make-practice';
import { expect, type Page } from '@playwright/test';
import { callApi } from '../fixtures.ts';
import { journeyNow } from '../journey-clock.ts';
import { expectLetter } from '../mailbox.ts';

export interface Visitor {
  readonly name: string;
  readonly email: string;
}

/** Fills in the public form and sends it. */
export async function join(page: Page, { name, email }: Visitor): Promise<void> {
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('radio', { name: 'A half marathon' }).check();
  await page.getByRole('checkbox', { name: /offer me a spot/ }).check();
  await page.getByRole('button', { name: 'Join the list' }).click();
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
}

/** Puts somebody in line as the form and the letter would: joined, confirmed, at the end. */
export async function standInLine(page: Page, { slug }: TestPractice, visitor: Visitor): Promise<void> {
  const entry = { id: newId(), slug, ...visitor, goal: 'keep_running', letters: false };
  expect((await callApi(page, 'portal', 'waitlist.join', entry)).code).toBeUndefined();
  const [link = ''] = (await expectLetter(visitor.email, /^Confirm your place/)).links;
  const token = new URL(link).searchParams.get('token');
  expect((await callApi(page, 'portal', 'waitlist.confirm', { slug, token })).code).toBeUndefined();
}

/** Offers spots to the front of the line, from the coach's page. */
export async function openSpots(page: Page, spots: number): Promise<void> {
  await page.getByRole('button', { name: 'Open spots' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open spots' });
  await dialog.getByRole('textbox', { name: 'Spots to offer' }).fill(String(spots));
  await dialog.getByRole('button', { name: /^Ask / }).click();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(/by mail/);
}

/** Moves the deadline of somebody's offer into the past, and has the worker look at it now. */
export async function runOut({ owner }: OwnerConnection, { email }: Visitor): Promise<void> {
  const { rows } = await owner.query(
    `update offer o set expires_at = $2 from waitlist_entry e
     where e.practice_id = o.practice_id and e.id = o.entry_id and e.email = $1 and o.status = 'held'
     returning o.practice_id, o.id`,
    [email, new Date(journeyNow().getTime() - 60_000)],
  );
  const { practice_id: practiceId, id: offerId } = rows[0];
  await owner.query(
    `select graphile_worker.add_job('expire_offer', json_build_object('practiceId', $1::text, 'offerId', $2::text), job_key => $3)`,
    [practiceId, offerId, `${practiceId}:expire_offer:${offerId}`],
  );
}
