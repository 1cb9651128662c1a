import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { findFreePort } from '@groundwork/db/testing/global-setup';
import { type Athlete, countSets, makeAthletes, nextSet } from './athletes.ts';
import { startCaddy } from './caddy.ts';
import type { Claim } from './claim.ts';
import { type Answer, ask, type Front } from './front.ts';
import { startNginx } from './nginx.ts';
import type { Parameters } from './parameters.ts';
import { type LetterBox, receiveLetters } from './receive-letters.ts';
import { type AppProcess, openRig, pause } from './rig.ts';

/** Whoever gets no answer asks again, so often. */
const attempts = 40;
const letterWithinMs = 30_000;

/** Two coach apps, two portals and two workers run as one, behind the deployed configuration of each proxy: calm, while all six are replaced, and while three are killed. */
export async function run({ fleet }: Parameters): Promise<readonly Claim[]> {
  return [await runBehind(startNginx, fleet), await runBehind(startCaddy, fleet)];
}

interface Journeys {
  failed: number;
  signedIn: number;
  readonly acknowledged: Set<string>;
  readonly problems: Map<string, number>;
}

async function runBehind(start: typeof startCaddy, fleet: Parameters['fleet']): Promise<Claim> {
  const rig = await openRig();
  const box = await receiveLetters();
  const ports = {
    coach: [await findFreePort(), await findFreePort()],
    portal: [await findFreePort(), await findFreePort()],
  };
  const front = await start(ports);
  try {
    const env = {
      GROUNDWORK_COACH_URL: front.coachUrl,
      GROUNDWORK_PORTAL_URL: front.portalUrl,
      GROUNDWORK_DRAIN_MS: String(fleet.drainMs),
    };
    // This process signs clients in: how their cookies are called depends on where the apps are reached.
    Object.assign(process.env, env);
    const people: { readonly email: string; readonly athlete: Athlete }[] = [];
    for (let made = 0; made < fleet.practices; made++) {
      const { practice, athletes } = await makeAthletes(rig.owner, 3);
      [practice.owner, practice.coach, practice.assistant].forEach(({ email }, index) => {
        const athlete = athletes[index];
        if (athlete) people.push({ email, athlete });
      });
    }
    const apps: AppProcess[] = [];
    for (const app of ['coach', 'portal'] as const)
      for (const port of ports[app]) apps.push(await rig.startApp(app, { port, env }));
    const workers = [await rig.startWorker({ ...box.env, ...env }), await rig.startWorker({ ...box.env, ...env })];
    // Caddy asks them once a second.
    await pause(1500);

    const live = async (during: () => Promise<void>): Promise<Journeys> => {
      const journeys: Journeys = { failed: 0, signedIn: 0, acknowledged: new Set(), problems: new Map() };
      let isOver = false;
      const living = people.map(async ({ email, athlete }) => {
        await signInByLetter(front, box, email, journeys);
        do await train(front, athlete, journeys);
        while (!isOver);
      });
      await during();
      isOver = true;
      await Promise.all(living);
      return journeys;
    };

    const calm = await live(() => pause(1000));
    const replaced = await live(async () => {
      for (const [index, app] of apps.entries()) {
        await app.kill('SIGTERM');
        apps[index] = await rig.startApp(index < 2 ? 'coach' : 'portal', { port: app.port, env });
        // The proxy has to hear of it before the next one goes.
        await pause(1500);
      }
      for (const [index, worker] of workers.entries()) {
        await end(worker, 'SIGTERM');
        workers[index] = await rig.startWorker({ ...box.env, ...env });
      }
    });
    const killed = await live(async () => {
      const [worker] = workers;
      await Promise.all([apps[0]?.kill('SIGKILL'), apps[2]?.kill('SIGKILL'), worker && end(worker, 'SIGKILL')]);
      await pause(3000);
      apps[0] = await rig.startApp('coach', { port: ports.coach[0] ?? 0, env });
      apps[2] = await rig.startApp('portal', { port: ports.portal[0] ?? 0, env });
      workers[0] = await rig.startWorker({ ...box.env, ...env });
    });

    const all = [calm, replaced, killed];
    const acknowledged = all.flatMap((journeys) => [...journeys.acknowledged]);
    const lost = acknowledged.length - (await countSets(rig.owner, acknowledged));
    const { rows } = await rig.owner.owner.query(
      `select count(*)::int as letters, count(*) filter (where status <> 'sent')::int as unsent from mail`,
    );
    const { letters, unsent } = rows[0];
    const distinct = new Set(box.deliveries.map(({ messageId }) => messageId)).size;
    const again = box.deliveries.length - distinct;
    const signedIn = all.reduce((sum, journeys) => sum + journeys.signedIn, 0);
    const problems = [...calm.problems, ...replaced.problems].map(([what, times]) => `${what} ${times}×`).join(', ');
    return {
      claim: `two coach apps, two portals and two workers run as one behind ${front.name}`,
      done: `${people.length} coaches sign in by letter and ${people.length} clients train, three times: calm, while all six are replaced one by one, and while one of each is killed (kill -9) and started anew`,
      found: `${signedIn} of ${3 * people.length} signed in; requests without a good answer: ${calm.failed} calm, ${replaced.failed} while replaced${problems === '' ? '' : ` (${problems})`}, ${killed.failed} asked again after the kill; ${acknowledged.length} sets acknowledged, ${lost} lost; ${letters} letters, ${unsent} unsent, ${again} delivered again under the same Message-ID`,
      holds:
        signedIn === 3 * people.length &&
        calm.failed === 0 &&
        replaced.failed === 0 &&
        lost === 0 &&
        unsent === 0 &&
        distinct === letters &&
        acknowledged.length > 0,
    };
  } finally {
    await front.close();
    box.close();
    await rig.close();
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, 'close');
  child.kill(signal);
  await gone;
}

