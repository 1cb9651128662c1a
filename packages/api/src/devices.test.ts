import { cookieName } from '@groundwork/auth/cookie';
import { findPrincipal } from '@groundwork/auth/principal';
import { startSession } from '@groundwork/auth/session';
import { withIdentity } from '@groundwork/db/identity';
import { makePractice, type TestPractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCoachCaller, createPortalCaller } from './caller.ts';
import { nameDevice } from './devices.ts';
import { codeOf } from './errors.ts';
import { testNow } from './testing/call-as.ts';

const database = useTestDatabase();
let practice: TestPractice;
beforeEach(async () => {
  practice = await makePractice(database);
});

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

async function signIn(userId: string, app: 'coach' | 'portal', userAgent = firefox, now = testNow): Promise<string> {
  const { setCookie } = await withIdentity((scope) =>
    startSession(scope, { userId, app, browser: { userAgent }, now }),
  );
  return `${cookieName(app, 'session')}=${/=([\w-]+);/.exec(setCookie)?.[1]}`;
}

/** What the practice's log says of it. */
async function listSignOuts() {
  const { rows } = await database.owner.query(
    `select actor_kind, actor_id from audit_entry where practice_id = $1 and action = 'browser.signed_out'`,
    [practice.practiceId],
  );
  return rows;
}

const asCoach = (cookieHeader: string) => createCoachCaller({ cookieHeader, now: testNow });

describe('devices', () => {
  it('are listed with the one that asks, and signed out one by one, at once', async () => {
    const { userId } = practice.coach;
    const [own, other] = [await signIn(userId, 'coach'), await signIn(userId, 'coach', 'curl/8')];
    const devices = await asCoach(own).devices.list();
    expect(devices.map(({ name, isThisOne }) => [name, isThisOne]).sort()).toEqual([
      ['A browser', false],
      ['Firefox on Linux', true],
    ]);
    const deviceId = devices.find(({ isThisOne }) => !isThisOne)?.deviceId ?? '';
    await asCoach(own).devices.signOut({ deviceId });
    expect(
      codeOf(
        await asCoach(other)
          .devices.list()
          .catch((error: unknown) => error),
      ),
    ).toBe('UNAUTHENTICATED');
    expect(await asCoach(own).devices.list()).toHaveLength(1);
    // Sent again because the answer was lost, it is done already.
    expect(await asCoach(own).devices.signOut({ deviceId })).toBeNull();
  });

  it('are signed out all at once but for the one that asks, in both apps, written down once, nobody else’s', async () => {
    const { userId } = practice.coach;
    const own = await signIn(userId, 'coach');
    const others = [await signIn(userId, 'coach', 'curl/8'), await signIn(userId, 'portal')];
    const stranger = await signIn(practice.owner.userId, 'coach');
    expect(await asCoach(own).devices.signOutOthers()).toBeNull();
    expect(await asCoach(own).devices.list()).toMatchObject([{ isThisOne: true }]);
    for (const [cookieHeader = '', app] of [
      [others[0], 'coach'],
      [others[1], 'portal'],
    ] as const) {
      expect(await findPrincipal({ app, cookieHeader, now: testNow })).toBeNull();
    }
    expect(await asCoach(stranger).devices.list()).toHaveLength(1);
    expect(await asCoach(own).devices.signOutOthers()).toBeNull();
    expect(await listSignOuts()).toEqual([{ actor_kind: 'member', actor_id: practice.coach.memberId }]);
  });

  it('signed out one by one are written down once each', async () => {
    const { userId } = practice.coach;
    const own = await signIn(userId, 'coach');
    await signIn(userId, 'coach', 'curl/8');
    const other = (await asCoach(own).devices.list()).find(({ isThisOne }) => !isThisOne);
    const deviceId = other?.deviceId ?? '';
    await asCoach(own).devices.signOut({ deviceId });
    await asCoach(own).devices.signOut({ deviceId });
    expect(await listSignOuts()).toHaveLength(1);
  });

  it('whose sign-in ran out are not signed out once more', async () => {
    const own = await signIn(practice.coach.userId, 'coach');
    await signIn(practice.coach.userId, 'coach', firefox, new Date(testNow.getTime() - 31 * 86_400_000));
    await asCoach(own).devices.signOutOthers();
    expect(await listSignOuts()).toEqual([]);
  });

  it('of somebody else are none of hers', async () => {
    const victim = await signIn(practice.owner.userId, 'coach');
    const [{ deviceId } = { deviceId: '' }] = await asCoach(victim).devices.list();
    const own = await signIn(practice.coach.userId, 'coach');
    const ofNobody = { deviceId: '0'.repeat(64) };
    for (const foreign of [{ deviceId }, ofNobody]) {
      const refused = await asCoach(own)
        .devices.signOut(foreign)
        .catch((error: unknown) => error);
      expect(codeOf(refused)).toBe('NOT_FOUND');
    }
    expect(await asCoach(victim).devices.list()).toHaveLength(1);
  });

  it('of the portal are hers as well', async () => {
    const [client] = practice.clients;
    const cookieHeader = await signIn(client?.userId ?? '', 'portal');
    const devices = await createPortalCaller({ cookieHeader, now: testNow }).ownDevices.list();
    expect(devices).toMatchObject([{ app: 'portal', isThisOne: true }]);
  });
});

it.each([
  [firefox, 'Firefox on Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
    'Safari on iPhone',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0',
    'Edge on Windows',
  ],
  ['', 'A browser'],
])('%s is called %s', (userAgent, name) => {
  expect(nameDevice(userAgent)).toBe(name);
});
