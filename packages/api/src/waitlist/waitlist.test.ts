import { findOutgoingMail } from '@groundwork/db/mail';
import { newId } from '@groundwork/db/new-id';
import { readPractice } from '@groundwork/db/scope';
import { makePractice, type TestPractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { describe, expect, it } from 'vitest';
import { showOpening } from '../coach/waitlist/show-opening.ts';
import { codeOf } from '../errors.ts';
import { joinLimit } from '../public/join-waitlist.ts';
import { callCoach, callVisitor, testNow } from '../testing/call-as.ts';
import { hashToken, makeToken } from '../token.ts';
import { expireOffer } from '../worker/expire-offer.ts';
import { fillOpeningNow } from '../worker/fill-opening.ts';
import { remindOffer } from '../worker/remind-offer.ts';

const database = useTestDatabase();
const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000);
const hours = (count: number) => minutes(60 * count);
const codeFrom = (call: Promise<unknown>) => call.then(() => 'answered', codeOf);

interface Person {
  readonly entryId: string;
  readonly email: string;
  readonly token: string;
}

const tokenOfEntry = (practice: TestPractice, id: string) =>
  makeToken('waitlist', { practiceId: practice.practiceId, id });
const tokenOfOffer = (practice: TestPractice, id: string) =>
  makeToken('offer', { practiceId: practice.practiceId, id });

async function join(practice: TestPractice, name: string, at = testNow): Promise<Person> {
  const entryId = newId();
  const email = `${name.toLowerCase()}@${practice.slug}.example`;
  const input = { id: entryId, slug: practice.slug, email, name, goal: 'marathon' as const, letters: false };
  await callVisitor({ now: at, address: `192.0.2.${name.length}` }).waitlist.join(input);
  return { entryId, email, token: tokenOfEntry(practice, entryId) };
}

/** Ada confirmed first, then Bea, then Cleo. */
async function arrangeLine(spots = 2, clients = 1) {
  const practice = await makePractice(database, { spots, clients });
  const { slug } = practice;
  const [ada, bea, cleo] = [await join(practice, 'Ada'), await join(practice, 'Bea'), await join(practice, 'Cleo')];
  for (const [index, { token }] of [ada, bea, cleo].entries()) {
    await callVisitor({ now: minutes(index + 1) }).waitlist.confirm({ slug, token });
  }
  return { practice, slug, ada, bea, cleo, coach: callCoach(practice, 'owner', { now: hours(1) }) };
}

async function listMails(practice: TestPractice, recipient: string) {
  const { rows } = await database.owner.query(
    'select id, template, subject, html, confidential from mail where practice_id = $1 and recipient = $2 order by id',
    [practice.practiceId, recipient],
  );
  return rows as { id: string; template: string; subject: string; html: string; confidential: boolean }[];
}

const listJobs = async (practice: TestPractice, task: string) => {
  const { rows } = await database.owner.query(
    `select j.run_at, p.payload from graphile_worker.jobs j
     join graphile_worker._private_jobs p on p.id = j.id where j.task_identifier = $1 and p.payload->>'practiceId' = $2`,
    [task, practice.practiceId],
  );
  return rows as { run_at: Date; payload: Record<string, string> }[];
};

