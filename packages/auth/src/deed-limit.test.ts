import { withIdentity } from '@groundwork/db/identity';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { beforeEach, describe, expect, it } from 'vitest';
import { countDeeds, type Deed } from './deed-limit.ts';
import { rememberBrowser } from './known-browser.ts';
import {
  lettersOfStrangers,
  redeemCode,
  redeemLink,
  requestLimit,
  requestSignIn,
  signInLimits,
  wrongCodesOfStrangers,
} from './sign-in.ts';
import { makeToken } from './token.ts';

const database = useTestDatabase();
const now = new Date('2026-11-23T09:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const limit = { action: 'test.knock', count: 3, minutes: 10 };
/** When it may go on; undefined when it may now. */
const count = async (deeds: readonly Deed[], at = now) =>
  (await withIdentity((scope) => countDeeds(scope, deeds, at))).retryAt;

beforeEach(async () => {
  process.env.GROUNDWORK_COACH_URL = 'http://coach.example';
  process.env.GROUNDWORK_PORTAL_URL = 'http://portal.example';
  await database.owner.query('delete from identity.deed_count');
});

describe('a limit', () => {
  it('lets through as often as it says, then not until its window has passed', async () => {
    for (let deed = 1; deed <= 3; deed++) expect(await count([{ key: 'a', limit }], later(deed))).toBeUndefined();
    expect(await count([{ key: 'a', limit }], later(4))).toEqual(later(11));
    expect(await count([{ key: 'b', limit }], later(4)), 'somebody else').toBeUndefined();
    expect(await count([{ key: 'a', limit }], later(10))).toEqual(later(11));
    expect(await count([{ key: 'a', limit }], later(11))).toBeUndefined();
  });

  it('is shared by all that count at the same time', async () => {
    const knocks = await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const own = { key: 'a', limit };
        const everybody = { key: '', limit: { ...limit, action: 'test.all', count: 20 } };
        return count(index % 2 === 0 ? [own, everybody] : [everybody, own]);
      }),
    );
    expect(knocks.filter((retryAt) => retryAt === undefined)).toHaveLength(3);
    const { rows } = await database.owner.query('select action, count from identity.deed_count order by action');
    expect(rows).toEqual([
      { action: 'test.all', count: 40 },
      { action: 'test.knock', count: 40 },
    ]);
  });

  it('keeps windows of different lengths apart', async () => {
    const long = { action: 'test.long', count: 3, minutes: 60 };
    for (let deed = 0; deed < 3; deed++)
      await count([
        { key: 'a', limit },
        { key: 'a', limit: long },
      ]);
    expect(
      await count(
        [
          { key: 'a', limit },
          { key: 'a', limit: long },
        ],
        later(10),
      ),
    ).toEqual(later(60));
  });

  it('keeps no address, and nothing for longer than a day', async () => {
    await count([{ key: '203.0.113.9', limit }]);
    const stored = async () => JSON.stringify((await database.owner.query('select * from identity.deed_count')).rows);
    expect(await stored()).not.toContain('203.0.113.9');
    await count([{ key: 'other', limit: { ...limit, action: 'test.other' } }], later(24 * 60 + 1));
    expect(JSON.parse(await stored())).toHaveLength(1);
  });
});

