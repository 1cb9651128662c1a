import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePassword, startEmbedded } from '@groundwork/db/embedded';
import { migrate, urlOf } from '@groundwork/db/migrate';
import { newId } from '@groundwork/db/new-id';
import { openOwner } from '@groundwork/db/open-owner';
import { findFreePort, runAs } from '@groundwork/db/testing/global-setup';
import { makePractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { expect, it, onTestFinished } from 'vitest';
import { type MiniApp, startMiniApp } from './testing/start-mini-app.ts';

const database = useTestDatabase();

async function startFor(env: Readonly<Record<string, string>> = {}): Promise<MiniApp> {
  const practice = await makePractice(database);
  const app = await startMiniApp(practice.practiceId, env);
  onTestFinished(() => void app.child.kill('SIGKILL'));
  return app;
}

const ask = async (app: Pick<MiniApp, 'url'>, path: string, init: RequestInit = {}) => {
  const start = performance.now();
  const response = await fetch(`${app.url}${path}`, { ...init, signal: AbortSignal.timeout(15_000) });
  const body = await response.text();
  const { status, headers } = response;
  return { status, body, headers, retryAfter: headers.get('retry-after'), ms: performance.now() - start };
};

const hold = (app: MiniApp, ms: number) =>
  ask(app, '/api/trpc/hold', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ json: ms }),
  });

/** Asks until the condition holds; the answers are the clock. */
async function until<Value>(look: () => Promise<Value>, holds: (value: Value) => boolean): Promise<Value> {
  for (;;) {
    const value = await look();
    if (holds(value)) return value;
  }
}

it('is alive, ready, and names each request in its answer and its log', async () => {
  const app = await startFor();
  expect(await ask(app, '/healthz')).toMatchObject({ status: 200, body: '{"alive":true,"stage":"serving"}\n' });
  expect(await ask(app, '/readyz')).toMatchObject({ status: 200, body: '{"ready":true,"reasons":[]}\n' });
  const given = await ask(app, '/api/trpc/read?secret=canary', { headers: { 'x-request-id': 'edge-0000-0001' } });
  expect(given.headers.get('x-request-id')).toBe('edge-0000-0001');
  const made = await ask(app, `/clients/${newId()}?token=canary`, { headers: { 'user-agent': 'canary' } });
  app.child.kill('SIGTERM');
  expect(await app.gone).toBe(0);
  const requests = app.lines.filter(({ msg }) => msg === 'request');
  expect(requests).toMatchObject([
    {
      level: 'info',
      process: 'portal',
      requestId: 'edge-0000-0001',
      method: 'GET',
      route: '/api/trpc/read',
      status: 200,
    },
    { requestId: made.headers.get('x-request-id'), route: '/clients/:id', status: 200 },
  ]);
  expect(requests.every(({ ms }) => Number.isInteger(ms))).toBe(true);
  expect(JSON.stringify(app.lines)).not.toContain('canary');
});

it('on SIGTERM first says that it is not ready, answers what it has, and ends', async () => {
  const app = await startFor({ GROUNDWORK_DRAIN_MS: '400' });
  const { hostname, port } = new URL(app.url);
  const idle = connect(Number(port), hostname);
  await once(idle, 'connect');
  const slowPage = ask(app, '/slow?wait=900');
  const slowCall = hold(app, 900);
  await until(
    () => ask(app, '/readyz'),
    ({ status }) => status === 200,
  );
  app.child.kill('SIGTERM');
  const unready = await until(
    () => ask(app, '/readyz'),
    ({ status }) => status === 503,
  );
  expect(unready.body).toBe('{"ready":false,"reasons":["draining"]}\n');
  expect(await ask(app, '/healthz')).toMatchObject({ status: 200 });
  // Still served while proxies learn of it, and told not to come back on this connection.
  const late = await ask(app, '/page');
  expect(late).toMatchObject({ status: 200, body: 'page' });
  expect(late.headers.get('connection')).toBe('close');
  expect(await slowPage).toMatchObject({ status: 200, body: 'page' });
  expect(await slowCall).toMatchObject({ status: 200 });
  expect(await app.gone).toBe(0);
  await expect(ask(app, '/healthz')).rejects.toThrow();
  idle.destroy();
});

it('ends at its limit when a request does not', async () => {
  const app = await startFor({ GROUNDWORK_FINISH_MS: '500' });
  const endless = ask(app, '/slow?wait=60000').catch(() => 'cut off');
  await ask(app, '/page');
  const start = performance.now();
  app.child.kill('SIGTERM');
  expect(await app.gone).toBe(1);
  expect(performance.now() - start).toBeLessThan(5000);
  expect(await endless).toBe('cut off');
});

