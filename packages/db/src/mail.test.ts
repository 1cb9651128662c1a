import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { ensureUser } from './account.ts';
import { enqueueJob } from './job.ts';
import { findOutgoingMail, markMailFailed, markMailSent, type NewMail, writeMail } from './mail.ts';
import { findPractice, listPractices } from './practice-directory.ts';
import { type PracticeScope, withPractice } from './scope.ts';
import { makePractice, type TestPractice } from './testing/make-practice.ts';
import { useTestDatabase } from './testing/test-database.ts';

const database = useTestDatabase({ mayLeaveItToPolicies: true });
let practice: TestPractice;
let other: TestPractice;

beforeEach(async () => {
  practice = await makePractice(database);
  other = await makePractice(database);
});

const within = <Value>(work: (scope: PracticeScope) => Promise<Value>) => withPractice(practice.practiceId, work);
const letter: NewMail = {
  recipient: 'wanda@example.com',
  subject: 'A spot for you',
  html: '<p>secret-token</p>',
  text: 'secret-token',
  template: 'offer',
  idempotencyKey: 'offer:1',
  confidential: true,
};

async function listJobs() {
  const { rows } = await database.owner.query(
    `select j.task_identifier as task, p.payload, j.key from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
     where p.payload ->> 'practiceId' in ($1, $2) order by p.id`,
    [practice.practiceId, other.practiceId],
  );
  return rows;
}

it('a letter and its job are written once per key, and per practice', async () => {
  const id = await within((scope) => writeMail(scope, letter));
  expect(await within((scope) => writeMail(scope, letter))).toBeUndefined();
  const theirs = await withPractice(other.practiceId, (scope) => writeMail(scope, letter));
  expect(theirs).toBeDefined();
  expect(await listJobs()).toEqual([
    {
      task: 'send_mail',
      payload: { mailId: id, practiceId: practice.practiceId },
      key: `${practice.practiceId}:mail:${id}`,
    },
    {
      task: 'send_mail',
      payload: { mailId: theirs, practiceId: other.practiceId },
      key: `${other.practiceId}:mail:${theirs}`,
    },
  ]);
});

it('a confidential letter is readable to the worker alone, until it is sent', async () => {
  const id = (await within((scope) => writeMail(scope, letter))) ?? '';
  const stored = async () =>
    (await database.owner.query('select m::text as row from mail m where id = $1', [id])).rows[0].row;
  expect(await stored()).not.toContain('secret-token');
  expect(await within((scope) => findOutgoingMail(scope, id))).toMatchObject({
    html: letter.html,
    text: letter.text,
    status: 'queued',
  });
  await within((scope) => markMailFailed(scope, id, { error: 'no route to host', isLast: false }));
  expect(await within((scope) => findOutgoingMail(scope, id))).toMatchObject({ text: letter.text, status: 'queued' });
  await within((scope) => markMailSent(scope, id, new Date()));
  expect(await within((scope) => findOutgoingMail(scope, id))).toMatchObject({ html: '', text: '', status: 'sent' });
  const { rows } = await database.owner.query('select attempts, last_error, body_sealed from mail where id = $1', [id]);
  expect(rows).toEqual([{ attempts: 2, last_error: null, body_sealed: null }]);
  expect(await withPractice(other.practiceId, (scope) => findOutgoingMail(scope, id))).toBeUndefined();
});

it('an ordinary letter stays readable in the outbox', async () => {
  const id = (await within((scope) => writeMail(scope, { ...letter, confidential: false }))) ?? '';
  await within((scope) => markMailFailed(scope, id, { error: 'refused', isLast: true }));
  expect(await within((scope) => findOutgoingMail(scope, id))).toMatchObject({ text: letter.text, status: 'failed' });
});

it('nothing is sent for a change that did not happen', async () => {
  const failing = within(async (scope) => {
    await writeMail(scope, letter);
    throw new Error('changed her mind');
  });
  await expect(failing).rejects.toThrow('changed her mind');
  expect(await listJobs()).toEqual([]);
});

it('a job belongs to its practice, whatever its payload says, and replaces a waiting one with its key', async () => {
  const runAt = new Date('2027-01-01T00:00:00Z');
  const forged = { offerId: 'x', practiceId: other.practiceId };
  await within((scope) => enqueueJob(scope, { task: 'expire_offer', payload: forged, key: 'offer:x', runAt }));
  await within((scope) =>
    enqueueJob(scope, { task: 'expire_offer', payload: { offerId: 'y' }, key: 'offer:x', runAt }),
  );
  await withPractice(other.practiceId, (scope) =>
    enqueueJob(scope, { task: 'expire_offer', payload: {}, key: 'offer:x' }),
  );
  expect(await listJobs()).toEqual([
    {
      task: 'expire_offer',
      payload: { offerId: 'y', practiceId: practice.practiceId },
      key: `${practice.practiceId}:offer:x`,
    },
    { task: 'expire_offer', payload: { practiceId: other.practiceId }, key: `${other.practiceId}:offer:x` },
  ]);
});

it('a person is made once, by whichever practice meets her first', async () => {
  const email = `Wanda@${practice.slug}.example`;
  const [one, two] = await Promise.all([
    within((scope) => ensureUser(scope, email, 'Wanda')),
    withPractice(other.practiceId, (scope) => ensureUser(scope, email.toLowerCase(), 'W.')),
  ]);
  expect(one).toBe(two);
});

it('anybody finds a practice by its public address, and no more of it than that', async () => {
  expect(await findPractice(practice.slug)).toEqual({
    id: practice.practiceId,
    slug: practice.slug,
    name: expect.any(String),
    about: '',
    timeZone: 'Europe/Berlin',
  });
  expect(await findPractice("' or true --")).toBeUndefined();
  expect((await listPractices()).map(({ slug }) => slug)).toContain(other.slug);
  const { rows } = await within(({ tx }) => tx.execute(sql`select count(*)::int as n from practice`));
  expect(rows).toEqual([{ n: 1 }]);
});
