import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redeemCode, redeemLink } from '@groundwork/auth/sign-in';
import { closePools } from '@groundwork/db/connect';
import { writeMail } from '@groundwork/db/mail';
import { withPractice } from '@groundwork/db/scope';
import { makePractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { describeStatement } from '@groundwork/db/trace-statements';
import { expect, it, onTestFinished, vi } from 'vitest';
import { startTelemetry } from './telemetry-switch.ts';
import { callCoach } from './testing/call-as.ts';
import { type Collector, collectTelemetry } from './testing/collect-telemetry.ts';
import { startMiniApp } from './testing/start-mini-app.ts';
import { traceRequest } from './trace-request.ts';
import { sendMail } from './worker/send-mail.ts';
import { traceJob } from './worker/trace-job.ts';

const database = useTestDatabase();

async function startCollector(): Promise<Collector> {
  const collector = await collectTelemetry();
  onTestFinished(() => collector.close());
  return collector;
}

/** This process's own telemetry, as the worker's. The pools are made anew: a connection is traced from its start. */
async function openHere(collector: Collector) {
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', collector.url);
  await closePools();
  const stop = await startTelemetry({
    process: 'worker',
    readQueue: async () => ({ due: 3, running: 1, givenUp: 2, oldestDueSeconds: 40 }),
  });
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await stop();
    await closePools();
  });
  return stop;
}

it('loads nothing of it unless the environment asks', async () => {
  const { practiceId } = await makePractice(database);
  const collector = await startCollector();
  const listLoaded = async (env: Readonly<Record<string, string>>) => {
    const file = join(tmpdir(), `groundwork-modules-${randomUUID()}`);
    onTestFinished(() => rm(file, { force: true }));
    const app = await startMiniApp(practiceId, { ...env, MINI_MODULES_FILE: file }, [
      '--import',
      new URL('testing/note-modules.ts', import.meta.url).href,
    ]);
    await fetch(`${app.url}/api/trpc/read`);
    app.child.kill('SIGTERM');
    expect(await app.gone).toBe(0);
    return (await readFile(file, 'utf8')).split('\n').filter((url) => url.includes('/@opentelemetry/'));
  };
  expect(await listLoaded({})).toEqual([]);
  expect(await listLoaded({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url })).not.toEqual([]);
});