it('is not ready before its migrations are there', async () => {
  const app = await startFor();
  await database.owner.query('alter table drizzle.__drizzle_migrations rename to set_aside');
  const behind = await ask(app, '/readyz');
  await database.owner.query('alter table drizzle.set_aside rename to __drizzle_migrations');
  expect(behind).toMatchObject({ status: 503, body: '{"ready":false,"reasons":["migrations_missing"]}\n' });
  expect(await ask(app, '/readyz')).toMatchObject({ status: 200 });
});

it('with every connection out answers 503 within the limit, is not ready, and serves again at once', async () => {
  const app = await startFor({ GROUNDWORK_POOL_SIZE: '2' });
  expect((await ask(app, '/readyz')).status).toBe(200);
  const busy = [hold(app, 4500), hold(app, 4500)];
  await until(
    () => database.owner.query(`select 1 from pg_locks where locktype = 'advisory' and objid = 4711 and granted`),
    ({ rowCount }) => rowCount === 2,
  );
  const waiting = Array.from({ length: 20 }, () => ask(app, '/api/trpc/read'));
  const full = await until(
    () => ask(app, '/readyz'),
    ({ status }) => status === 503,
  );
  expect(full.body).toBe('{"ready":false,"reasons":["pool_full"]}\n');
  for (const answer of await Promise.all(waiting)) {
    expect(answer).toMatchObject({ status: 503, retryAfter: '1' });
    expect(answer.body).toContain('"UNAVAILABLE"');
    expect(answer.ms).toBeLessThan(5000);
  }
  expect((await Promise.all(busy)).map(({ status }) => status)).toEqual([200, 200]);
  expect(await ask(app, '/api/trpc/read')).toMatchObject({ status: 200 });
  expect(await ask(app, '/readyz')).toMatchObject({ status: 200 });
});

it('answers 503 while the database is stopped, at once, and serves again when it is back', async () => {
  const dataFolder = join(process.env.GROUNDWORK_TEST_FOLDER ?? tmpdir(), `outage-test-${newId()}`);
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true }));
  const passwords = { superuser: makePassword(), owner: makePassword() };
  const options = { dataFolder, port: await findFreePort(), passwords, durable: false, stopOnSignals: false };
  const roles = { app: makePassword(), auth: makePassword(), worker: makePassword() };
  let server = await startEmbedded(options);
  await migrate({ ownerUrl: server.ownerUrl, passwords: roles });
  const owner = openOwner(server.ownerUrl);
  owner.owner.on('error', () => {});
  const { practiceId } = await makePractice(owner);
  const app = await startMiniApp(practiceId, {
    GROUNDWORK_APP_DATABASE_URL: urlOf(server.ownerUrl, 'app', roles.app),
    GROUNDWORK_AUTH_DATABASE_URL: urlOf(server.ownerUrl, 'auth', roles.auth),
  });
  onTestFinished(() => void app.child.kill('SIGKILL'));
  expect(await ask(app, '/api/trpc/read')).toMatchObject({ status: 200 });
  expect(await ask(app, '/readyz')).toMatchObject({ status: 200 });
  await server.stop();
  expect(
    await until(
      () => ask(app, '/readyz'),
      ({ status }) => status === 503,
    ),
  ).toMatchObject({
    body: '{"ready":false,"reasons":["database_away"]}\n',
  });
  for (const path of ['/api/trpc/read', '/clients', '/']) {
    const answer = await ask(app, path);
    expect(answer, path).toMatchObject({ status: 503, retryAfter: '1' });
    expect(answer.ms, path).toBeLessThan(1000);
  }
  expect(await ask(app, '/_next/static/x.js')).toMatchObject({ status: 200 });
  expect(await ask(app, '/healthz')).toMatchObject({ status: 200 });
  server = await startEmbedded(options);
  const back = performance.now();
  await until(
    () => ask(app, '/api/trpc/read'),
    ({ status }) => status === 200,
  );
  expect(performance.now() - back).toBeLessThan(5000);
  expect(await ask(app, '/readyz')).toMatchObject({ status: 200 });
  await owner.owner.end();
  await server.stop();
});

it('a connection that an administrator ends is not noticed by whoever asks', async () => {
  const app = await startFor({ GROUNDWORK_POOL_SIZE: '3' });
  await Promise.all([hold(app, 50), hold(app, 50), hold(app, 50)]);
  await runAs(
    database.superuserUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'groundwork_app'`,
  );
  const answers = await Promise.all(Array.from({ length: 10 }, () => hold(app, 1)));
  expect(answers.map(({ status }) => status)).toEqual(Array<number>(10).fill(200));
});
