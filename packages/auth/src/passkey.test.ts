import { findOutgoingMail } from '@groundwork/db/mail';
import { readPractice } from '@groundwork/db/scope';
import { addClient, makePractice, type TestPractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDemoSession } from './demo-session.ts';
import {
  addPasskey,
  beginPasskey,
  listPasskeys,
  passkeyLimit,
  type RenderPasskeyNotice,
  removePasskey,
} from './passkey.ts';
import { askPasskey, redeemPasskey } from './passkey-sign-in.ts';
import { findPrincipal, type Principal } from './principal.ts';
import { endSession, listSessions } from './session.ts';
import { type Authenticator, type Lies, makeAuthenticator } from './testing/authenticator.ts';

const database = useTestDatabase();
let practice: TestPractice;
const now = new Date('2026-11-23T09:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const origins = { coach: 'https://dashboard.example', portal: 'https://portal.example' } as const;

beforeAll(() => {
  process.env.GROUNDWORK_COACH_URL = origins.coach;
  process.env.GROUNDWORK_PORTAL_URL = origins.portal;
  process.env.GROUNDWORK_DEMO = '1';
});
beforeEach(async () => {
  practice = await makePractice(database);
});

const renderNotice: RenderPasskeyNotice = async ({ what, passkeyName }) => ({
  subject: `A passkey was ${what}`,
  html: '',
  text: `${passkeyName} was ${what}`,
});

const toCookieHeader = (...headers: readonly string[]) => headers.map((header) => header.split(';')[0]).join('; ');

/** A person's browser, signed in. */
async function signIn(userId: string, app: 'coach' | 'portal' = 'coach'): Promise<Principal & { cookie: string }> {
  const { setCookie } = await startDemoSession(userId, app, { userAgent: 'test' }, now);
  const cookie = toCookieHeader(setCookie);
  const principal = await findPrincipal({ app, cookieHeader: cookie, now });
  if (principal === null) throw new Error('Not signed in');
  return { ...principal, cookie };
}

async function begin(principal: Principal, at = now) {
  const begun = await beginPasskey({ principal, now: at });
  if (!begun.ok) throw new Error(begun.problems[0]?.code);
  return begun.value;
}

async function register(principal: Principal, device = makeAuthenticator(origins[principal.app]), name = 'My phone') {
  const answer = device.create(await begin(principal));
  const added = await addPasskey({ principal, now, name, answer, renderNotice });
  if (!added.ok) throw new Error(added.problems[0]?.code);
  return device;
}

const stranger = { userAgent: 'Firefox', address: '203.0.113.9' };

/** A signed-out browser that was asked for a passkey. */
async function ask(app: 'coach' | 'portal' = 'coach', at = now, cookieHeader = '') {
  const asked = await askPasskey({ app, browser: { ...stranger, cookieHeader }, now: at });
  if (!asked.ok) throw new Error(asked.problems[0]?.code);
  const browser = { ...stranger, cookieHeader: toCookieHeader(asked.value.setCookie) };
  return { options: asked.value.options, browser };
}

/** Tries to sign in by a device, honest or lying. */
async function enter(device: Authenticator, lies: Lies = {}, app: 'coach' | 'portal' = 'coach') {
  const { options, browser } = await ask(app);
  return redeemPasskey({ app, answer: device.get(options, lies), browser, now, renderNotice });
}

const refused = { ok: false, problems: [{ code: 'refused' }] };
const gone = { ok: false, problems: [{ code: 'gone' }] };

async function auditOf(action: string) {
  const { rows } = await database.owner.query(
    'select actor_kind, actor_id, subject_id from audit_entry where practice_id = $1 and action = $2',
    [practice.practiceId, action],
  );
  return rows;
}

describe('a new passkey', () => {
  it('is kept under its name, noted in the log, and its owner told by mail', async () => {
    const principal = await signIn(practice.coach.userId);
    const device = await register(principal);
    expect(await listPasskeys({ principal })).toEqual([
      { id: device.credentialId, name: 'My phone', createdAt: now, lastUsedAt: null, isBackedUp: false },
    ]);
    const { memberId } = practice.coach;
    expect(await auditOf('passkey.added')).toEqual([
      { actor_kind: 'member', actor_id: memberId, subject_id: memberId },
    ]);
    const { rows } = await database.owner.query(`select id from mail where practice_id = $1 and template = 'passkey'`, [
      practice.practiceId,
    ]);
    const letter = await readPractice(practice.practiceId, (scope) => findOutgoingMail(scope, rows[0].id));
    expect(letter).toMatchObject({ recipient: practice.coach.email, text: 'My phone was added' });
  });

  it('asks for a device that knows whose it is and for a proof that she is there', async () => {
    const options = await begin(await signIn(practice.coach.userId));
    expect(options).toMatchObject({
      rp: { id: 'dashboard.example' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    });
  });

  it('needs a sign-in of the last quarter of an hour, at the start and at the end', async () => {
    const principal = await signIn(practice.coach.userId);
    expect(await beginPasskey({ principal, now: later(15) })).toEqual({ ok: false, problems: [{ code: 'stale' }] });
    const options = await begin(principal, later(14));
    const answer = makeAuthenticator(origins.coach).create(options);
    expect(await addPasskey({ principal, now: later(15.5), name: 'x', answer, renderNotice })).toEqual({
      ok: false,
      problems: [{ code: 'stale' }],
    });
  });

  it('is for somebody who has a place, and not for whom was let go since', async () => {
    const principal = await signIn(practice.coach.userId);
    const answer = makeAuthenticator(origins.coach).create(await begin(principal));
    await database.owner.query('update member set suspended_at = now() where id = $1', [practice.coach.memberId]);
    const noPlace = { ok: false, problems: [{ code: 'no_place' }] };
    expect(await beginPasskey({ principal, now })).toEqual(noPlace);
    expect(await addPasskey({ principal, now, name: 'x', answer, renderNotice })).toEqual(noPlace);
  });

  it.each<[string, Lies]>([
    ['another page made it', { origin: 'https://dashboard.example.evil.test' }],
    ['it is for another host', { rpId: 'evil.test' }],
    ['it answers another question', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['nobody proved to be there', { isVerified: false }],
    ['it is a sign-in', { type: 'webauthn.get' }],
  ])('is refused when %s', async (_, lies) => {
    const principal = await signIn(practice.coach.userId);
    const answer = makeAuthenticator(origins.coach).create(await begin(principal), lies);
    expect(await addPasskey({ principal, now, name: 'x', answer, renderNotice })).toEqual(refused);
    expect(await listPasskeys({ principal })).toEqual([]);
  });

  it('answers a question once, within five minutes, in the browser and for the person that was asked', async () => {
    const principal = await signIn(practice.coach.userId);
    const [first, second] = [makeAuthenticator(origins.coach), makeAuthenticator(origins.coach)];
    const options = await begin(principal);
    const add = (by: Principal, answer: ReturnType<Authenticator['create']>, at = now) =>
      addPasskey({ principal: by, now: at, name: 'x', answer, renderNotice });
    const otherBrowser = await signIn(practice.coach.userId);
    expect(await add(otherBrowser, first.create(options))).toEqual(gone);
    const somebodyElse = { ...(await signIn(practice.owner.userId)), sessionId: principal.sessionId };
    expect(await add(somebodyElse, first.create(options))).toEqual(gone);
    expect(await add(principal, first.create(options), later(5))).toEqual(gone);
    expect(await add(principal, first.create(options), later(4.9))).toMatchObject({ ok: true });
    expect(await add(principal, second.create(options))).toEqual(gone);
  });

  it('sent again because the answer was lost is the same one', async () => {
    const principal = await signIn(practice.coach.userId);
    const answer = makeAuthenticator(origins.coach).create(await begin(principal));
    const add = () => addPasskey({ principal, now, name: 'x', answer, renderNotice });
    expect(await add()).toEqual(await add());
    expect(await auditOf('passkey.added')).toHaveLength(1);
    expect(await begin(principal)).not.toBe(null);
  });

  it('of an id that another account has is refused', async () => {
    const device = await register(await signIn(practice.owner.userId));
    const principal = await signIn(practice.coach.userId);
    const twin = makeAuthenticator(origins.coach, device.credentialId);
    const answer = twin.create(await begin(principal));
    expect(await addPasskey({ principal, now, name: 'x', answer, renderNotice })).toEqual(refused);
    expect(await enter(twin)).toEqual(refused);
  });

  it('can be begun so often an hour', async () => {
    const principal = await signIn(practice.coach.userId);
    const ask = (count: number) => beginPasskey({ principal, now: later(count / 5) });
    const answers: boolean[] = [];
    for (let count = 0; count < 2 * 5; count++) answers.push((await ask(count)).ok);
    expect(answers).not.toContain(false);
    await database.owner.query('update identity.deed_count set count = $1 where action = $2', [
      passkeyLimit.count,
      passkeyLimit.action,
    ]);
    // A repeated question costs nothing, a new one is one too many.
    expect((await ask(9)).ok).toBe(true);
    expect(await ask(15)).toMatchObject({ problems: [{ code: 'too_many_requests' }] });
  });
});

describe('signing in', () => {
  it('starts a session as a letter does, and ends the browser’s earlier one', async () => {
    const principal = await signIn(practice.coach.userId);
    const device = await register(principal);
    const { options, browser } = await ask();
    expect(options).toMatchObject({ rpId: 'dashboard.example', userVerification: 'required' });
    expect(options.allowCredentials ?? []).toEqual([]);
    const cookieHeader = `${browser.cookieHeader}; ${principal.cookie}`;
    const answer = device.get(options);
    const entered = await redeemPasskey({
      app: 'coach',
      answer,
      browser: { ...browser, cookieHeader },
      now: later(1),
      renderNotice,
    });
    if (!entered.ok) throw new Error(entered.problems[0]?.code);
    expect(entered.value.setCookies[0]).toMatch(/^__Host-groundwork-coach\.session=[\w-]{43}; .*HttpOnly.*Secure$/);
    const own = await findPrincipal({
      app: 'coach',
      cookieHeader: toCookieHeader(...entered.value.setCookies),
      now: later(2),
    });
    expect(own).toMatchObject({ userId: practice.coach.userId, signedInAt: later(1) });
    expect(await findPrincipal({ app: 'coach', cookieHeader: principal.cookie, now: later(2) })).toBeNull();
    expect(await listSessions(practice.coach.userId, own?.sessionId ?? '', later(2))).toHaveLength(1);
    expect(await listPasskeys({ principal })).toMatchObject([{ lastUsedAt: later(1) }]);
  });

  it('works for a client at the portal, and there alone', async () => {
    const [client] = practice.clients;
    const device = await register(await signIn(client?.userId ?? '', 'portal'));
    expect(await enter(device, {}, 'portal')).toMatchObject({ ok: true, value: { userId: client?.userId } });
    expect(await enter(device)).toEqual(refused);
    expect(await enter(device, { origin: origins.coach, rpId: 'dashboard.example' })).toEqual(refused);
  });

  it('opens the app that it was made for alone, to somebody with a place in both', async () => {
    const { userId, email, name } = practice.coach;
    await addClient(database, practice.practiceId, practice.coach.memberId, email, name);
    const device = await register(await signIn(userId, 'portal'));
    expect(await listPasskeys({ principal: await signIn(userId, 'portal') })).toHaveLength(1);
    expect(await listPasskeys({ principal: await signIn(userId) })).toEqual([]);
    for (const lies of [{}, { rpId: 'portal.example' }, { origin: origins.coach, rpId: 'dashboard.example' }])
      expect(await enter(device, lies)).toEqual(refused);
    expect(await enter(device, {}, 'portal')).toMatchObject({ ok: true });
  });

  it.each<[string, Lies]>([
    ['another page asked for it', { origin: 'https://evil.test' }],
    ['the page is of the other app', { origin: origins.portal }],
    ['it is for another host', { rpId: 'portal.example' }],
    ['it answers another question', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['nobody proved to be there', { isVerified: false }],
    ['it is a registration', { type: 'webauthn.create' }],
    ['another key signed it', { withOtherKey: true }],
    ['it does not say whose it is', { userHandle: undefined }],
    ['it says it is somebody else’s', { userHandle: Buffer.alloc(16, 1).toString('base64url') }],
  ])('is refused when %s', async (_, lies) => {
    const device = await register(await signIn(practice.coach.userId));
    expect(await enter(device, lies)).toEqual(refused);
    expect(await enter(device)).toMatchObject({ ok: true });
  });

  it('is refused to a passkey that nobody knows', async () => {
    const device = makeAuthenticator(origins.coach);
    device.create(await begin(await signIn(practice.coach.userId)));
    expect(await enter(device)).toEqual(refused);
  });

  it('takes an answer once, even when fifty send it at once', async () => {
    const device = await register(await signIn(practice.coach.userId));
    const { options, browser } = await ask();
    const answer = device.get(options);
    const tries = await Promise.all(
      Array.from({ length: 50 }, () => redeemPasskey({ app: 'coach', answer, browser, now, renderNotice })),
    );
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    for (const one of tries) if (!one.ok) expect(one).toEqual(gone);
    // A new question does not make the old answer good.
    const again = await ask('coach', now, browser.cookieHeader);
    expect(await redeemPasskey({ app: 'coach', answer, browser: again.browser, now, renderNotice })).toEqual(refused);
  });

  it('is bound to the browser that was asked, and to five minutes', async () => {
    const device = await register(await signIn(practice.coach.userId));
    const { options, browser } = await ask();
    const answer = device.get(options);
    for (const cookieHeader of ['', `__Host-groundwork-coach.passkey=${'x'.repeat(43)}`, 'a=b']) {
      const other = { ...browser, cookieHeader };
      expect(await redeemPasskey({ app: 'coach', answer, browser: other, now, renderNotice })).toEqual(gone);
    }
    expect(await redeemPasskey({ app: 'portal', answer, browser, now, renderNotice })).toEqual(gone);
    expect(await redeemPasskey({ app: 'coach', answer, browser, now: later(5), renderNotice })).toEqual(gone);
    expect(await redeemPasskey({ app: 'coach', answer, browser, now: later(4.9), renderNotice })).toMatchObject({
      ok: true,
    });
  });

  it('uses the question up, whatever the answer', async () => {
    const device = await register(await signIn(practice.coach.userId));
    const { options, browser } = await ask();
    const bad = device.get(options, { withOtherKey: true });
    expect(await redeemPasskey({ app: 'coach', answer: bad, browser, now, renderNotice })).toEqual(refused);
    expect(await redeemPasskey({ app: 'coach', answer: device.get(options), browser, now, renderNotice })).toEqual(
      gone,
    );
  });

  it('is refused to a copy that has counted less, and the log says so', async () => {
    const device = await register(await signIn(practice.coach.userId));
    expect(await enter(device, { counter: 7 })).toMatchObject({ ok: true });
    for (const counter of [7, 6, 0]) expect(await enter(device, { counter })).toEqual(refused);
    expect(await auditOf('passkey.refused')).toHaveLength(3);
    expect(await enter(device, { counter: 8 })).toMatchObject({ ok: true });
  });

  it('goes on for a device that counts nothing', async () => {
    const device = await register(await signIn(practice.coach.userId));
    for (let use = 0; use < 3; use++) expect(await enter(device, { counter: 0 })).toMatchObject({ ok: true });
  });

  it('is refused while she is suspended, and to whom was let go', async () => {
    const device = await register(await signIn(practice.coach.userId));
    const suspend = (at: Date | null) =>
      database.owner.query('update member set suspended_at = $2 where id = $1', [practice.coach.memberId, at]);
    await suspend(now);
    expect(await enter(device)).toEqual(refused);
    await suspend(null);
    expect(await enter(device)).toMatchObject({ ok: true });
  });

  it('is refused with a removed passkey, of which she is told', async () => {
    const principal = await signIn(practice.coach.userId);
    const device = await register(principal);
    const passkeyId = device.credentialId;
    const other = await signIn(practice.owner.userId);
    expect(await removePasskey({ principal: other, now, passkeyId, renderNotice })).toEqual({ ok: true, value: false });
    expect(await removePasskey({ principal, now: later(15), passkeyId, renderNotice })).toMatchObject({ ok: false });
    expect(await removePasskey({ principal, now, passkeyId, renderNotice })).toEqual({ ok: true, value: true });
    expect(await enter(device)).toEqual(refused);
    expect(await auditOf('passkey.removed')).toHaveLength(1);
    const { rows } = await database.owner.query(`select subject from mail where practice_id = $1 order by id`, [
      practice.practiceId,
    ]);
    expect(rows.map(({ subject }) => subject)).toEqual(['A passkey was added', 'A passkey was removed']);
  });

  it('tells her of a browser where she had not signed in before, once', async () => {
    const device = await register(await signIn(practice.coach.userId));
    const { options, browser } = await ask();
    const entered = await redeemPasskey({ app: 'coach', answer: device.get(options), browser, now, renderNotice });
    const cookies = entered.ok ? toCookieHeader(...entered.value.setCookies) : '';
    const countLetters = async () =>
      (
        await database.owner.query(`select 1 from mail where practice_id = $1 and subject = 'A passkey was used'`, [
          practice.practiceId,
        ])
      ).rows.length;
    expect(await countLetters()).toBe(1);
    const again = await ask('coach', now, cookies);
    const known = { ...again.browser, cookieHeader: `${again.browser.cookieHeader}; ${cookies}` };
    const answer = device.get(again.options);
    expect(await redeemPasskey({ app: 'coach', answer, browser: known, now, renderNotice })).toMatchObject({
      ok: true,
    });
    expect(await countLetters()).toBe(1);
    expect(await auditOf('passkey.used')).toHaveLength(1);
  });

  it('leaves no question behind that nobody answered', async () => {
    await ask('coach', later(-60));
    await ask();
    const { rows } = await database.owner.query('select 1 from identity.passkey_challenge where expires < $1', [now]);
    expect(rows).toEqual([]);
  });

  it('survives a sign-out: the device remembers', async () => {
    const principal = await signIn(practice.coach.userId);
    const device = await register(principal);
    await endSession('coach', principal.cookie);
    expect(await enter(device)).toMatchObject({ ok: true });
  });
});
