import { randomBytes } from 'node:crypto';
import { makeDataKey } from '@groundwork/db/seal';
import { describe, expect, it } from 'vitest';
import { listWeakSecrets, requireOwnSecrets } from './production-secrets.ts';
import { startMiniApp } from './testing/start-mini-app.ts';

const made = () => ({
  NODE_ENV: 'production',
  GROUNDWORK_SECRET: randomBytes(32).toString('base64url'),
  GROUNDWORK_DATA_KEY: `${makeDataKey()},${makeDataKey()}`,
  GROUNDWORK_APP_DATABASE_URL: `postgres://groundwork_app:${randomBytes(18).toString('hex')}@db/groundwork`,
});

const addressOf = (role: string, password: string) => `postgres://groundwork_${role}:${password}@db/groundwork`;

it('secrets that an installation makes are its own, however often', () => {
  for (let time = 0; time < 200; time++) expect(listWeakSecrets(made())).toEqual([]);
});

describe('production does not start with', () => {
  it.each(['GROUNDWORK_SECRET', 'GROUNDWORK_DATA_KEY'])('no %s', (name) => {
    for (const value of ['', undefined])
      expect(() => requireOwnSecrets({ ...made(), [name]: value })).toThrow(`${name} is not set`);
  });

  it.each([
    ['GROUNDWORK_SECRET', 'x7Kq2'],
    ['GROUNDWORK_SECRET', 'change-me-change-me-change-me-change-me'],
    ['GROUNDWORK_SECRET', 'a secret for tests alone, of enough length'],
    ['GROUNDWORK_SECRET', 'a'.repeat(64)],
    ['GROUNDWORK_DATA_KEY', Buffer.alloc(32).toString('base64')],
    [
      'GROUNDWORK_DATA_KEY',
      `${Buffer.from([...Array(32).keys()]).toString('base64')},${Buffer.alloc(32, 7).toString('base64')}`,
    ],
    ['GROUNDWORK_DATA_KEY', 'aGVsbG8='],
    ['GROUNDWORK_SECRET', 'q8Vn3xLd0TzYb5Rk7WcJm2Hs9Fp4Gu1'],
    ['GROUNDWORK_DATA_KEY', Buffer.from([...Array(31).keys()]).toString('base64')],
    ['GROUNDWORK_APP_DATABASE_URL', addressOf('app', 'postgres')],
    ['GROUNDWORK_AUTH_DATABASE_URL', addressOf('auth', 'change-me-please')],
    ['GROUNDWORK_WORKER_DATABASE_URL', 'postgres://groundwork_worker@db/groundwork?password=groundwork'],
  ])('%s=%s', (name, value) => {
    const environment = { ...made(), [name]: value };
    expect(() => requireOwnSecrets(environment)).toThrow(name);
    expect(() => requireOwnSecrets(environment)).not.toThrow(value);
    expect(() => requireOwnSecrets({ ...environment, NODE_ENV: 'development' })).not.toThrow();
  });
});

it('an app that is started with one all the same ends before it listens', async () => {
  const started = startMiniApp('', { NODE_ENV: 'production', GROUNDWORK_SECRET: 'change-me-change-me-change-me' });
  await expect(started).rejects.toThrow(/The app ended with [^0].*GROUNDWORK_SECRET is shorter than 32 characters/s);
});
