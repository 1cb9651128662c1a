import { createServer, type RequestListener, request as sendRequest } from 'node:http';
import superjson from 'superjson';
import { listChanges, watchDatabase } from './fingerprint.ts';
import { type Apis, type ListedProcedure, listProcedures } from './list-procedures.ts';
import type { Policies } from './policy.ts';
import type { Role } from './role.ts';
import type { World } from './world.ts';

/** What an app serves under `/api/trpc/`, or a broken double of it. */
export type Listeners = Readonly<Record<ListedProcedure['app'], RequestListener>>;

interface Siege {
  readonly world: World;
  readonly apis: Apis;
  readonly policies: Policies;
  readonly listeners: Listeners;
  /** All of them when left out. */
  readonly paths?: readonly string[];
}

/** Signed in and allowed: a refusal comes from nothing but the way of asking. */
const callers: readonly Role[] = ['coach', 'client', 'owner', 'anonymous'];

interface Reply {
  readonly status: number;
  /** The closed code in the body; undefined where there is none. */
  readonly code: string | undefined;
  /** Whether a page of another site may read it. */
  readonly isShared: boolean;
}

interface Request {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Attack {
  readonly name: string;
  readonly request: Request;
  readonly code: string;
}

/** What another site, or a broken client, can make of a call that would succeed. `body` is a good one. */
function listAttacks(path: string, body: string, own: string): readonly Attack[] {
  const post = (name: string, code: string, headers: Request['headers'], sent = body): Attack => ({
    name,
    code,
    request: { method: 'POST', path, headers, body: sent },
  });
  const json = { 'content-type': 'application/json' };
  const big = `{"json":"${'x'.repeat(10_000_000)}"}`;
  return [
    post('a foreign origin', 'FORBIDDEN', { ...json, origin: 'https://evil.example' }),
    post('a null origin', 'FORBIDDEN', { ...json, origin: 'null' }),
    post('an origin that hides ours', 'FORBIDDEN', { ...json, origin: `https://evil.example/${own}` }),
    ...['http://ours.test.evil.example', 'http://evil-ours.test', 'http://ours.test@evil.example'].map((origin) =>
      post(`the origin ${origin} at ours.test`, 'FORBIDDEN', { ...json, host: 'ours.test', origin }),
    ),
    post('our host under another port', 'FORBIDDEN', { ...json, origin: 'http://127.0.0.1:1' }),
    post('a cross-site fetch', 'FORBIDDEN', { ...json, 'sec-fetch-site': 'cross-site' }),
    post('a fetch from a sister site', 'FORBIDDEN', { ...json, 'sec-fetch-site': 'same-site' }),
    post('a fetch from nowhere', 'FORBIDDEN', { ...json, 'sec-fetch-site': 'none' }),
    post('plain text', 'INVALID_INPUT', { 'content-type': 'text/plain' }),
    post('a form', 'INVALID_INPUT', { 'content-type': 'application/x-www-form-urlencoded' }),
    post('a multipart form', 'INVALID_INPUT', { 'content-type': 'multipart/form-data; boundary=x' }),
    post('bytes', 'INVALID_INPUT', { 'content-type': 'application/octet-stream' }),
    post('text that names JSON', 'INVALID_INPUT', { 'content-type': 'text/plain; application/json' }),
    post('almost JSON', 'INVALID_INPUT', { 'content-type': 'application/jsonp' }),
    post('no type at all', 'INVALID_INPUT', {}),
    post('ten megabytes', 'TOO_LARGE', { ...json, 'content-length': String(big.length) }, big),
    post('ten megabytes, unannounced', 'TOO_LARGE', { ...json, 'transfer-encoding': 'chunked' }, big),
    ...listMalformed().map((sent) => post(`the body ${sent.slice(0, 60)}`, 'INVALID_INPUT', json, sent)),
    { name: 'GET', code: 'FORBIDDEN', request: { path: `${path}?input=${encodeURIComponent(body)}` } },
    {
      name: 'GET in a batch',
      code: 'FORBIDDEN',
      request: { path: `${path}?batch=1&input=${encodeURIComponent(`{"0":${body}}`)}` },
    },
    ...['PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method) => ({
      name: method,
      code: 'FORBIDDEN',
      request: { method, path, headers: json, body },
    })),
  ];
}

