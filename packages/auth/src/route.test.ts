import { withPractice } from '@groundwork/db/scope';
import { makePractice, type TestPractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import NextAuth from 'next-auth';
import { beforeAll, describe, expect, it } from 'vitest';
import type { App } from './app.ts';
import { authOptions } from './auth-options.ts';
import { startDemoSession } from './demo-session.ts';
import { findPrincipal } from './principal.ts';
import { makeAuthRoute } from './route.ts';
import { listSessions, revokeSession, startPortalSession } from './session.ts';
import { hashToken, makeToken } from './token.ts';

const database = useTestDatabase();
let practice: TestPractice;

beforeAll(async () => {
  process.env.GROUNDWORK_COACH_URL = 'http://coach.example:3000';
  process.env.GROUNDWORK_PORTAL_URL = 'http://portal.example:3001';
  process.env.NEXTAUTH_URL = 'http://coach.example:3000';
  process.env.GROUNDWORK_DEMO = '1';
  practice = await makePractice(database);
});

const signIn = async (userId: string, app: App = 'coach', userAgent = 'Firefox') =>
  (await startDemoSession(userId, app, { userAgent }, new Date())).setCookie.split(';')[0] ?? '';

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly setCookies: readonly string[];
}

/** next-auth itself with an app's options, without Next around it. */
async function askNextAuth(
  app: App,
  request: { readonly method: string; readonly action: string; readonly cookieHeader?: string; readonly body?: object },
): Promise<Answer> {
  const cookies = Object.fromEntries((request.cookieHeader ?? '').split('; ').map((part) => part.split('=')));
  let status = 200;
  let body: unknown;
  let setCookies: string[] = [];
  const response = {
    status: (code: number) => {
      status = code;
      return response;
    },
    setHeader: (name: string, value: string | string[]) => {
      if (name.toLowerCase() === 'set-cookie') setCookies = [value].flat();
      return response;
    },
    getHeader: (name: string) => (name.toLowerCase() === 'set-cookie' ? setCookies : undefined),
    json: (value: unknown) => {
      body = value;
    },
    send: (value: unknown) => {
      body = value;
    },
    end: () => {},
  };
  const query = { nextauth: [request.action] };
  await NextAuth({ ...request, query, cookies, headers: {} } as never, response as never, authOptions(app));
  return { status, body, setCookies };
}

describe('next-auth', () => {
  it('knows our sessions and keeps the apps apart', async () => {
    const cookieHeader = await signIn(practice.coach.userId);
    const answer = await askNextAuth('coach', { method: 'GET', action: 'session', cookieHeader });
    expect(answer.body).toMatchObject({ user: { email: practice.coach.email } });
    const renamed = cookieHeader.replace('coach', 'portal');
    expect((await askNextAuth('portal', { method: 'GET', action: 'session', cookieHeader: renamed })).body).toEqual({});
    const madeUp = cookieHeader.replace(/=.*/, `=${makeToken()}`);
    expect((await askNextAuth('coach', { method: 'GET', action: 'session', cookieHeader: madeUp })).body).toEqual({});
  });

  it('forgets who stayed away for 14 days, though her last day has not come', async () => {
    const cookieHeader = await signIn(practice.coach.userId);
    const away = (days: number) =>
      database.owner.query(
        'update identity.auth_session set last_seen_at = now() - make_interval(days => $2) where token_hash = $1',
        [hashToken(cookieHeader.split('=')[1] ?? ''), days],
      );
    const ask = async () => (await askNextAuth('coach', { method: 'GET', action: 'session', cookieHeader })).body;
    await away(13);
    expect(await ask()).toMatchObject({ user: { email: practice.coach.email } });
    await away(15);
    expect(await ask()).toEqual({});
  });

  it('signs out by POST with its token, and not without', async () => {
    const cookieHeader = await signIn(practice.coach.userId);
    const elsewhere = await signIn(practice.coach.userId, 'coach', 'Phone');
    const csrf = await askNextAuth('coach', { method: 'GET', action: 'csrf' });
    const csrfCookie =
      csrf.setCookies.find((header) => header.startsWith('groundwork-coach.csrf='))?.split(';')[0] ?? '';
    const signOut = (body: object) =>
      askNextAuth('coach', {
        method: 'POST',
        action: 'signout',
        cookieHeader: `${cookieHeader}; ${decodeURIComponent(csrfCookie)}`,
        body,
      });
    await signOut({});
    expect(await findPrincipal({ app: 'coach', cookieHeader, now: new Date() })).not.toBeNull();
    await signOut(csrf.body as object);
    expect(await findPrincipal({ app: 'coach', cookieHeader, now: new Date() })).toBeNull();
    expect(await findPrincipal({ app: 'coach', cookieHeader: elsewhere, now: new Date() })).not.toBeNull();
  });

  it.each([
    ['GET', ['callback', 'email']],
    ['POST', ['callback', 'email']],
    ['POST', ['signin', 'email']],
    ['GET', ['signin']],
    ['GET', ['signout']],
    ['POST', ['session']],
    ['POST', ['_log']],
    ['GET', ['providers']],
    ['GET', ['session', 'x']],
  ])('never hears of %s /api/auth/%j', async (method, nextauth) => {
    const route = makeAuthRoute('coach');
    const request = new Request(
      `http://coach.example:3000/api/auth/${nextauth.join('/')}?token=x&email=a@example.com`,
      { method },
    );
    const answer = await route[method === 'GET' ? 'GET' : 'POST'](request, { params: Promise.resolve({ nextauth }) });
    expect(answer.status).toBe(404);
  });
});