/** Asks until there is an answer that is not the server's fault. */
async function insist(journeys: Journeys, what: string, asking: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 0; ; attempt++) {
    const answer = await asking();
    if ((answer.status > 0 && answer.status < 500) || attempt === attempts) return answer;
    journeys.failed++;
    const problem = `${what} ${answer.status}`;
    journeys.problems.set(problem, (journeys.problems.get(problem) ?? 0) + 1);
    await pause(250);
  }
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** Asks for a letter at one instance and types its code at whichever comes next. */
async function signInByLetter(front: Front, box: LetterBox, email: string, journeys: Journeys): Promise<void> {
  const origin = front.coachUrl;
  const before = box.deliveries.filter(({ to }) => to === email).length;
  const asked = await insist(journeys, 'letter', () =>
    ask(front, `${front.coachUrl}/sign-in/request`, {
      headers: { ...form, origin },
      body: new URLSearchParams({ email }).toString(),
    }),
  );
  const start = performance.now();
  const mine = () => box.deliveries.filter(({ to }) => to === email);
  while (mine().length <= before) {
    if (performance.now() - start > letterWithinMs) return;
    await pause(50);
  }
  const code = /^\s*(\d{6})\s*$/m.exec(mine().at(-1)?.raw ?? '')?.[1] ?? '';
  const entered = await insist(journeys, 'code', () =>
    ask(front, `${front.coachUrl}/sign-in/code`, {
      headers: { ...form, origin, cookie: cookiesOf(asked) },
      body: new URLSearchParams({ email, code }).toString(),
    }),
  );
  const clients = await insist(journeys, 'clients', () =>
    ask(front, `${front.coachUrl}/api/trpc/clients.list`, { headers: { cookie: cookiesOf(entered) } }),
  );
  if (clients.status === 200) journeys.signedIn++;
}

const cookiesOf = ({ headers }: Answer): string =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((header) => header.split(';')[0])
    .join('; ');

/** A set logged, sent until it is acknowledged as phones do, and her Today. */
async function train(front: Front, athlete: Athlete, journeys: Journeys): Promise<void> {
  const { cookie, sessionId, prescriptionId } = athlete;
  const { id } = nextSet(athlete);
  const body = JSON.stringify({
    json: { id, sessionId, prescriptionId, setNumber: 1, amount: 6, loggedAt: new Date().toISOString() },
    meta: { values: { loggedAt: ['Date'] } },
  });
  const logged = await insist(journeys, 'set', () =>
    ask(front, `${front.portalUrl}/api/trpc/session.logSet`, {
      headers: { 'content-type': 'application/json', origin: front.portalUrl, cookie },
      body,
    }),
  );
  if (logged.status === 200) journeys.acknowledged.add(id);
  await insist(journeys, 'today', () => ask(front, `${front.portalUrl}/today`, { headers: { cookie } }));
  await pause(300);
}
