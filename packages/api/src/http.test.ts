import { createServer, request as openRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@groundwork/db/new-id';
import { makePractice, type TestPractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import superjson from 'superjson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiListener, maxBatchSize } from './http.ts';
import { maxInputDepth } from './input-depth.ts';
import { portalRouter } from './portal-router.ts';
import { maxBodyBytes } from './request-gate.ts';
import { addSession } from './testing/add-session.ts';
import { callCoach, testNow } from './testing/call-as.ts';
import { makeToken } from './token.ts';

const database = useTestDatabase();
const logged: unknown[] = [];
let server: Server;
let base: string;

beforeAll(async () => {
  const listener = createApiListener(portalRouter, {
    app: 'portal',
    publicUrl: 'https://portal.example',
    clock: () => testNow,
    logError: (error) => logged.push(error),
  });
  server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly code: string | undefined;
}

/** On bare node:http, so that a test says exactly what goes over the wire. */
function send(call: {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', path, headers = {}, body } = call;
    const request = openRequest(`${base}/api/trpc/${path}`, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text, code: readCode(text) });
      });
    });
    // A server that has refused may close before everything is sent.
    request.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? undefined : reject(error)));
    request.end(body);
  });
}

function readCode(text: string): string | undefined {
  try {
    const parsed = JSON.parse(text);
    return parsed.error?.json?.data?.code;
  } catch {
    return undefined;
  }
}

const json = { 'content-type': 'application/json' };
const post = (path: string, input: unknown, headers: Readonly<Record<string, string>> = {}) =>
  send({ method: 'POST', path, headers: { ...json, ...headers }, body: superjson.stringify(input) });
const get = (path: string, input: unknown, headers: Readonly<Record<string, string>> = {}) =>
  send({ path: `${path}?input=${encodeURIComponent(superjson.stringify(input))}`, headers });
const answerOf = (answer: Answer) =>
  superjson.deserialize(JSON.parse(answer.body).result.data) as Record<string, unknown>;

const joinAs = (practice: TestPractice) => ({
  id: newId(),
  slug: practice.slug,
  email: `${newId()}@example.org`,
  name: 'Jo',
  goal: 'marathon',
  letters: false,
});

const countEntries = async (practice: TestPractice) =>
  (
    await database.owner.query('select count(*)::int as count from waitlist_entry where practice_id = $1', [
      practice.practiceId,
    ])
  ).rows[0].count;