describe('sessions', () => {
  it('are listed, told apart and revoked by their owner alone', async () => {
    const { owner, coach } = practice;
    const phone = await signIn(owner.userId, 'coach', 'Phone');
    const laptop = await signIn(owner.userId, 'coach', 'Laptop');
    const now = new Date();
    const own = await findPrincipal({ app: 'coach', cookieHeader: laptop, now });
    const rows = await listSessions(owner.userId, own?.sessionId ?? '', now);
    expect(rows.map(({ userAgent, isThisBrowser }) => [userAgent, isThisBrowser]).sort()).toEqual([
      ['Laptop', true],
      ['Phone', false],
    ]);
    const lost = rows.find(({ userAgent }) => userAgent === 'Phone')?.id ?? '';
    const by = ({ userId }: { readonly userId: string }) => ({
      principal: { userId, app: 'coach', sessionId: own?.sessionId ?? '' } as const,
      now,
    });
    expect(await revokeSession(by(coach), lost)).toBe(false);
    expect(await findPrincipal({ app: 'coach', cookieHeader: phone, now })).not.toBeNull();
    expect(await revokeSession(by(owner), lost)).toBe(true);
    expect(await findPrincipal({ app: 'coach', cookieHeader: phone, now })).toBeNull();
    expect(await listSessions(owner.userId, '', now)).toHaveLength(1);
    // Whoever lost the answer asks again.
    expect(await revokeSession(by(owner), lost)).toBe(true);
    expect(await revokeSession(by(coach), lost)).toBe(false);
    // One that nobody came back to for a fortnight opens nothing any more, and is no device of hers.
    const later = new Date(now.getTime() + 14.1 * 24 * 60 * 60_000);
    expect(await listSessions(owner.userId, '', later)).toEqual([]);
  });

  it('are forgotten at the next sign-in once no session of that age can live', async () => {
    const { owner } = practice;
    const ages = async () =>
      (
        await database.owner.query(
          `select date_part('day', now() - created_at)::int as days from identity.auth_session where token_hash like $1 || '%' order by 1`,
          [owner.userId],
        )
      ).rows.map(({ days }) => days);
    await database.owner.query(
      `insert into identity.auth_session (token_hash, user_id, app, created_at, expires)
       select $1 || days, $2, 'coach', now() - make_interval(days => days, hours => 1), now() from unnest(array[1, 29, 30, 90]) days`,
      [owner.userId, owner.userId],
    );
    await signIn(practice.assistant.userId);
    expect(await ages(), 'somebody else’s sign-in').toEqual([1, 29, 30, 90]);
    await signIn(owner.userId, 'coach', 'Phone');
    expect(await ages()).toEqual([1, 29]);
  });

  it('are started for a client in the transaction that made her one, and for nobody else', async () => {
    const [client] = practice.clients;
    if (client === undefined) throw new Error('No client');
    const now = new Date();
    const start = (userId: string) =>
      withPractice(practice.practiceId, (scope) =>
        startPortalSession(scope, { userId, userAgent: 'Phone', token: makeToken(), now }),
      );
    const { setCookie } = await start(client.userId);
    const principal = await findPrincipal({ app: 'portal', cookieHeader: setCookie.split(';')[0], now });
    expect(principal?.clients).toEqual([
      { practiceId: practice.practiceId, clientId: client.clientId, name: client.name, status: 'active' },
    ]);
    const other = await makePractice(database);
    for (const stranger of [practice.coach.userId, other.clients[0]?.userId ?? ''])
      await expect(start(stranger)).rejects.toThrow();
  });

  it('are started without a letter in a demo alone', async () => {
    process.env.GROUNDWORK_DEMO = '0';
    try {
      await expect(signIn(practice.coach.userId)).rejects.toThrow('Only a demo');
    } finally {
      process.env.GROUNDWORK_DEMO = '1';
    }
  });

  it('have a __Host- cookie where the app is reached by https', async () => {
    process.env.GROUNDWORK_COACH_URL = 'https://coach.example';
    try {
      const { setCookie } = await startDemoSession(practice.coach.userId, 'coach', { userAgent: '' }, new Date());
      expect(setCookie).toMatch(
        /^__Host-groundwork-coach\.session=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax; Secure$/,
      );
      expect(authOptions('coach').cookies?.sessionToken).toEqual({
        name: '__Host-groundwork-coach.session',
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true },
      });
    } finally {
      process.env.GROUNDWORK_COACH_URL = 'http://coach.example:3000';
    }
  });
});
