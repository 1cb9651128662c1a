import { newId } from '@groundwork/db/new-id';
import { makePractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { expect, it } from 'vitest';
import { callCoach, testNow } from '../testing/call-as.ts';
import { type SendMail, sendMail, type WireMail } from './send-mail.ts';

const database = useTestDatabase();

/** An invitation in the outbox and a transport that keeps what it is given. */
async function arrange() {
  const practice = await makePractice(database);
  const email = `mei@${practice.slug}.example`;
  const { coach: _, practiceId } = practice;
  await callCoach(practice).clients.invite({ id: newId(), name: 'Mei', email });
  const { rows } = await database.owner.query('select id from mail where recipient = $1', [email]);
  const wire: WireMail[] = [];
  const job: SendMail = {
    practiceId,
    mailId: rows[0].id,
    domain: 'groundwork.example',
    transport: async (mail) => void wire.push(mail),
    now: () => testNow,
    isLastAttempt: false,
  };
  const row = async () =>
    (
      await database.owner.query('select status, attempts, last_error, body_sealed from mail where id = $1', [
        job.mailId,
      ])
    ).rows[0];
  return { practice, email, wire, job, row };
}

it('sends once, under an id that stays, and forgets the text of a confidential letter', async () => {
  const { email, wire, job, row } = await arrange();
  expect(await sendMail(job)).toBe('sent');
  expect(await sendMail(job)).toBe('sent_before');
  expect(wire).toHaveLength(1);
  expect(wire[0]).toMatchObject({ messageId: `<${job.mailId}@groundwork.example>`, to: email });
  expect(wire[0]?.text).toContain('http://portal.test/invitation?practice=');
  expect(wire[0]?.html).toContain('http://portal.test/invitation?practice=');
  expect(await row()).toMatchObject({ status: 'sent', attempts: 1, body_sealed: null });
});

it('is sent by one worker at a time: a second one that comes meanwhile comes back later', async () => {
  const { wire, job } = await arrange();
  let begin = () => {};
  const begun = new Promise<void>((settle) => {
    begin = settle;
  });
  let end = () => {};
  const ended = new Promise<void>((settle) => {
    end = settle;
  });
  const slow = sendMail({
    ...job,
    transport: async (mail) => {
      begin();
      await ended;
      wire.push(mail);
    },
  });
  await begun;
  await expect(sendMail(job)).rejects.toThrow('Another worker');
  end();
  expect(await slow).toBe('sent');
  expect(await sendMail(job)).toBe('sent_before');
  expect(wire).toHaveLength(1);
});

it('notes a failure, lets the queue try again, and gives up for the operator to see', async () => {
  const { practice, wire, job, row } = await arrange();
  const broken = { ...job, transport: () => Promise.reject(new Error('connect ECONNREFUSED')) };
  await expect(sendMail(broken)).rejects.toThrow('ECONNREFUSED');
  expect(await row()).toMatchObject({ status: 'queued', attempts: 1, last_error: 'connect ECONNREFUSED' });
  await expect(sendMail({ ...broken, isLastAttempt: true })).rejects.toThrow('ECONNREFUSED');
  expect(await row()).toMatchObject({ status: 'failed', attempts: 2 });
  const { mails } = await callCoach(practice, 'owner').outbox.list({});
  expect(mails).toMatchObject([{ status: 'failed', lastError: 'connect ECONNREFUSED', template: 'invitation' }]);
  expect(await sendMail(job)).toBe('sent');
  expect(wire).toHaveLength(1);
});

it('knows nothing of another practice’s mail', async () => {
  const { wire, job } = await arrange();
  const other = await makePractice(database);
  expect(await sendMail({ ...job, practiceId: other.practiceId })).toBe('unknown');
  expect(wire).toEqual([]);
});

it('withholds a confidential letter in the outbox, and pages through the rest', async () => {
  const { practice, job } = await arrange();
  const owner = callCoach(practice, 'owner');
  expect(await owner.outbox.get({ mailId: job.mailId })).toMatchObject({ html: null, text: null });
  await callCoach(practice).clients.invite({ id: newId(), name: 'Ann', email: `ann@${practice.slug}.example` });
  const first = await owner.outbox.list({ limit: 1 });
  const second = await owner.outbox.list({ limit: 1, before: first.nextBefore ?? '' });
  expect([first, second].map(({ mails }) => mails[0]?.recipient)).toEqual([
    `ann@${practice.slug}.example`,
    `mei@${practice.slug}.example`,
  ]);
  expect(second.nextBefore).toBeNull();
});