describe('what is refused before it is read', () => {
  const attempts: readonly (readonly [string, Parameters<typeof send>[0], string])[] = [
    ['a foreign origin', { headers: { ...json, origin: 'https://evil.example' } }, 'FORBIDDEN'],
    ['a null origin', { headers: { ...json, origin: 'null' } }, 'FORBIDDEN'],
    ['a cross-site fetch', { headers: { ...json, 'sec-fetch-site': 'cross-site' } }, 'FORBIDDEN'],
    ['a same-site but foreign fetch', { headers: { ...json, 'sec-fetch-site': 'same-site' } }, 'FORBIDDEN'],
    ['plain text', { headers: { 'content-type': 'text/plain' } }, 'INVALID_INPUT'],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 'INVALID_INPUT'],
    ['a multipart form', { headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 'INVALID_INPUT'],
    ['no content type', { headers: {} }, 'INVALID_INPUT'],
    ['a PUT', { method: 'PUT', headers: json }, 'FORBIDDEN'],
    ['a DELETE', { method: 'DELETE', headers: json }, 'FORBIDDEN'],
  ].map(([name, call, code]) => [name, { path: 'waitlist.join', method: 'POST', ...(call as object) }, code] as never);

  it.each(attempts)('%s changes nothing', async (_, call, code) => {
    const practice = await makePractice(database);
    const answer = await send({ ...call, body: superjson.stringify(joinAs(practice)) });
    expect(answer.code).toBe(code);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect(await countEntries(practice)).toBe(0);
  });

  it('a mutation by GET changes nothing', async () => {
    const practice = await makePractice(database);
    const answer = await get('waitlist.join', joinAs(practice));
    expect(answer).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(await countEntries(practice)).toBe(0);
  });

  it('a body of ten megabytes, announced or not', async () => {
    const practice = await makePractice(database);
    const body = superjson.stringify({ ...joinAs(practice), name: 'x'.repeat(10_000_000) });
    expect(await send({ method: 'POST', path: 'waitlist.join', headers: json, body })).toMatchObject({
      status: 413,
      code: 'TOO_LARGE',
    });
    const chunked = { ...json, 'transfer-encoding': 'chunked' };
    expect(await send({ method: 'POST', path: 'waitlist.join', headers: chunked, body })).toMatchObject({
      status: 413,
    });
    expect(body.length).toBeGreaterThan(maxBodyBytes);
    expect(await countEntries(practice)).toBe(0);
  });

  it('an input nested deeper than any form sends one, before its schema sees it', async () => {
    const nest = (levels: number) => `{"json":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    const ask = async (body: string) => {
      const answer = await send({ method: 'POST', path: 'waitlist.join', headers: json, body });
      expect(answer).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
      return JSON.parse(answer.body).error.json.data.problems.length;
    };
    // A schema says what is wrong and where; whoever is stopped before it hears nothing of the kind.
    expect(await ask(nest(maxInputDepth - 1))).toBeGreaterThan(0);
    expect(await ask(nest(maxInputDepth))).toBe(0);
    expect(await ask(nest(450_000))).toBe(0);
    const batch = { method: 'POST', path: 'waitlist.join,waitlist.join?batch=1', headers: json };
    const both = await send({ ...batch, body: `{"0":${nest(maxInputDepth)},"1":${nest(1)}}` });
    const [first, second] = JSON.parse(both.body);
    expect([first, second].map(({ error }) => error.json.data.problems)).toEqual([[], []]);
  });

  it('one call more in a batch than a page ever makes', async () => {
    const ask = (calls: number) =>
      send({ path: `${Array(calls).fill('practice.list').join(',')}?batch=1&input=%7B%7D` });
    expect((await ask(maxBatchSize)).status).toBe(200);
    expect((await ask(maxBatchSize + 1)).status).toBe(400);
    expect((await ask(300)).status).toBe(400);
  });
});

describe('what is answered', () => {
  it('comes from the own origin, the public one behind a proxy, or no browser at all', async () => {
    const practice = await makePractice(database);
    for (const origin of [base, 'https://portal.example', undefined]) {
      const headers: Record<string, string> = origin === undefined ? {} : { origin };
      expect((await post('waitlist.join', joinAs(practice), headers)).status).toBe(200);
    }
    expect(await countEntries(practice)).toBe(3);
  });

  it('broken JSON, an unknown procedure and a wrong input get a closed code', async () => {
    const practice = await makePractice(database);
    const broken = await send({ method: 'POST', path: 'waitlist.join', headers: json, body: '{"json":' });
    expect(broken).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    expect(await post('waitlist.steal', {})).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    const wrong = await post('waitlist.join', { ...joinAs(practice), email: 'nobody', goal: 'fame' });
    expect(wrong).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    const { problems } = JSON.parse(wrong.body).error.json.data;
    expect(problems.map(({ field }: { field: string }) => field).sort()).toEqual(['email', 'goal']);
    expect(wrong.body).not.toContain('stack');
  });

  it('is not for people who are not signed in, or in the other app', async () => {
    expect(await get('today', undefined)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    const cookie = `groundwork-portal.session=${'x'.repeat(43)}`;
    expect(await get('today', undefined, { cookie })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it('says nothing of an unexpected cause, and logs it', async () => {
    const practice = await makePractice(database);
    const cookie = await claimSpot(practice);
    await database.owner.query(`update client set time_zone = 'Nowhere/Land' where practice_id = $1`, [
      practice.practiceId,
    ]);
    const answer = await get('today', undefined, { cookie });
    expect(answer).toMatchObject({ status: 500, code: 'INTERNAL' });
    expect(answer.body).not.toMatch(/Nowhere|RangeError|stack/);
    expect(String(logged.at(-1))).toContain('Nowhere/Land');
  });
});

/** From the waitlist to a signed-in client, all over the wire. */
async function claimSpot(practice: TestPractice): Promise<string> {
  const joined = joinAs(practice);
  await post('waitlist.join', joined);
  const { practiceId, slug } = practice;
  await post('waitlist.confirm', { slug, token: makeToken('waitlist', { practiceId, id: joined.id }) });
  const { opening } = await callCoach(practice).waitlist.open({ id: newId(), spots: 1, holdHours: 48 });
  const token = makeToken('offer', { practiceId, id: opening.offers[0]?.offerId ?? '' });
  const claimed = await post('offer.claim', { slug, token, timeZone: 'Europe/Berlin' });
  const [header = ''] = claimed.headers['set-cookie'] ?? [];
  return header.split(';', 1)[0] ?? '';
}

it('goes from the waitlist to the first logged set over HTTP', async () => {
  const practice = await makePractice(database);
  const cookie = await claimSpot(practice);
  const today = answerOf(await get('today', undefined, { cookie }));
  expect(today).toMatchObject({ session: null, hasProgram: false });
  const { clientId } = today.me as { clientId: string };
  const { sessionId, prescriptionIds } = await addSession(database, practice, { clientId });
  const set = {
    id: newId(),
    sessionId,
    prescriptionId: prescriptionIds[0],
    setNumber: 1,
    amount: 6,
    loggedAt: testNow,
  };
  expect((await post('session.logSet', set, { cookie, origin: base })).status).toBe(200);
  const seen = await callCoach(practice, 'owner').sessions.get({ sessionId });
  expect(seen.prescriptions[0]?.logs.map(({ setLogId }) => setLogId)).toEqual([set.id]);
});