it('sends a request as one trace that carries the id of its log line, and what it took', async () => {
  const { practiceId } = await makePractice(database);
  const collector = await startCollector();
  const app = await startMiniApp(practiceId, { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  onTestFinished(() => void app.child.kill('SIGKILL'));
  await fetch(`${app.url}/api/trpc/read`);
  await fetch(`${app.url}/clients/${randomUUID()}`);
  await fetch(`${app.url}/p/canary/join`);
  await fetch(`${app.url}/api/trpc/canary`);
  app.child.kill('SIGTERM');
  expect(await app.gone).toBe(0);

  const served = collector.spans.filter(({ parentSpanId }) => parentSpanId === '');
  expect(served.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['GET /api/trpc/read', 'GET /clients/:id', 'GET /p/:practice/join', 'GET unknown']),
  );
  const read = served.find(({ name }) => name === 'GET /api/trpc/read');
  const line = app.lines.find(({ route }) => route === '/api/trpc/read');
  expect(read).toMatchObject({
    service: 'groundwork-portal',
    attributes: { 'http.response.status_code': 200, 'groundwork.request_id': line?.requestId },
  });
  const call = collector.spans.find(({ name }) => name === 'read');
  expect(call).toMatchObject({ traceId: read?.traceId, parentSpanId: read?.spanId });
  const asked = collector.spans.filter(({ parentSpanId }) => parentSpanId === call?.spanId);
  expect(asked.map(({ name }) => name)).toEqual(['BEGIN', 'SELECT audit_entry', 'COMMIT']);

  const points = collector.points.filter(({ service }) => service === 'groundwork-portal');
  const find = (metric: string, attributes: object) =>
    points.find(
      (point) =>
        point.metric === metric && Object.entries(attributes).every(([key, value]) => point.attributes[key] === value),
    );
  expect(find('http.server.request.duration', { 'http.route': '/api/trpc/read' })?.value).toBe(1);
  expect(find('rpc.server.call.duration', { 'rpc.method': 'read', 'groundwork.outcome': 'ok' })?.value).toBe(1);
  expect(find('db.client.operation.duration', { 'db.collection.name': 'audit_entry' })?.value).toBe(1);
  expect(find('db.client.connection.wait_time', { 'groundwork.role': 'app' })?.value).toBeGreaterThan(0);
  expect(new Set(points.map(({ metric }) => metric))).toEqual(
    new Set([
      'http.server.request.duration',
      'rpc.server.call.duration',
      'db.client.operation.duration',
      'db.client.connection.wait_time',
      'process.memory.usage',
      'nodejs.eventloop.delay.p99',
    ]),
  );
  expect(collector.received.join()).not.toContain('canary');
  expect(collector.received.join()).not.toContain(practiceId);
});

it('counts jobs, letters and refused sign-ins, and says how the queue and the pools stand', async () => {
  const { practiceId } = await makePractice(database);
  const collector = await startCollector();
  const stop = await openHere(collector);
  const mailId = await withPractice(practiceId, (scope) =>
    writeMail(scope, {
      recipient: 'canary@example.org',
      subject: 'canary',
      html: '<p>canary</p>',
      text: 'canary',
      template: 'offer',
      idempotencyKey: 'canary',
      confidential: false,
    }),
  );
  let isAway = true;
  const send = (attempt: number) =>
    traceJob({ task: 'send_mail', attempt }, async () => {
      await sendMail({
        practiceId,
        mailId: mailId ?? '',
        domain: 'example.org',
        transport: async () => {
          if (isAway) throw new Error('canary is away');
        },
        now: () => new Date(),
        isLastAttempt: false,
      });
    });
  await expect(send(1)).rejects.toThrow('away');
  isAway = false;
  await send(2);
  const browser = { userAgent: 'canary', address: '192.0.2.7', cookieHeader: 'a=canary' };
  const now = new Date();
  await redeemLink({ app: 'coach', token: 'canary', browser, now });
  await redeemCode({ app: 'coach', code: 'canary', browser, now });
  await vi.waitFor(async () => {
    await stop();
    expect(collector.points.length).toBeGreaterThan(0);
  });

  const said = collector.points.map(({ metric, value, attributes }) => ({ metric, value, ...attributes }));
  expect(said).toEqual(
    expect.arrayContaining([
      { metric: 'groundwork.mails', value: 1, 'groundwork.outcome': 'failed' },
      { metric: 'groundwork.mails', value: 1, 'groundwork.outcome': 'sent' },
      { metric: 'groundwork.job.duration', value: 1, 'groundwork.task': 'send_mail', 'groundwork.outcome': 'failed' },
      { metric: 'groundwork.job.duration', value: 1, 'groundwork.task': 'send_mail', 'groundwork.outcome': 'done' },
      { metric: 'groundwork.sign_in.refusals', value: 1, 'groundwork.step': 'link', 'groundwork.reason': 'unknown' },
      { metric: 'groundwork.sign_in.refusals', value: 1, 'groundwork.step': 'code', 'groundwork.reason': 'gone' },
      { metric: 'groundwork.jobs', value: 3, 'groundwork.state': 'due' },
      { metric: 'groundwork.jobs', value: 2, 'groundwork.state': 'given_up' },
      { metric: 'groundwork.jobs.oldest_due', value: 40 },
      { metric: 'db.client.connection.max', value: 10, 'groundwork.role': 'app' },
      { metric: 'db.client.connection.pending_requests', value: 0, 'groundwork.role': 'app' },
    ]),
  );
  const jobs = collector.spans.filter(({ name }) => name === 'job send_mail');
  expect(jobs.map(({ attributes }) => attributes['groundwork.attempt'])).toEqual([1, 2]);
  expect(collector.spans.some(({ parentSpanId }) => parentSpanId === jobs[1]?.spanId)).toBe(true);
  expect(collector.received.join()).not.toMatch(/canary|192\.0\.2\.7/);
});

it('goes on with the trace of a proxy that the operator named, and of nobody else', async () => {
  const collector = await startCollector();
  const stop = await openHere(collector);
  const server = createServer((request, response) => traceRequest(request, response, 'id', () => response.end()));
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  const ask = () => fetch(`http://127.0.0.1:${port}/`, { headers: { traceparent } });
  await ask();
  vi.stubEnv('GROUNDWORK_TRUSTED_PROXIES', '127.0.0.1');
  await ask();
  await stop();
  const [strangers, proxied] = collector.spans.filter(({ name }) => name === 'GET /');
  expect(strangers).toMatchObject({ parentSpanId: '' });
  expect(strangers?.traceId).not.toBe('4bf92f3577b34da6a3ce929d0e0e4736');
  expect(proxied).toMatchObject({ traceId: '4bf92f3577b34da6a3ce929d0e0e4736', parentSpanId: '00f067aa0ba902b7' });
});

it('tells nothing of what somebody typed, wherever she typed it', async () => {
  const practice = await makePractice(database);
  const collector = await startCollector();
  const stop = await openHere(collector);
  const coach = callCoach(practice, 'owner', { now: new Date() });
  await coach.clients
    .invite({ id: randomUUID(), name: 'Canary Canaria', email: 'canary@example.org', message: 'canary' } as never)
    .catch(() => {});
  await coach.clients.get({ clientId: randomUUID() }).catch(() => {});
  await coach.clients.list().catch(() => {});
  await stop();
  expect(collector.spans.length).toBeGreaterThan(5);
  const received = collector.received.join();
  expect(received).not.toMatch(/canary/i);
  for (const id of [practice.practiceId, practice.owner.userId, practice.coach.userId])
    expect(received).not.toContain(id);
});

it.each([
  [
    `begin; set local groundwork.practice_id = '0190-canary'`,
    'BEGIN',
    '',
    'begin; set local groundwork.practice_id = ?',
  ],
  ['select "name" from "client" where "id" = $1', 'SELECT', 'client', 'select "name" from "client" where "id" = $1'],
  [`insert into "set_log" values ('it''s canary', $1)`, 'INSERT', 'set_log', 'insert into "set_log" values (?, $1)'],
])('describes %s without what it holds', (statement, operation, table, text) => {
  expect(describeStatement(statement)).toEqual({ operation, table, text });
});
