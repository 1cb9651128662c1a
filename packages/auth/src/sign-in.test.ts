import { pbkdf2Sync } from 'node:crypto';
import { findOutgoingMail, markMailSent } from '@groundwork/db/mail';
import { newId } from '@groundwork/db/new-id';
import { withPractice } from '@groundwork/db/scope';
import { unseal } from '@groundwork/db/seal';
import { howOftenLonger } from '@groundwork/db/testing/how-often-longer';
import { makePractice, type TestPractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from './app.ts';
import { findPrincipal } from './principal.ts';
import { type Browser, endSession } from './session.ts';
import {
  checkLink,
  codeTries,
  dailyCodeTries,
  redeemCode,
  redeemLink,
  requestLimit,
  requestSignIn,
} from './sign-in.ts';
import { type SignInLetter, type SignInLetterJob, writeSignInLetter } from './sign-in-letter.ts';

const database = useTestDatabase();
let practice: TestPractice;
let letters: SignInLetter[] = [];
const now = new Date('2026-11-23T09:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

beforeAll(() => {
  process.env.GROUNDWORK_COACH_URL = 'http://coach.example:3000';
  process.env.GROUNDWORK_PORTAL_URL = 'http://portal.example:3001';
});

beforeEach(async () => {
  practice = await makePractice(database);
  // Each test has the limits of its network to itself.
  await database.owner.query('delete from identity.deed_count');
  letters = [];
});

const renderLetter = async (letter: SignInLetter) => {
  letters.push(letter);
  return { subject: 'Sign in', html: `<a href="${letter.link}">Sign in</a>`, text: `${letter.link} ${letter.code}` };
};

const asking: Browser = { userAgent: '', address: '203.0.113.9' };

/** Asks, and lets the worker do what it finds. */
async function ask(app: App, email: string, at = now) {
  const requested = await requestSignIn({ app, email, browser: asking, now: at });
  await doJobs(at);
  return requested;
}

async function takeJobs(): Promise<SignInLetterJob[]> {
  const { rows } = await database.owner.query(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = 'write_sign_in_letter' returning j.payload`,
  );
  return rows.map(({ payload }) => payload);
}

async function doJobs(at: Date): Promise<void> {
  for (const job of await takeJobs()) await writeSignInLetter({ job, now: at, renderLetter });
}

function openJob({ requestId, sealed }: SignInLetterJob): { readonly code: string } {
  const place = { practiceId: 'sign-in', rowId: requestId };
  return unseal(Buffer.from(sealed, 'base64'), place) as { code: string };
}

/** Asks as the practice's coach and gives what her letter and her browser hold. */
async function askAsCoach(at = now) {
  const requested = await ask('coach', practice.coach.email, at);
  if (!requested.ok) throw new Error(`Not requested: ${requested.problems[0]?.code}`);
  const letter = letters.at(-1);
  if (letter === undefined) throw new Error('No letter');
  const token = new URL(letter.link).searchParams.get('token') ?? '';
  return { token, code: letter.code, cookieHeader: toCookieHeader(requested.value.setCookie) };
}

const toCookieHeader = (...setCookies: string[]) => setCookies.map((header) => header.split(';')[0]).join('; ');
const anotherBrowser = { userAgent: 'Another', address: '203.0.113.10' };
const otherCode = (code: string) => (code === '000000' ? '000001' : '000000');

describe('the link', () => {
  it('signs in by one POST, with a principal for all that she is', async () => {
    const { token } = await askAsCoach();
    const signedIn = await redeemLink({ app: 'coach', token, browser: anotherBrowser, now: later(9) });
    if (!signedIn.ok) throw new Error(signedIn.problems[0]?.code);
    expect(signedIn.value.setCookies[0]).toMatch(
      /^groundwork-coach\.session=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/,
    );
    const cookieHeader = `a=b; ${toCookieHeader(...signedIn.value.setCookies)}; c=d`;
    expect(await findPrincipal({ app: 'coach', cookieHeader, now: later(10) })).toEqual({
      userId: practice.coach.userId,
      email: practice.coach.email,
      app: 'coach',
      sessionId: expect.stringMatching(/^[0-9a-f]{64}$/),
      signedInAt: later(9),
      staff: [
        {
          practiceId: practice.practiceId,
          memberId: practice.coach.memberId,
          role: 'coach',
          name: practice.coach.name,
        },
      ],
      clients: [],
    });
  });

  it('proves her own address, and nobody else’s', async () => {
    const { token } = await askAsCoach();
    expect(await redeemLink({ app: 'coach', token, browser: anotherBrowser, now })).toMatchObject({ ok: true });
    const { rows } = await database.owner.query(
      'select id, email_verified as at from identity."user" where id = any($1) order by email',
      [[practice.assistant.userId, practice.coach.userId, practice.owner.userId]],
    );
    expect(rows).toEqual([
      { id: practice.assistant.userId, at: null },
      { id: practice.coach.userId, at: now },
      { id: practice.owner.userId, at: null },
    ]);
  });

  it('stays usable however often it is looked at', async () => {
    const { token } = await askAsCoach();
    for (let look = 0; look < 3; look++)
      expect(await checkLink({ app: 'coach', token, now })).toMatchObject({ ok: true });
    expect(await redeemLink({ app: 'coach', token, browser: anotherBrowser, now })).toMatchObject({ ok: true });
    expect(await checkLink({ app: 'coach', token, now })).toEqual({ ok: false, problems: [{ code: 'gone' }] });
  });

  it('works once under fifty uses at the same time', async () => {
    const { token } = await askAsCoach();
    const uses = await Promise.all(
      Array.from({ length: 50 }, () => redeemLink({ app: 'coach', token, browser: anotherBrowser, now })),
    );
    expect(uses.filter(({ ok }) => ok)).toHaveLength(1);
    for (const use of uses) if (!use.ok) expect(use.problems).toEqual([{ code: 'gone' }]);
    const { rows } = await database.owner.query('select 1 from identity.auth_session where user_id = $1', [
      practice.coach.userId,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('dies when a newer one is made, even when both are made at once', async () => {
    const first = await askAsCoach();
    const second = await askAsCoach(later(1));
    expect(
      await redeemLink({ app: 'coach', token: first.token, browser: anotherBrowser, now: later(2) }),
    ).toMatchObject({ ok: false });
    const old = { userAgent: '', address: '203.0.113.9', cookieHeader: first.cookieHeader };
    expect(await redeemCode({ app: 'coach', code: first.code, browser: old, now: later(2) })).toMatchObject({
      ok: false,
    });
    expect(
      await redeemLink({ app: 'coach', token: second.token, browser: anotherBrowser, now: later(2) }),
    ).toMatchObject({ ok: true });

    await Promise.all([
      ask('coach', practice.owner.email),
      ask('coach', practice.owner.email),
      ask('coach', practice.owner.email),
    ]);
    const { rows } = await database.owner.query(
      'select count(*)::int as n from identity.sign_in_request where email = $1 and expires > $2 and used_at is null',
      [practice.owner.email, now],
    );
    expect(rows[0].n).toBe(1);
  });

  it('outlives one that is made for the other app', async () => {
    const { token } = await askAsCoach();
    await ask('portal', practice.coach.email, later(1));
    expect(await redeemLink({ app: 'coach', token, browser: anotherBrowser, now: later(2) })).toMatchObject({
      ok: true,
    });
  });

  it('lives ten minutes', async () => {
    const { token } = await askAsCoach();
    expect(await redeemLink({ app: 'coach', token, browser: anotherBrowser, now: later(10) })).toEqual({
      ok: false,
      problems: [{ code: 'gone' }],
    });
    expect(await redeemLink({ app: 'coach', token, browser: anotherBrowser, now: later(9.99) })).toMatchObject({
      ok: true,
    });
  });

  it('is for one app', async () => {
    const { token } = await askAsCoach();
    const unknown = { ok: false, problems: [{ code: 'unknown' }] };
    expect(await redeemLink({ app: 'portal', token, browser: anotherBrowser, now })).toEqual(unknown);
    expect(await checkLink({ app: 'portal', token, now })).toEqual(unknown);
  });

  it('that never was is unknown', async () => {
    await askAsCoach();
    const unknown = { ok: false, problems: [{ code: 'unknown' }] };
    for (const token of ['', 'x', "' or true --", 'x'.repeat(5000), '\u0000']) {
      expect(await redeemLink({ app: 'coach', token, browser: anotherBrowser, now })).toEqual(unknown);
      expect(await checkLink({ app: 'coach', token, now })).toEqual(unknown);
    }
  });

  it('lets nobody in who left since the letter went out', async () => {
    const [client] = practice.clients;
    if (client === undefined) throw new Error('No client');
    await ask('portal', client.email);
    await database.owner.query(`update client set status = 'archived' where user_id = $1`, [client.userId]);
    const token = new URL(letters[0]?.link ?? '').searchParams.get('token') ?? '';
    expect(await redeemLink({ app: 'portal', token, browser: anotherBrowser, now })).toMatchObject({ ok: false });
  });
});

describe('the code', () => {
  it('signs in the browser that asked, however it is typed', async () => {
    const { code, cookieHeader } = await askAsCoach();
    const typed = ` ${code.slice(0, 3)}-${code.slice(3)} `;
    const signedIn = await redeemCode({
      app: 'coach',
      code: typed,
      browser: { userAgent: '', address: '203.0.113.9', cookieHeader },
      now,
    });
    expect(signedIn).toMatchObject({ ok: true, value: { userId: practice.coach.userId } });
    const again = await redeemCode({
      app: 'coach',
      code,
      browser: { userAgent: '', address: '203.0.113.9', cookieHeader },
      now,
    });
    expect(again).toEqual({ ok: false, problems: [{ code: 'gone' }] });
  });

  it('is refused in another browser, and costs the right one no try', async () => {
    const { code, cookieHeader } = await askAsCoach();
    const id = cookieHeader.split('=')[1]?.split('.')[0];
    const guesses = [
      undefined,
      '',
      'groundwork-coach.sign-in=',
      `groundwork-coach.sign-in=${id}.${'x'.repeat(43)}`,
      'groundwork-coach.sign-in=x.y',
    ];
    for (const guess of guesses) {
      const refused = await redeemCode({
        app: 'coach',
        code,
        browser: { userAgent: '', address: '203.0.113.9', cookieHeader: guess },
        now,
      });
      expect(refused).toEqual({ ok: false, problems: [{ code: 'gone' }] });
    }
    expect(
      await redeemCode({ app: 'coach', code, browser: { userAgent: '', address: '203.0.113.9', cookieHeader }, now }),
    ).toMatchObject({
      ok: true,
    });
  });

  it('is for one app, whatever its cookie is called', async () => {
    const { code, cookieHeader } = await askAsCoach();
    const renamed = cookieHeader.replace('groundwork-coach', 'groundwork-portal');
    const browser = { userAgent: '', address: '203.0.113.9', cookieHeader: renamed };
    // Not even a wrong one is counted there.
    for (const typed of [otherCode(code), code]) {
      expect(await redeemCode({ app: 'portal', code: typed, browser, now })).toEqual({
        ok: false,
        problems: [{ code: 'gone' }],
      });
    }
  });

  it('locks after five wrong tries; the link goes on working', async () => {
    const { token, code, cookieHeader } = await askAsCoach();
    const browser = { userAgent: '', address: '203.0.113.9', cookieHeader };
    for (let left = codeTries - 1; left > 0; left--) {
      const wrong = await redeemCode({ app: 'coach', code: otherCode(code), browser, now });
      expect(wrong).toEqual({ ok: false, problems: [{ code: 'wrong_code', triesLeft: left }] });
    }
    for (const last of [otherCode(code), code]) {
      expect(await redeemCode({ app: 'coach', code: last, browser, now })).toEqual({
        ok: false,
        problems: [{ code: 'locked' }],
      });
    }
    expect(await redeemLink({ app: 'coach', token, browser: anotherBrowser, now })).toMatchObject({ ok: true });
  });

  it('gives parallel guesses no more tries', async () => {
    const { code, cookieHeader } = await askAsCoach();
    const browser = { userAgent: '', address: '203.0.113.9', cookieHeader };
    const guesses = await Promise.all(
      Array.from({ length: 30 }, () => redeemCode({ app: 'coach', code: otherCode(code), browser, now })),
    );
    expect(guesses.filter((guess) => !guess.ok && guess.problems[0]?.code === 'wrong_code')).toHaveLength(
      codeTries - 1,
    );
    expect(await redeemCode({ app: 'coach', code, browser, now })).toMatchObject({ ok: false });
  });

  it('bears a day of guessing only so often, over all requests', async () => {
    for (let request = 0; request < 6; request++) {
      const at = later(request * (requestLimit.minutes + 1));
      const { code, cookieHeader } = await askAsCoach(at);
      for (let guess = 0; guess < codeTries; guess++) {
        const browser = { userAgent: '', address: '203.0.113.9', cookieHeader };
        expect(await redeemCode({ app: 'coach', code: otherCode(code), browser, now: at })).toMatchObject({
          ok: false,
        });
      }
    }
    const { rows } = await database.owner.query(
      'select sum(code_tries)::int as n from identity.sign_in_request where email = $1',
      [practice.coach.email],
    );
    expect(rows[0].n).toBe(dailyCodeTries);
    const next = await askAsCoach(later(24 * 60 + 6 * 16));
    const browser = { userAgent: '', address: '203.0.113.9', cookieHeader: next.cookieHeader };
    expect(await redeemCode({ app: 'coach', code: next.code, browser, now: later(24 * 60 + 6 * 16) })).toMatchObject({
      ok: true,
    });
  });
});

describe('a request', () => {
  it.each([
    ['a stranger', (): string => 'stranger@example.com', 'coach'],
    ['a client at the coach app', (): string => practice.clients[0]?.email ?? '', 'coach'],
    ['a coach at the portal', (): string => practice.coach.email, 'portal'],
  ] as const)('of %s gets the same answer and no mail', async (_, address, app) => {
    const known = await ask('coach', practice.owner.email);
    const { rows: before } = await database.owner.query('select count(*)::int as n from mail');
    const unknown = await requestSignIn({ app, email: address(), browser: asking, now });
    const [job] = await takeJobs();
    if (job === undefined) throw new Error('No job');
    await writeSignInLetter({ job, now, renderLetter });
    const { rows: after } = await database.owner.query('select count(*)::int as n from mail');
    expect(after).toEqual(before);
    const shape = (answer: typeof known) =>
      JSON.stringify(answer)
        .replaceAll(/[\w-]{36}\.[\w-]{43}/g, '…')
        .replaceAll('portal', 'coach');
    expect(shape(unknown)).toBe(shape(known));
    const cookieHeader = unknown.ok ? toCookieHeader(unknown.value.setCookie) : '';
    const { code } = openJob(job);
    expect(
      await redeemCode({
        app,
        code: otherCode(code),
        browser: { userAgent: '', address: '203.0.113.9', cookieHeader },
        now,
      }),
    ).toEqual({
      ok: false,
      problems: [{ code: 'wrong_code', triesLeft: codeTries - 1 }],
    });
    expect(
      await redeemCode({ app, code, browser: { userAgent: '', address: '203.0.113.9', cookieHeader }, now }),
    ).toMatchObject({ ok: false });
  });

  it('is one of five in a quarter of an hour, for strangers as for clients', async () => {
    for (const email of [practice.coach.email, 'flooded@example.com']) {
      for (let count = 0; count < requestLimit.count; count++)
        expect(await ask('coach', email, later(count))).toMatchObject({ ok: true });
      expect(await ask('coach', ` ${email.toUpperCase()}`, later(14.9))).toEqual({
        ok: false,
        problems: [{ code: 'too_many_requests', retryAt: later(requestLimit.minutes) }],
      });
      expect(await ask('coach', email, later(15.1))).toMatchObject({ ok: true });
    }
    const flood = await Promise.all(Array.from({ length: 20 }, () => ask('coach', practice.owner.email)));
    expect(flood.filter(({ ok }) => ok)).toHaveLength(requestLimit.count);
  });

  it.each([
    '',
    'nobody',
    'a@b',
    'two words@example.com',
    'a@example.com\nBcc: b@example.com',
    `${'a'.repeat(250)}@example.com`,
    '<a@b.c>',
    'a\u0000@b.c',
  ])('for %j is refused', async (email) => {
    expect(await ask('coach', email)).toEqual({ ok: false, problems: [{ code: 'not_an_address' }] });
  });

  it('leaves its letter in the practice’s outbox with a job, in the one transaction', async () => {
    const { token, code } = await askAsCoach();
    const { rows } = await database.owner.query(
      `select m.id, m.recipient, m.html, m.text, m.confidential, m.practice_id, j.task_identifier, p.payload
       from mail m join graphile_worker.jobs j on j.key = m.practice_id || ':mail:' || m.id
       join graphile_worker._private_jobs p on p.id = j.id where m.practice_id = $1`,
      [practice.practiceId],
    );
    expect(rows).toMatchObject([
      { recipient: practice.coach.email, html: '', text: '', confidential: true, task_identifier: 'send_mail' },
    ]);
    const mailId = rows[0].id;
    expect(rows[0].payload).toEqual({ practiceId: practice.practiceId, mailId });
    const read = (): Promise<unknown> => withPractice(practice.practiceId, (scope) => findOutgoingMail(scope, mailId));
    expect(await read()).toMatchObject({ text: `http://coach.example:3000/sign-in/link?token=${token} ${code}` });
    await withPractice(practice.practiceId, (scope) => markMailSent(scope, mailId, now));
    expect(await read()).toMatchObject({ status: 'sent', text: '' });
  });

  it('leaves one letter behind, however often the worker tries', async () => {
    await requestSignIn({ app: 'coach', email: practice.coach.email, browser: asking, now });
    const [job] = await takeJobs();
    if (job === undefined) throw new Error('No job');
    const failing = async () => {
      throw new Error('no template');
    };
    await expect(writeSignInLetter({ job, now, renderLetter: failing })).rejects.toThrow('no template');
    for (const _ of [1, 2]) await writeSignInLetter({ job, now, renderLetter });
    const countLetters = async () =>
      (await database.owner.query('select 1 from mail where practice_id = $1', [practice.practiceId])).rows.length;
    expect(await countLetters()).toBe(1);
    // One that is asked for again is no longer worth its paper.
    await requestSignIn({ app: 'coach', email: practice.coach.email, browser: asking, now: later(1) });
    const [newer] = await takeJobs();
    await requestSignIn({ app: 'coach', email: practice.coach.email, browser: asking, now: later(2) });
    if (newer) await writeSignInLetter({ job: newer, now: later(2), renderLetter });
    expect(await countLetters()).toBe(1);
  });

  it('that was used by the time the worker comes gets no letter', async () => {
    await takeJobs();
    const requested = await requestSignIn({ app: 'coach', email: practice.coach.email, browser: asking, now });
    const [job] = await takeJobs();
    if (job === undefined || !requested.ok) throw new Error('Not requested');
    const { code } = openJob(job);
    const browser = { ...asking, cookieHeader: toCookieHeader(requested.value.setCookie) };
    expect(await redeemCode({ app: 'coach', code, browser, now })).toMatchObject({ ok: true });
    await writeSignInLetter({ job, now, renderLetter });
    expect(letters).toEqual([]);
  });

  /** The share of all pairs in which a known address takes longer than others do: a half when time tells nothing. */
  async function compareTimes(request: (asked: Parameters<typeof requestSignIn>[0]) => Promise<unknown>) {
    const waiting = `waiting@${practice.slug}.example`;
    await database.owner.query(
      `insert into waitlist_entry (practice_id, id, name, email, goal, status, token_hash) values ($1, $2, 'W', $3, 'marathon', 'unconfirmed', 'x')`,
      [practice.practiceId, newId(), waiting],
    );
    const kinds = ['known', 'unknown', 'waiting'] as const;
    const times: Record<(typeof kinds)[number], number[]> = { known: [], unknown: [], waiting: [] };
    for (let round = 0; round < 60; round++) {
      const emails = { known: practice.coach.email, unknown: `stranger${round % 5}@${practice.slug}.example`, waiting };
      // Who goes first changes, so that nobody is the one who warms up.
      for (let turn = 0; turn < kinds.length; turn++) {
        const kind = kinds[(round + turn) % kinds.length] ?? 'known';
        // From a network of its own, so that no limit is met.
        const browser = { userAgent: '', address: `2001:db8:${round}:${turn}::1` };
        const start = performance.now();
        await request({ app: 'coach', email: emails[kind], browser, now: later(round * 16) });
        times[kind].push(performance.now() - start);
      }
    }
    const longerThan = (others: readonly number[]) => howOftenLonger(times.known, others);
    return { unknown: longerThan(times.unknown), waiting: longerThan(times.waiting) };
  }
  const telling = 0.2;

  it('takes as long whether she has an account, has none or waits in line', async () => {
    const shares = await compareTimes(requestSignIn);
    expect(Math.abs(shares.unknown - 0.5)).toBeLessThan(telling);
    expect(Math.abs(shares.waiting - 0.5)).toBeLessThan(telling);
  });

  it('would tell by its time if it wrote the letter itself', async () => {
    // Writing a letter takes some milliseconds, which a stranger's never takes.
    const writeSlowly = async (letter: SignInLetter) => {
      pbkdf2Sync(letter.code, 'letter', 40_000, 32, 'sha256');
      return renderLetter(letter);
    };
    const shares = await compareTimes(async (asked) => {
      await requestSignIn(asked);
      for (const job of await takeJobs()) await writeSignInLetter({ job, now: asked.now, renderLetter: writeSlowly });
    });
    expect(shares.unknown - 0.5).toBeGreaterThan(telling);
  });
});