/** Bodies that are no JSON, or no envelope of ours, or an envelope that would make something else of what is in it. */
const listMalformed = (): readonly string[] => [
  ...['', '{', '{"json":', '{"json":{}}}', 'undefined', 'NaN', '\u0000', '\ufeff{}', "{'json':{}}", '<xml/>'],
  ...['null', '[]', '"text"', '5', '{}', '{"json":null}', '{"json":[]}', '{"json":{"__proto__":{"polluted":true}}}'],
  `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
  ...[
    '5',
    '[]',
    '{"values":5}',
    '{"values":["Date"]}',
    '{"values":{"a":["Date"]}}',
    '{"values":{"a.b.c":["Date"]}}',
    '{"values":{"__proto__.polluted":["Date"]}}',
    '{"values":{"constructor.prototype.polluted":["Date"]}}',
    '{"values":[["class","Refusal"]]}',
    '{"values":[["custom","x"]]}',
    '{"values":[["symbol","x"]]}',
    '{"values":[["typed-array","Evil"]]}',
    '{"values":["set"]}',
    '{"values":["map"]}',
    '{"values":["bigint"]}',
    '{"values":["regexp"]}',
    '{"values":["Error"]}',
    '{"values":["URL"]}',
    '{"values":["no such kind"]}',
    '{"referentialEqualities":5}',
    '{"referentialEqualities":{"__proto__":["polluted"]}}',
    '{"referentialEqualities":[["__proto__.polluted"]]}',
    '{"referentialEqualities":{"a":["b.c"]}}',
    '{"v":99}',
  ].map((meta) => `{"json":{},"meta":${meta}}`),
];

/**
 * Makes each call that would succeed in every way that it must not be made, then in the right way. Tells of each that was not refused with
 * its code, that changed something, or that another site could read; and of right ways that failed, which would prove nothing.
 */
export async function listCrossSiteBreaches(siege: Siege): Promise<readonly string[]> {
  const { world, apis, policies, listeners, paths } = siege;
  const watch = await watchDatabase(world.database);
  const breaches: string[] = [];
  const servers = { coach: await serve(listeners.coach), portal: await serve(listeners.portal) };
  try {
    for (const { app, path, type } of listProcedures(apis)) {
      const policy = policies[path];
      const role = callers.find((one) => policy?.verdicts[one] === 'allowed');
      if (!policy || !role || (paths && !paths.includes(path))) continue;
      const { origin } = servers[app];
      const person = world.people[role];
      const body = superjson.stringify(await policy.input({ world, person }));
      const send = (request: Request) =>
        exchange(origin, { ...request, headers: { ...request.headers, cookie: person.cookie } });
      const before = await watch.take();
      const attacks = type === 'mutation' ? listAttacks(path, body, origin) : listReadAttacks(path, body);
      for (const { name, request, code } of attacks) {
        const reply = await send(request);
        if (reply.code !== code) breaches.push(`${path}: ${name} is ${reply.status} ${reply.code}, not ${code}`);
        if (reply.isShared) breaches.push(`${path}: ${name} may be read by another site`);
      }
      if (Object.hasOwn(Object.prototype, 'polluted')) breaches.push(`${path}: every object was changed`);
      const changed = listChanges(before, await watch.take(before));
      if (changed.length > 0) breaches.push(`${path}: refused requests changed ${changed.join(', ')}`);
      const right = type === 'mutation' ? rightWrite(path, body, origin) : rightRead(path, body);
      const { status, code } = await send(right);
      if (status !== 200) breaches.push(`${path}: the right way is ${status} ${code}`);
    }
  } finally {
    await servers.coach.close();
    await servers.portal.close();
  }
  return breaches;
}

const readPath = (path: string, body: string) => (body === '{}' ? path : `${path}?input=${encodeURIComponent(body)}`);

const listReadAttacks = (path: string, body: string): readonly Attack[] => {
  const read = (name: string, headers: Request['headers']): Attack => ({
    name,
    code: 'FORBIDDEN',
    request: { path: readPath(path, body), headers },
  });
  return [
    read('a foreign origin', { origin: 'https://evil.example' }),
    read('a null origin', { origin: 'null' }),
    read('a cross-site fetch', { 'sec-fetch-site': 'cross-site' }),
    read('a fetch from a sister site', { 'sec-fetch-site': 'same-site' }),
    {
      name: 'POST',
      code: 'FORBIDDEN',
      request: { method: 'POST', path, headers: { 'content-type': 'application/json' }, body },
    },
  ];
};

const rightRead = (path: string, body: string): Request => ({
  path: readPath(path, body),
  headers: { 'sec-fetch-site': 'same-origin' },
});

const rightWrite = (path: string, body: string, origin: string): Request => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/json; charset=utf-8', origin, 'sec-fetch-site': 'same-origin' },
  body,
});

interface Served {
  readonly origin: string;
  readonly close: () => Promise<unknown>;
}

async function serve(listener: RequestListener): Promise<Served> {
  const server = createServer(listener);
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port');
  const close = () =>
    new Promise((settle) => {
      server.close(settle);
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${address.port}`, close };
}

/** One request on a connection of its own, with headers that a browser would not let a page set. */
function exchange(origin: string, { method = 'GET', path, headers, body }: Request): Promise<Reply> {
  return new Promise((settle) => {
    const request = sendRequest(`${origin}/api/trpc/${path}`, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        settle({
          status: response.statusCode ?? 0,
          code: codeIn(Buffer.concat(chunks).toString()),
          isShared: response.headers['access-control-allow-origin'] !== undefined,
        }),
      );
    });
    request.on('error', (error) => settle({ status: 0, code: String(error), isShared: false }));
    request.end(body);
  });
}

/** The closed code in an answer, be it one of a batch. */
const codeIn = (text: string): string | undefined => /"code":"([A-Z_]+)"/.exec(text)?.[1];
