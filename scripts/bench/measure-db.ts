import superjson from 'superjson';
import { type BenchPractice, type BenchStack, startBenchStack } from './bench-stack.ts';
import type { Figure } from './figure.ts';
import type { Section } from './section.ts';
import type { Spans } from './time-calls.ts';

/** Practices of 200 clients; what is asked about is the first of them, while the others grow around it. */
const CLIENTS_EACH = 200;
const ASKED = 200;
/** A tenfold growth may cost half as much again. */
const GROWTH_ALLOWED = 1.5;

/** How the p95 of each read moves while the database grows from a million set logs to ten million. `GROUNDWORK_BENCH_PRACTICES` sets the end. */
export async function measureDb(_spans: Spans): Promise<readonly Section[]> {
  const stack = await startBenchStack();
  try {
    const practices = [await stack.addPractice(CLIENTS_EACH), await stack.addPractice(CLIENTS_EACH)];
    const [practice] = practices;
    if (practice === undefined) throw new Error('No practice was made');
    const small = await measureReads(stack, practice);
    const end = Number(process.env.GROUNDWORK_BENCH_PRACTICES ?? 20);
    for (let made = practices.length; made < end; made += 1) {
      await stack.addPractice(CLIENTS_EACH);
      console.error(`  ${made + 1} of ${end} practices`);
    }
    const large = await measureReads(stack, practice);
    const [from, to] = [small, large].map(({ setLogs }) => new Intl.NumberFormat('en').format(setLogs));
    return [
      {
        name: 'db',
        title: 'Growth',
        says: `The slowest of 20 of ${ASKED} requests, one at a time over HTTP, with ${from} set logs in the database (the floor) and with ${to} (the figure), in practices of ${CLIENTS_EACH} clients with two years of logs each; ${large.gigabytes} GB at the end.`,
        figures: [...large.reads].map(
          ([what, p95]): Figure => ({
            what,
            value: p95,
            unit: 'ms',
            floor: { what: 'before', value: small.reads.get(what) ?? Number.NaN },
            target: { of: 'ratio', most: GROWTH_ALLOWED },
          }),
        ),
      },
    ];
  } finally {
    await stack.stop();
  }
}

interface Reads {
  readonly setLogs: number;
  readonly gigabytes: string;
  /** p95 in milliseconds. */
  readonly reads: ReadonlyMap<string, number>;
}

async function measureReads(stack: BenchStack, practice: BenchPractice): Promise<Reads> {
  await stack.superuser.query('vacuum analyze');
  await stack.superuser.query('checkpoint');
  const { rows } = await stack.superuser.query(
    `select (select count(*) from set_log)::int as logs, pg_database_size(current_database()) / 1e9 as gigabytes,
       (select id from session where practice_id = $1 and client_id = $2 and status = 'planned' order by date limit 1) as session,
       (select id from program where practice_id = $1 and client_id = $2 order by starts_on desc limit 1) as program`,
    [practice.practiceId, practice.firstClient.clientId],
  );
  const { logs, gigabytes, session: sessionId, program: programId } = rows[0];
  const { clientId } = practice.firstClient;
  const coach = await stack.signIn(practice.owner.userId, 'coach');
  const client = await stack.signIn(practice.firstClient.userId, 'portal');
  const questions: readonly (readonly [string, string, string, string, object | undefined])[] = [
    ["client's Today", stack.portalUrl, client, 'today', undefined],
    ["client's session", stack.portalUrl, client, 'session.get', { sessionId }],
    ["client's ladders", stack.portalUrl, client, 'ladders', undefined],
    ["coach's Today", stack.coachUrl, coach, 'practice.today', undefined],
    ["coach's Clients", stack.coachUrl, coach, 'clients.list', undefined],
    ["coach's client page", stack.coachUrl, coach, 'clients.get', { clientId }],
    ["coach's program", stack.coachUrl, coach, 'programs.get', { programId }],
    ["coach's session", stack.coachUrl, coach, 'sessions.get', { sessionId }],
  ];
  const reads = new Map<string, number>();
  for (const [what, base, cookie, path, input] of questions) {
    const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(superjson.serialize(input)))}`;
    reads.set(what, await findP95(`${base}/api/trpc/${path}${query}`, cookie));
  }
  return { setLogs: logs, gigabytes: Number(gigabytes).toFixed(1), reads };
}

async function findP95(url: string, cookie: string): Promise<number> {
  const spent: number[] = [];
  for (let asked = 0; asked < ASKED; asked += 1) {
    const began = performance.now();
    const answer = await fetch(url, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${url} answers ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
    spent.push(performance.now() - began);
  }
  return spent.sort((one, other) => one - other)[Math.floor(ASKED * 0.95)] ?? Number.NaN;
}