describe('the database', () => {
  it('holds no token and no code, neither in a table nor in a job', async () => {
    const { token, code, cookieHeader } = await askAsCoach();
    const signedIn = await redeemLink({ app: 'coach', token, browser: anotherBrowser, now });
    if (!signedIn.ok) throw new Error('Not signed in');
    const sessionToken = signedIn.value.setCookies[0]?.split(/[=;]/)[1] ?? '';
    const browserToken = cookieHeader.split('.').at(-1) ?? '';
    const { rows: tables } = await database.owner.query(
      `select format('%I.%I', nspname, relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where relkind = 'r' and nspname in ('public', 'identity', 'graphile_worker')`,
    );
    let everything = '';
    for (const { name } of tables) {
      const { rows } = await database.owner.query(`select t::text as row from ${name} t`);
      everything += rows.map(({ row }) => row).join('\n');
    }
    expect(everything).toContain(practice.coach.email);
    for (const secret of [token, sessionToken, browserToken]) {
      expect(secret).toHaveLength(43);
      expect(everything).not.toContain(secret);
    }
    expect(everything).not.toMatch(new RegExp(`(^|[^0-9a-f.:-])${code}([^0-9a-f]|$)`, 'm'));
  });
});

describe('a session', () => {
  const signIn = async (browser = anotherBrowser as Browser) => {
    const { token } = await askAsCoach();
    const signedIn = await redeemLink({ app: 'coach', token, browser, now });
    if (!signedIn.ok) throw new Error('Not signed in');
    return toCookieHeader(...signedIn.value.setCookies);
  };

  it('of the coach app is refused by the portal, under either cookie name', async () => {
    const cookieHeader = await signIn();
    expect(await findPrincipal({ app: 'coach', cookieHeader, now })).not.toBeNull();
    expect(await findPrincipal({ app: 'portal', cookieHeader, now })).toBeNull();
    const renamed = cookieHeader.replace('groundwork-coach.session', 'groundwork-portal.session');
    expect(await findPrincipal({ app: 'portal', cookieHeader: renamed, now })).toBeNull();
  });

  it('is noted as seen when it is asked about, in its own app, while it lasts', async () => {
    const { userId } = practice.coach;
    const seen = later(-20);
    const open = async (app: App, expires: Date) => {
      const hash = newId();
      await database.owner.query(
        `insert into identity.auth_session (token_hash, user_id, app, created_at, last_seen_at, expires) values ($1, $2, $3, $4, $4, $5)`,
        [hash, userId, app, seen, expires],
      );
      return hash;
    };
    const asked = await open('coach', later(60));
    const notAsked = await open('coach', later(60));
    const ofPortal = await open('portal', later(60));
    const over = await open('coach', later(-1));
    for (const hash of [asked, ofPortal, over]) {
      await database.owner.query(`select * from identity.find_principals($1, 'coach', $2)`, [hash, now]);
    }
    const { rows } = await database.owner.query<{ hash: string; at: Date }>(
      'select token_hash as hash, last_seen_at as at from identity.auth_session where user_id = $1',
      [userId],
    );
    expect(new Map(rows.map(({ hash, at }) => [hash, at]))).toEqual(
      new Map([
        [asked, now],
        [notAsked, seen],
        [ofPortal, seen],
        [over, seen],
      ]),
    );
  });

  it('ends after 30 days, or after 14 without a visit', async () => {
    const cookieHeader = await signIn();
    const find = (days: number) => findPrincipal({ app: 'coach', cookieHeader, now: later(days * 24 * 60) });
    expect(await find(14.1)).toBeNull();
    for (const day of [13, 26, 29.9]) expect(await find(day), `day ${day}`).not.toBeNull();
    expect(await find(30.1)).toBeNull();
  });

  it('is replaced at sign-in and gone at sign-out', async () => {
    const first = await signIn();
    const second = await signIn({ userAgent: '', address: '203.0.113.9', cookieHeader: first });
    expect(await findPrincipal({ app: 'coach', cookieHeader: first, now })).toBeNull();
    expect(await findPrincipal({ app: 'coach', cookieHeader: second, now })).not.toBeNull();
    expect(await endSession('coach', second)).toMatch(/^groundwork-coach\.session=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect(await findPrincipal({ app: 'coach', cookieHeader: second, now })).toBeNull();
  });

  it('ends at sign-out in that browser and app alone', async () => {
    const [here, there] = [await signIn(), await signIn()];
    const ofPortal = here.replace('groundwork-coach.session', 'groundwork-portal.session');
    await endSession('portal', ofPortal);
    expect(await findPrincipal({ app: 'coach', cookieHeader: here, now })).not.toBeNull();
    await endSession('coach', here);
    expect(await findPrincipal({ app: 'coach', cookieHeader: here, now })).toBeNull();
    expect(await findPrincipal({ app: 'coach', cookieHeader: there, now })).not.toBeNull();
  });

  it.each([
    null,
    '',
    'groundwork-coach.session',
    'groundwork-coach.session=',
    `groundwork-coach.session=${'x'.repeat(43)}`,
    ';;=;',
  ])('is not found in %j', async (cookieHeader) => {
    expect(await findPrincipal({ app: 'coach', cookieHeader, now })).toBeNull();
  });
});