describe('joining', () => {
  it('gives the same answer for a new, a known and a mechanical visitor, and one entry for one address', async () => {
    const practice = await makePractice(database);
    const visitor = callVisitor();
    const input = {
      id: newId(),
      slug: practice.slug,
      email: 'jo@example.org',
      name: 'Jo',
      goal: 'half_marathon' as const,
      letters: true,
    };
    const answers = [
      await visitor.waitlist.join(input),
      await visitor.waitlist.join({ ...input, id: newId(), email: '  JO@Example.org ' }),
      await visitor.waitlist.join({ ...input, id: newId(), email: 'bot@example.org', website: 'https://spam.example' }),
      await visitor.waitlist.join({ ...input, id: newId(), email: practice.clients[0]?.email ?? '' }),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { rows } = await database.owner.query('select email, status from waitlist_entry where practice_id = $1', [
      practice.practiceId,
    ]);
    expect(rows).toEqual([{ email: 'jo@example.org', status: 'unconfirmed' }]);
  });

  it('mails one confirmation an hour, which only the worker can read', async () => {
    const practice = await makePractice(database);
    const { entryId, email, token } = await join(practice, 'Jo');
    await join(practice, 'Jo', minutes(5));
    const mails = await listMails(practice, email);
    expect(mails).toMatchObject([{ template: 'waitlist-confirm', html: '', confidential: true }]);
    const mail = await readPractice(practice.practiceId, (scope) => findOutgoingMail(scope, mails[0]?.id ?? ''));
    const link = `http://portal.test/p/${practice.slug}/confirm?token=${token}`;
    expect(mail?.html).toContain(link);
    expect(mail?.text).toContain(link);
    expect(hashToken(token)).toBe(
      (await database.owner.query('select token_hash from waitlist_entry where id = $1', [entryId])).rows[0].token_hash,
    );
  });

  it('limits one machine and lets others in', async () => {
    const practice = await makePractice(database);
    const attempt = (address: string, at = testNow) =>
      codeFrom(
        callVisitor({ address, now: at }).waitlist.join({
          id: newId(),
          slug: practice.slug,
          email: `${newId()}@example.org`,
          name: 'Jo',
          goal: 'marathon',
          letters: false,
        }),
      );
    const answers: string[] = [];
    for (let count = 0; count < joinLimit.count + 3; count++) answers.push(await attempt('198.51.100.7'));
    expect(answers.filter((answer) => answer === 'answered')).toHaveLength(joinLimit.count);
    expect(answers.slice(joinLimit.count)).toEqual(['RATE_LIMITED', 'RATE_LIMITED', 'RATE_LIMITED']);
    expect(await attempt('198.51.100.8')).toBe('answered');
    const host = (number: number, of = 1) => attempt(`2001:db8:0:${of}::${number.toString(16)}`);
    for (let count = 0; count < joinLimit.count; count++) expect(await host(count)).toBe('answered');
    expect(await host(joinLimit.count), 'one subscriber has a whole /64').toBe('RATE_LIMITED');
    expect(await host(1, 2)).toBe('answered');
    expect(await attempt('198.51.100.7', minutes(joinLimit.minutes))).toBe('answered');
  });
});

describe('the line', () => {
  it('is in the order of confirming, not of joining', async () => {
    const practice = await makePractice(database);
    const { slug } = practice;
    const early = await join(practice, 'Ada');
    const late = await join(practice, 'Bea');
    await callVisitor({ now: minutes(1) }).waitlist.confirm({ slug, token: late.token });
    await callVisitor({ now: minutes(2) }).waitlist.confirm({ slug, token: early.token });
    expect(await callVisitor().waitlist.place({ slug, token: early.token })).toMatchObject({ place: 2, of: 2 });
    // Pressing the button again does not move anybody.
    await callVisitor({ now: minutes(9) }).waitlist.confirm({ slug, token: late.token });
    expect(await callVisitor().waitlist.place({ slug, token: late.token })).toMatchObject({ place: 1, of: 2 });
  });

  it('never offers to an address that is not confirmed', async () => {
    const practice = await makePractice(database, { spots: 5 });
    await join(practice, 'Ada');
    const { opening } = await callCoach(practice, 'owner').waitlist.open({ id: newId(), spots: 2, holdHours: 48 });
    expect(opening.offers).toEqual([]);
  });

  it('lets people leave and begin again at the end', async () => {
    const { slug, ada, practice } = await arrangeLine();
    const left = await callVisitor().waitlist.leave({ slug, token: ada.token });
    expect(left).toMatchObject({ status: 'left', place: null, of: 2 });
    expect(await callVisitor().waitlist.leave({ slug, token: ada.token })).toMatchObject({ status: 'left' });
    expect(await codeFrom(callVisitor().waitlist.confirm({ slug, token: ada.token }))).toBe('GONE');
    await join(practice, 'Ada', hours(1));
    const back = await callVisitor({ now: hours(2) }).waitlist.confirm({ slug, token: ada.token });
    expect(back).toMatchObject({ status: 'waiting', place: 3, of: 3 });
  });

  it('answers a made-up token as missing', async () => {
    const { slug } = await arrangeLine();
    const token = makeToken('waitlist', { practiceId: newId(), id: newId() });
    expect(await codeFrom(callVisitor().waitlist.place({ slug, token }))).toBe('NOT_FOUND');
    expect(await codeFrom(callVisitor().waitlist.leave({ slug, token }))).toBe('NOT_FOUND');
    expect(await codeFrom(callVisitor().offer.get({ slug, token }))).toBe('NOT_FOUND');
    expect(await codeFrom(callVisitor().offer.claim({ slug, token }))).toBe('NOT_FOUND');
    expect(await codeFrom(callVisitor().offer.decline({ slug, token }))).toBe('NOT_FOUND');
    expect(await codeFrom(callVisitor().offer.claim({ slug, token: 'x' }))).toBe('INVALID_INPUT');
    expect(await codeFrom(callVisitor().waitlist.place({ slug: 'nobody-here', token }))).toBe('NOT_FOUND');
  });
});

describe('an opening', () => {
  it('asks the first in line, with a deadline, a reminder and an expiry', async () => {
    const { practice, coach, ada, bea } = await arrangeLine();
    const { opening, spots } = await coach.waitlist.open({ id: newId(), spots: 1, holdHours: 48 });
    expect(opening.offers.map(({ email, status }) => [email, status])).toEqual([[ada.email, 'held']]);
    expect(opening.offers[0]?.expiresAt).toEqual(hours(49));
    expect(spots).toMatchObject({ spots: 2, taken: 2, free: 0, held: 1, coached: 1, waiting: 2 });
    expect((await listMails(practice, ada.email)).map(({ template }) => template)).toEqual([
      'waitlist-confirm',
      'offer',
    ]);
    expect((await listMails(practice, bea.email)).map(({ template }) => template)).toEqual(['waitlist-confirm']);
    const [expiry] = await listJobs(practice, 'expire_offer');
    expect(expiry?.run_at.getTime()).toBe(hours(49).getTime() + 1);
    expect((await listJobs(practice, 'remind_offer'))[0]?.run_at).toEqual(hours(25));
  });

  it('is the same opening when it is sent twice', async () => {
    const { coach } = await arrangeLine();
    const input = { id: newId(), spots: 1, holdHours: 48 };
    expect(await coach.waitlist.open(input)).toEqual(await coach.waitlist.open(input));
  });

  it('promises no more than is free', async () => {
    const { coach } = await arrangeLine();
    expect(await codeFrom(coach.waitlist.open({ id: newId(), spots: 2, holdHours: 48 }))).toBe('NO_SPOTS');
    expect((await coach.waitlist.overview()).openings).toEqual([]);
  });

  it('may be below what is taken: nobody loses a spot, nothing new is offered', async () => {
    const { coach } = await arrangeLine(2, 2);
    expect((await coach.waitlist.setSpots({ spots: 1 })).spots).toMatchObject({ spots: 1, taken: 2, free: 0 });
    expect(await codeFrom(coach.waitlist.open({ id: newId(), spots: 1, holdHours: 48 }))).toBe('NO_SPOTS');
  });

  it('skips with a reason and asks the next; the skipped one keeps her place', async () => {
    const { slug, practice, coach, ada, bea, cleo } = await arrangeLine(3, 1);
    await coach.waitlist.open({ id: newId(), spots: 1, holdHours: 48 });
    const [held] = (await coach.waitlist.overview()).openings[0]?.offers ?? [];
    await coach.waitlist.skip({ entryId: bea.entryId, reason: 'Asked to wait until June' });
    await coach.waitlist.withdraw({ offerId: held?.offerId ?? '', reason: 'Sent to the wrong Ada' });
    const after = await coach.waitlist.overview();
    const statuses = (email: string) =>
      after.openings[0]?.offers.filter((one) => one.email === email).map(({ status }) => status);
    expect([ada, bea, cleo].map(({ email }) => statuses(email))).toEqual([['withdrawn'], ['withdrawn'], ['held']]);
    expect(await callVisitor().waitlist.place({ slug, token: bea.token })).toMatchObject({ place: 2, of: 3 });
    const { entries } = await callCoach(practice, 'owner').audit.list({});
    expect(entries.find(({ action }) => action === 'entry.skipped')?.reason).toBe('Asked to wait until June');
    expect(entries.find(({ action }) => action === 'offer.withdrawn')?.reason).toBe('Sent to the wrong Ada');
  });
});

describe('nobody is passed over', () => {
  it('who is not in line, or whom no opening would ask', async () => {
    const { slug, coach, ada, bea, cleo } = await arrangeLine(3, 1);
    const skip = ({ entryId }: Person) => codeFrom(coach.waitlist.skip({ entryId, reason: 'Asked to wait' }));
    expect(await skip(ada), 'without an opening').toBe('INVALID_INPUT');
    await coach.waitlist.open({ id: newId(), spots: 1, holdHours: 48 });
    await callVisitor().waitlist.leave({ slug, token: cleo.token });
    expect(await skip(ada), 'with an offer').toBe('INVALID_INPUT');
    expect(await skip(cleo), 'who left').toBe('INVALID_INPUT');
    expect(await skip(bea)).toBe('answered');
    expect(await skip(bea), 'twice').toBe('INVALID_INPUT');
  });
});

it('an opening that is none is missing', async () => {
  const practice = await makePractice(database);
  expect(await codeFrom(readPractice(practice.practiceId, (scope) => showOpening(scope, newId())))).toBe('NOT_FOUND');
});

/** Ada holds the only offer of the opening; Bea is next. */
async function arrangeOffer() {
  const line = await arrangeLine();
  const openingId = newId();
  const { opening } = await line.coach.waitlist.open({ id: openingId, spots: 1, holdHours: 48 });
  const [held] = opening.offers;
  if (!held) throw new Error('Nothing was offered');
  const token = tokenOfOffer(line.practice, held.offerId);
  const { practiceId } = line.practice;
  return { ...line, openingId, held, token, practiceId, overview: () => line.coach.waitlist.overview() };
}

describe('an offer', () => {
  it('is left claimable by a scanner that opens its link three times', async () => {
    const { slug, token, held } = await arrangeOffer();
    for (let count = 0; count < 3; count++) {
      expect(await callVisitor({ now: hours(2) }).offer.get({ slug, token })).toMatchObject({ state: 'held' });
    }
    expect(await callVisitor({ now: held.expiresAt }).offer.claim({ slug, token })).toMatchObject({ name: 'Ada' });
  });

  it('makes the account, the client and the sign-in at once, and closes the opening', async () => {
    const { slug, token, ada, held, coach, overview } = await arrangeOffer();
    const cookies: string[] = [];
    const visitor = callVisitor({ now: hours(2), setCookie: (header) => cookies.push(header) });
    const { clientId } = await visitor.offer.claim({ slug, token, timeZone: 'Europe/Lisbon' });
    expect(cookies).toHaveLength(2);
    expect(cookies[0]).toMatch(/^groundwork-portal\.session=[\w-]{43}; Path=\/; .*HttpOnly; SameSite=Lax/);
    const after = await overview();
    expect(after.openings[0]).toMatchObject({ status: 'closed', claimed: 1, held: 0 });
    expect(after.entries.find(({ email }) => email === ada.email)).toMatchObject({ status: 'claimed', clientId });
    expect(after.spots).toMatchObject({ spots: 2, taken: 2, coached: 2, held: 0 });
    const { rows } = await database.owner.query(
      `select c.status, c.time_zone, u.email from client c join identity."user" u on u.id = c.user_id where c.id = $1`,
      [clientId],
    );
    expect(rows).toEqual([{ status: 'active', time_zone: 'Europe/Lisbon', email: ada.email }]);
    // What she took is neither declined nor withdrawn any more.
    expect(await codeFrom(visitor.offer.decline({ slug, token }))).toBe('GONE');
    expect(await codeFrom(coach.waitlist.withdraw({ offerId: held.offerId, reason: 'Too late' }))).toBe('GONE');
    expect(await codeFrom(visitor.offer.claim({ slug, token }))).toBe('GONE');
    expect(cookies).toHaveLength(2);
  });

  it('sent again under its id is taken once, answered alike, and signs in by the same session', async () => {
    const { slug, token } = await arrangeOffer();
    const claim = async (mutationKey: string) => {
      const cookies: string[] = [];
      const visitor = callVisitor({ now: hours(2), mutationKey, setCookie: (header) => cookies.push(header) });
      const claimed = await visitor.offer.claim({ slug, token }).catch(codeOf);
      return { claimed, session: cookies.find((header) => header.startsWith('groundwork-portal.session=')) };
    };
    const key = newId();
    const first = await claim(key);
    expect(first.session).toMatch(/^groundwork-portal\.session=[\w-]{43};/);
    expect(await claim(key)).toEqual(first);
    // Another page's form is another press.
    expect(await claim(newId())).toEqual({ claimed: 'GONE', session: undefined });
    const hash = hashToken(first.session?.split(/[=;]/)[1] ?? '');
    const { rows } = await database.owner.query('select app from identity.auth_session where token_hash = $1', [hash]);
    expect(rows).toEqual([{ app: 'portal' }]);
  });

  it('can be claimed in the last instant, not after it', async () => {
    const { slug, token, held } = await arrangeOffer();
    const late = new Date(held.expiresAt.getTime() + 1);
    expect(await callVisitor({ now: late }).offer.get({ slug, token })).toMatchObject({ state: 'late' });
    expect(await codeFrom(callVisitor({ now: held.expiresAt }).offer.claim({ slug, token }))).toBe('answered');
  });

  it('answers a late click GONE, keeps the place and asks the next, without waiting for the worker', async () => {
    const { slug, token, held, ada, bea, overview } = await arrangeOffer();
    const late = new Date(held.expiresAt.getTime() + 1);
    const problem = await callVisitor({ now: late })
      .offer.claim({ slug, token })
      .catch((error: Error) => error);
    expect(codeOf(problem)).toBe('GONE');
    expect(problem).toMatchObject({ message: expect.stringContaining('keep your place') });
    expect(await callVisitor({ now: late }).waitlist.place({ slug, token: ada.token })).toMatchObject({
      status: 'waiting',
      place: 1,
      of: 3,
    });
    const offers = (await overview()).openings[0]?.offers.map(({ email, status }) => [email, status]);
    expect(offers).toEqual([
      [ada.email, 'expired'],
      [bea.email, 'held'],
    ]);
  });

  it('answers a late click that is sent again under its id as before', async () => {
    const { slug, token, held } = await arrangeOffer();
    const late = callVisitor({ now: new Date(held.expiresAt.getTime() + 1), mutationKey: newId() });
    expect(await codeFrom(late.offer.claim({ slug, token }))).toBe('GONE');
    expect(await codeFrom(late.offer.claim({ slug, token }))).toBe('GONE');
  });

  it('expires once, whoever runs the job how often, and not before its time', async () => {
    const { practiceId, practice, held, ada, bea, overview } = await arrangeOffer();
    const job = { practiceId, offerId: held.offerId };
    expect(await expireOffer({ ...job, now: held.expiresAt })).toBe('not_yet');
    const late = new Date(held.expiresAt.getTime() + 1);
    const runs = await Promise.all([1, 2, 3].map(() => expireOffer({ ...job, now: late })));
    expect(runs.sort()).toEqual(['expired', 'settled_before', 'settled_before']);
    const offers = (await overview()).openings[0]?.offers.map(({ email, status }) => [email, status]);
    expect(offers).toEqual([
      [ada.email, 'expired'],
      [bea.email, 'held'],
    ]);
    expect((await listMails(practice, ada.email)).map(({ template }) => template)).toEqual([
      'waitlist-confirm',
      'offer',
      'offer-expired',
    ]);
  });

  it('goes to the next when it is declined, and twice is once', async () => {
    const { slug, token, ada, bea, overview } = await arrangeOffer();
    const visitor = callVisitor({ now: hours(2) });
    expect(await visitor.offer.decline({ slug, token })).toEqual({ state: 'declined' });
    expect(await visitor.offer.decline({ slug, token })).toEqual({ state: 'declined' });
    expect(await codeFrom(visitor.offer.claim({ slug, token }))).toBe('GONE');
    const offers = (await overview()).openings[0]?.offers.map(({ email, status }) => [email, status]);
    expect(offers).toEqual([
      [ada.email, 'declined'],
      [bea.email, 'held'],
    ]);
    expect(await visitor.waitlist.place({ slug, token: ada.token })).toMatchObject({ status: 'waiting', place: 1 });
  });

  it('is given up by leaving the list', async () => {
    const { slug, token, ada, bea, overview } = await arrangeOffer();
    await callVisitor({ now: hours(2) }).waitlist.leave({ slug, token: ada.token });
    expect(await codeFrom(callVisitor({ now: hours(2) }).offer.claim({ slug, token }))).toBe('GONE');
    const after = await overview();
    expect(after.openings[0]?.offers.find(({ status }) => status === 'held')?.email).toBe(bea.email);
    expect(after.entries.find(({ email }) => email === ada.email)?.status).toBe('left');
  });

  it('is reminded of once, and not when it is settled', async () => {
    const { practiceId, practice, held, slug, token, ada } = await arrangeOffer();
    const job = { practiceId, offerId: held.offerId, now: hours(25) };
    expect(await remindOffer(job)).toBe('reminded');
    expect(await remindOffer(job)).toBe('not_needed');
    await callVisitor({ now: hours(26) }).offer.claim({ slug, token });
    expect(await remindOffer({ ...job, now: hours(27) })).toBe('not_needed');
    const reminders = (await listMails(practice, ada.email)).filter(({ template }) => template === 'offer-reminder');
    expect(reminders).toHaveLength(1);
  });

  it('follows a spot that comes free: archiving a client leaves work for the worker', async () => {
    const { practice, practiceId, openingId, slug, token, coach, bea } = await arrangeOffer();
    await callVisitor({ now: hours(2) }).offer.decline({ slug, token });
    // Bea holds now; a second opening finds no spot until somebody leaves.
    expect(await codeFrom(coach.waitlist.open({ id: newId(), spots: 1, holdHours: 48 }))).toBe('NO_SPOTS');
    await coach.clients.archive({ clientId: practice.clients[0]?.clientId ?? '' });
    expect((await listJobs(practice, 'fill_opening')).map(({ payload }) => payload.openingId)).toEqual([openingId]);
    // Its one spot is promised to Bea already, so nothing more goes out, however often it runs.
    expect(await fillOpeningNow({ practiceId, openingId, now: hours(3) })).toBe(0);
    const { openings } = await coach.waitlist.overview();
    expect(openings[0]?.offers.filter(({ status }) => status === 'held').map(({ email }) => email)).toEqual([
      bea.email,
    ]);
  });
});
