import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeCallLimiter } from './call-limit.ts';

const database = useTestDatabase();
let now = new Date('2026-11-23T09:00:10Z');
const limits = {
  network: { action: 'call.network', count: 10, minutes: 1 },
  account: { action: 'call.account', count: 5, minutes: 1 },
  all: { action: 'call.all', count: 30, minutes: 1 },
};
const make = () => makeCallLimiter(() => now, limits);
const admitted = (count: number, admit: () => boolean) => Array.from({ length: count }, admit).filter(Boolean).length;

beforeEach(async () => {
  now = new Date('2026-11-23T09:00:10Z');
  await database.owner.query('delete from identity.deed_count');
});

describe('requests', () => {
  it('are limited for one network and for one account, and again a minute later', () => {
    const limiter = make();
    expect(admitted(15, () => limiter.admitAddress('203.0.113.9'))).toBe(10);
    expect(admitted(2, () => limiter.admitAddress('203.0.113.10'))).toBe(2);
    expect(admitted(9, () => limiter.admitAccount('anna'))).toBe(5);
    expect(admitted(9, () => limiter.admitAccount('bert'))).toBe(5);
    now = new Date('2026-11-23T09:01:00Z');
    expect(admitted(15, () => limiter.admitAddress('203.0.113.9'))).toBe(10);
  });

  it('are limited for a whole /64', () => {
    const limiter = make();
    let host = 0;
    expect(admitted(15, () => limiter.admitAddress(`2001:db8:1:2::${(++host).toString(16)}`))).toBe(10);
  });

  it('are limited for everybody together', () => {
    const limiter = make();
    let host = 0;
    expect(admitted(50, () => limiter.admitAddress(`203.0.113.${++host}`))).toBe(30);
  });

  it('are counted together by all processes', async () => {
    const [one, other] = [make(), make()];
    expect(admitted(7, () => one.admitAddress('203.0.113.9'))).toBe(7);
    await one.share();
    expect(admitted(2, () => other.admitAddress('203.0.113.9'))).toBe(2);
    expect(admitted(5, () => other.admitAccount('anna'))).toBe(5);
    await other.share();
    expect(
      admitted(9, () => other.admitAddress('203.0.113.9')),
      'seven there, two here',
    ).toBe(1);
    await one.share();
    expect(
      admitted(1, () => one.admitAccount('anna')),
      'not asked there yet',
    ).toBe(1);
    await one.share();
    expect(admitted(1, () => one.admitAccount('anna'))).toBe(0);
  });

  it('go on by the own count while the database is away', async () => {
    const limiter = make();
    await database.owner.query('revoke insert on identity.deed_count from groundwork_auth');
    try {
      expect(admitted(8, () => limiter.admitAddress('203.0.113.9'))).toBe(8);
      await expect(limiter.share()).rejects.toThrow();
      expect(admitted(8, () => limiter.admitAddress('203.0.113.9'))).toBe(2);
    } finally {
      await database.owner.query('grant insert on identity.deed_count to groundwork_auth');
    }
    await limiter.share();
    const { rows } = await database.owner.query(`select count from identity.deed_count where action = 'call.network'`);
    expect(rows).toEqual([{ count: 16 }]);
  });
});
