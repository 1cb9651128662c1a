import { newId } from '@groundwork/db/new-id';
import superjson from 'superjson';
import { type BenchPractice, type BenchStack, startBenchStack } from './bench-stack.ts';
import { startProcedureFloor } from './floors.ts';
import { measureLoad } from './load.ts';
import type { Section } from './section.ts';
import type { Spans } from './time-calls.ts';

/** As many accounts ask by turns: each may make 600 calls a minute, and that limit stays on. */
const CLIENTS = 400;

/** Procedures over HTTP, session and row-level security included, beside a bare one that reads a row. */
export async function measureApi(spans: Spans): Promise<readonly Section[]> {
  const stack = await startBenchStack();
  try {
    const practice = await stack.addPractice(CLIENTS, CLIENTS);
    await stack.superuser.query('vacuum analyze');
    const floor = await startProcedureFloor(superuserUrl(stack));
    const input = encodeURIComponent(JSON.stringify(superjson.serialize({ id: practice.owner.userId })));
    const bare = await measureLoad({ url: `${floor.url}/api/trpc/read?input=${input}` }, spans);
    const hello = await measureLoad({ url: `${floor.url}/hello` }, spans);
    await floor.stop();
    const askers = await listAskers(stack, practice);
    let turn = 0;
    const next = (): Asker => {
      const asker = askers[turn++ % askers.length];
      if (asker === undefined) throw new Error('Nobody asks');
      return asker;
    };
    const read = await measureLoad(
      {
        url: stack.portalUrl,
        each: () => {
          const { cookie, sessionId } = next();
          const asked = encodeURIComponent(JSON.stringify(superjson.serialize({ sessionId })));
          return { path: `/api/trpc/session.get?input=${asked}`, cookie };
        },
      },
      spans,
    );
    const log = await measureLoad(
      {
        url: stack.portalUrl,
        each: () => {
          const { cookie, sessionId, prescriptionId } = next();
          const set = { id: newId(), sessionId, prescriptionId, setNumber: 1, amount: 6, loggedAt: new Date() };
          return { path: '/api/trpc/session.logSet', cookie, body: JSON.stringify(superjson.serialize(set)) };
        },
      },
      spans,
    );
    const bareFloor = { what: 'a bare tRPC read of one row', value: bare.perSecond };
    return [
      {
        name: 'api',
        title: 'Procedures',
        says: 'Ten connections over HTTP; client, server and database share the cores. Every answer is checked to be a success.',
        figures: [
          { what: 'node:http says hello', value: hello.perSecond, unit: 'req/s', note: 'what the client can ask for' },
          {
            what: "a client's session with its prescriptions, sets and last time's values",
            value: read.perSecond,
            unit: 'req/s',
            floor: bareFloor,
            target: { of: 'ratio', least: 0.5 },
            note: `97.5 % within ${read.p95Ms} ms`,
            tried:
              'prepared queries with generic plans, two round trips for session, policy and data together, one write for the statements of a turn, answers written without being copied. A request is 1.4 ms of CPU in the app and 0.95 ms in PostgreSQL, the floor 0.4 ms with its client: eight statements where it has one. No limit, log or mark of a visit is written on the way. What is left is one statement for all of a session in place of five, or no transaction of its own for the practice: the first gives up the shared reads, the second row-level security.',
          },
          {
            what: 'a set logged, durable and idempotent',
            value: log.perSecond,
            unit: 'req/s',
            floor: bareFloor,
            target: { of: 'ratio', least: 0.35 },
            note: `97.5 % within ${log.p95Ms} ms`,
            tried:
              'two round trips in one transaction, one prepared statement for the three tables that it writes. 1.1 ms of CPU in the app and 1.5 ms in PostgreSQL before that was prepared; it also waits for the disk, as the floor does not.',
          },
        ],
      },
    ];
  } finally {
    await stack.stop();
  }
}

function superuserUrl({ superuser }: BenchStack): string {
  const { user, password, host, port, database } = superuser;
  return `postgres://${user}:${encodeURIComponent(String(password))}@${host}:${port}/${database}`;
}

interface Asker {
  readonly cookie: string;
  readonly sessionId: string;
  readonly prescriptionId: string;
}

/** Everybody who can sign in, signed in, each with her next planned session and an exercise of it. */
async function listAskers(stack: BenchStack, practice: BenchPractice): Promise<readonly Asker[]> {
  const { rows } = await stack.superuser.query<{ client_id: string; session_id: string; prescription_id: string }>(
    `select distinct on (s.client_id) s.client_id, s.id as session_id, p.id as prescription_id
     from session s join prescription p on p.practice_id = s.practice_id and p.session_id = s.id
     where s.practice_id = $1 and s.status = 'planned' and p.measure = 'reps'
     order by s.client_id, s.date, p.position`,
    [practice.practiceId],
  );
  const askers: Asker[] = [];
  for (const { clientId, userId } of practice.runners) {
    const row = rows.find(({ client_id }) => client_id === clientId);
    if (row === undefined) throw new Error('A client has no session ahead');
    const cookie = await stack.signIn(userId, 'portal');
    askers.push({ cookie, sessionId: row.session_id, prescriptionId: row.prescription_id });
  }
  return askers;
}
