import { closePools } from '@groundwork/db/connect';
import superjson from 'superjson';
import { type BenchPractice, type BenchStack, startBenchStack } from './bench-stack.ts';
import type { Figure } from './figure.ts';
import type { Section } from './section.ts';
import type { Spans } from './time-calls.ts';

/** Practices of 200 clients; what is asked about is the first of them, while the others stand around it. */
const CLIENTS_EACH = 200;
/** Of each question. One account may make 600 calls a minute, and a client has three questions. */
const ASKED = 150;
/** A tenfold growth may cost half as much again. */
const GROWTH_ALLOWED = 1.5;

const environment = { ...process.env };

/**
 * How the p95 of each read moves from a database of a million set logs to one of ten million. Both run at once and are asked by turns, so that
 * whatever else the machine does slows both. `GROUNDWORK_BENCH_PRACTICES` sets the end.
 */
export async function measureDb(_spans: Spans): Promise<readonly Section[]> {
  const stacks: BenchStack[] = [];
  try {
    const small = await prepare(stacks, 2);
    const large = await prepare(stacks, Number(process.env.GROUNDWORK_BENCH_PRACTICES ?? 17));
    const figures: Figure[] = [];
    for (const [what, path, inputOf] of questions) {
      const [before, after] = await askByTurns([small, large], path, inputOf);
      figures.push({
        what,
        value: after,
        unit: 'ms',
        floor: { what: 'before', value: before },
        target: { of: 'ratio', most: GROWTH_ALLOWED },
      });
    }
    const [from, to] = [small, large].map(({ setLogs }) => new Intl.NumberFormat('en').format(setLogs));
    return [
      {
        name: 'db',
        title: 'Growth',
        says: `The p95 of ${ASKED} requests, one at a time over HTTP, to a database with ${from} set logs (the floor) and, by turns with it, to one with ${to} (the figure), in practices of ${CLIENTS_EACH} clients with two years of logs each: ${2 * CLIENTS_EACH} clients and ${large.practices * CLIENTS_EACH}; ${large.gigabytes} GB at the end.`,
        figures,
      },
    ];
  } finally {
    for (const stack of stacks) await stack.stop();
  }
}

/** A stack with its data, and those who ask it. */
interface Grown {
  readonly practices: number;
  readonly setLogs: number;
  readonly gigabytes: string;
  readonly portalUrl: string;
  readonly coachUrl: string;
  /** Cookie headers. Several people of the practice take turns, because each may ask only so often. */
  readonly staff: readonly string[];
  readonly client: string;
  readonly ids: { readonly clientId: string; readonly sessionId: string; readonly programId: string };
}

type InputOf = (ids: Grown['ids']) => object | undefined;

const questions: readonly (readonly [string, `${'coach' | 'portal'} ${string}`, InputOf])[] = [
  ["client's Today", 'portal today', () => undefined],
  ["client's session", 'portal session.get', ({ sessionId }) => ({ sessionId })],
  ["client's ladders", 'portal ladders', () => undefined],
  ["coach's Today", 'coach practice.today', () => undefined],
  ["coach's Clients", 'coach clients.list', () => undefined],
  ["coach's client page", 'coach clients.get', ({ clientId }) => ({ clientId })],
  ["coach's program", 'coach programs.get', ({ programId }) => ({ programId })],
  ["coach's session", 'coach sessions.get', ({ sessionId }) => ({ sessionId })],
];

async function prepare(stacks: BenchStack[], practices: number): Promise<Grown> {
  // A stack leaves its addresses in the environment, so that this process can sign people in; the next one is to choose its own.
  await closePools();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
  const stack = await startBenchStack();
  stacks.push(stack);
  await stack.superuser.query('set synchronous_commit = off');
  const practice = await stack.addPractice(CLIENTS_EACH);
  for (let made = 1; made < practices; made += 1) {
    await stack.addPractice(CLIENTS_EACH);
    console.error(`  ${made + 1} of ${practices} practices`);
  }
  await stack.superuser.query('vacuum analyze');
  await stack.superuser.query('checkpoint');
  return { practices, ...(await lookAt(stack, practice)) };
}

async function lookAt(stack: BenchStack, practice: BenchPractice): Promise<Omit<Grown, 'practices'>> {
  const { clientId, userId } = practice.firstClient;
  const { rows } = await stack.superuser.query(
    `select (select count(*) from set_log)::int as logs, pg_database_size(current_database()) / 1e9 as gigabytes,
       (select id from session where practice_id = $1 and client_id = $2 and status = 'planned' order by date limit 1) as session,
       (select id from program where practice_id = $1 and client_id = $2 order by starts_on desc limit 1) as program`,
    [practice.practiceId, clientId],
  );
  const { logs, gigabytes, session: sessionId, program: programId } = rows[0];
  const staff = [];
  for (const { userId: member } of [practice.owner, practice.coach, practice.assistant])
    staff.push(await stack.signIn(member, 'coach'));
  return {
    setLogs: logs,
    gigabytes: Number(gigabytes).toFixed(1),
    portalUrl: stack.portalUrl,
    coachUrl: stack.coachUrl,
    staff,
    client: await stack.signIn(userId, 'portal'),
    ids: { clientId, sessionId, programId },
  };
}

/** The p95 of each, in milliseconds. */
async function askByTurns(
  grown: readonly [Grown, Grown],
  question: string,
  inputOf: InputOf,
): Promise<readonly [number, number]> {
  const [app = '', path = ''] = question.split(' ');
  const spent: readonly [number[], number[]] = [[], []];
  for (let asked = 0; asked < ASKED; asked += 1) {
    for (const index of [0, 1] as const) {
      const { portalUrl, coachUrl, staff, client, ids } = grown[index];
      const input = inputOf(ids);
      const query =
        input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(superjson.serialize(input)))}`;
      const url = `${app === 'coach' ? coachUrl : portalUrl}/api/trpc/${path}${query}`;
      const cookie = app === 'coach' ? (staff[asked % staff.length] ?? '') : client;
      const began = performance.now();
      const answer = await fetch(url, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${url} answers ${answer.status}: ${await answer.text()}`);
      await answer.arrayBuffer();
      spent[index].push(performance.now() - began);
    }
  }
  return [findP95(spent[0]), findP95(spent[1])];
}

const findP95 = (spent: number[]): number =>
  spent.sort((one, other) => one - other)[Math.floor(ASKED * 0.95)] ?? Number.NaN;