describe('sign-in', () => {
  const ask = (address: string, number: number, at = now) =>
    requestSignIn({
      app: 'coach',
      email: `nobody${number}@nowhere.example`,
      browser: { userAgent: '', address },
      now: at,
    });
  const problemOf = (result: Awaited<ReturnType<typeof ask>>) => (result.ok ? 'ok' : result.problems[0]?.code);

  it('is bounded for one network, however many addresses of the /64 it uses', async () => {
    const { count: most } = signInLimits.request;
    for (let number = 0; number < most; number++) {
      expect(problemOf(await ask(`2001:db8:1:2::${number.toString(16)}`, number))).toBe('ok');
    }
    expect(problemOf(await ask('2001:db8:1:2:ffff::1', most))).toBe('too_many_requests');
    expect(problemOf(await ask('2001:db8:1:3::1', most))).toBe('ok');
    expect(problemOf(await ask('2001:db8:1:2:ffff::1', most, later(15)))).toBe('ok');
  });

  it('writes only so many letters for strangers’ browsers, and is open to those that were signed in before', async () => {
    const { action, count: most } = lettersOfStrangers;
    await database.owner.query(`insert into identity.deed_count values ($1, '', $2, $3)`, [action, now, most]);
    expect(problemOf(await ask('198.51.100.7', 1))).toBe('too_many_requests');
    const email = 'nobody1@nowhere.example';
    const askFrom = (cookieHeader: string, app: 'coach' | 'portal' = 'coach', at = now) =>
      requestSignIn({ app, email, browser: { userAgent: '', address: '198.51.100.7', cookieHeader }, now: at });
    const [remembered = ''] = rememberBrowser('coach', email, now).split(';');
    expect(problemOf(await askFrom(remembered))).toBe('ok');
    const [ofAnother = ''] = rememberBrowser('coach', 'nobody2@nowhere.example', now).split(';');
    const longAgo = new Date(now.getTime() - 181 * 86_400_000);
    const [old = ''] = rememberBrowser('coach', email, longAgo).split(';');
    const refused = [
      ofAnother,
      old,
      remembered.slice(0, -1),
      remembered.replace('=', '=1'),
      'groundwork-coach.known=',
      '',
    ];
    for (const cookie of refused) expect(problemOf(await askFrom(cookie)), cookie).toBe('too_many_requests');
    const ofOtherApp = remembered.replace('groundwork-coach', 'groundwork-portal');
    expect(problemOf(await askFrom(ofOtherApp, 'portal'))).toBe('too_many_requests');
    for (let number = 2; number <= requestLimit.count; number++)
      expect(problemOf(await askFrom(remembered))).toBe('ok');
    expect(problemOf(await askFrom(remembered))).toBe('too_many_requests');
  });

  it('lets nobody be kept out of her own browser by others who ask for her address', async () => {
    const later15 = later(30);
    for (let number = 0; number < requestLimit.count; number++) {
      expect(problemOf(await ask(`198.51.100.${20 + number}`, 77, later15))).toBe('ok');
    }
    expect(problemOf(await ask('198.51.100.30', 77, later15))).toBe('too_many_requests');
    const [cookieHeader = ''] = rememberBrowser('coach', 'nobody77@nowhere.example', now).split(';');
    const browser = { userAgent: '', address: '198.51.100.31', cookieHeader };
    const own = await requestSignIn({ app: 'coach', email: 'nobody77@nowhere.example', browser, now: later15 });
    expect(problemOf(own)).toBe('ok');
  });

  it('closes codes, and not links, when strangers have guessed wrong often enough in a day', async () => {
    const day = later(3 * 24 * 60);
    const { action, count: most } = wrongCodesOfStrangers;
    await database.owner.query(`insert into identity.deed_count values ($1, '', $2, $3)`, [action, day, most - 1]);
    const email = 'nobody5@nowhere.example';
    const tryCode = async (known: string) => {
      const asked = await requestSignIn({
        app: 'coach',
        email,
        browser: { userAgent: '', address: '198.51.100.40' },
        now: day,
      });
      const cookieHeader = `${asked.ok ? asked.value.setCookie.split(';')[0] : ''}; ${known}`;
      const browser = { userAgent: '', address: '198.51.100.40', cookieHeader };
      const tried = await redeemCode({ app: 'coach', code: 'x', browser, now: day });
      return tried.ok ? 'ok' : tried.problems[0]?.code;
    };
    expect(await tryCode('')).toBe('wrong_code');
    expect(await tryCode('')).toBe('locked');
    expect(await tryCode(rememberBrowser('coach', email, day).split(';')[0] ?? '')).toBe('wrong_code');
    const browser = { userAgent: '', address: '198.51.100.41' };
    expect(await redeemLink({ app: 'coach', token: makeToken(), browser, now: day })).toMatchObject({
      problems: [{ code: 'unknown' }],
    });
  });

  it('counts guesses of links and codes together', async () => {
    const browser = { userAgent: '', address: '198.51.100.8' };
    const { count: most } = signInLimits.redeem;
    for (let guess = 0; guess < most; guess++) {
      expect(await redeemLink({ app: 'coach', token: makeToken(), browser, now })).toMatchObject({
        problems: [{ code: 'unknown' }],
      });
    }
    expect(await redeemLink({ app: 'coach', token: makeToken(), browser, now })).toMatchObject({
      problems: [{ code: 'too_many_requests' }],
    });
    const cookieHeader = `groundwork-coach.sign-in=01234567-89ab-7def-8123-456789abcdef.${makeToken()}`;
    expect(
      await redeemCode({ app: 'coach', code: '123456', browser: { ...browser, cookieHeader }, now }),
    ).toMatchObject({
      problems: [{ code: 'too_many_requests' }],
    });
  });

  it('is closed while nothing can be counted', async () => {
    await database.owner.query('revoke insert on identity.deed_count from groundwork_auth');
    try {
      await expect(ask('198.51.100.9', 1)).rejects.toThrow();
      const browser = { userAgent: '', address: '198.51.100.9' };
      await expect(redeemLink({ app: 'coach', token: makeToken(), browser, now })).rejects.toThrow();
    } finally {
      await database.owner.query('grant insert on identity.deed_count to groundwork_auth');
    }
  });
});
