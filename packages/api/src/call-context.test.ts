import { startSession } from '@groundwork/auth/session';
import { withIdentity } from '@groundwork/db/identity';
import { makePractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { expect, it } from 'vitest';
import { openContext } from './call-context.ts';
import { testNow } from './testing/call-as.ts';

const database = useTestDatabase();

it('an account that has asked too much is nobody until later, and strangers are not counted as accounts', async () => {
  const { coach } = await makePractice(database);
  const asked: string[] = [];
  const open = (cookieHeader: string, isAdmitted: boolean) =>
    openContext({
      app: 'coach',
      cookieHeader,
      now: testNow,
      address: '192.0.2.1',
      userAgent: 'test',
      setCookie: () => {},
      admitAccount: (userId) => {
        asked.push(userId);
        return isAdmitted;
      },
    });
  const { setCookie } = await withIdentity((scope) =>
    startSession(scope, { userId: coach.userId, app: 'coach', browser: { userAgent: 'test' }, now: testNow }),
  );
  const [cookie = ''] = setCookie.split(';');
  expect(await open(cookie, true).findPrincipal()).toMatchObject({ userId: coach.userId });
  await expect(open(cookie, false).findPrincipal()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  expect(asked).toEqual([coach.userId, coach.userId]);
  expect(await open('', false).findPrincipal()).toBeNull();
  expect(asked).toHaveLength(2);
});
