import { runAs } from '@groundwork/db/testing/global-setup';
import { countSets, makeAthletes, nextSet, sendSet } from './athletes.ts';
import type { Claim } from './claim.ts';
import type { Parameters } from './parameters.ts';
import { type AppProcess, openRig, pause, type Rig, untilReady } from './rig.ts';

/** Somebody writes for this long, a different while each time, before the blow. */
const writeForMs = (round: number) => 60 + ((round * 37) % 120);

/** A writer's rest after an acknowledged set: the blows are the test, not the load. */
const thinkMs = 15;

/** Writers that send each set until it is acknowledged, as phones do. */
function startWriters(urlOf: () => string, athletes: Awaited<ReturnType<typeof makeAthletes>>['athletes']) {
  const acknowledged = new Set<string>();
  let repeated = 0;
  let going = true;
  const writers = athletes.map(async (athlete) => {
    while (going) {
      const set = nextSet(athlete);
      for (let status = 0; status !== 200 && going; ) {
        status = await sendSet(urlOf(), set);
        if (status === 200) {
          acknowledged.add(set.id);
          await pause(thinkMs);
        } else {
          repeated++;
          await pause(10);
        }
      }
    }
  });
  return {
    acknowledged,
    repeated: () => repeated,
    stop: async () => {
      going = false;
      await Promise.all(writers);
    },
  };
}

interface Outcome {
  readonly acknowledged: number;
  readonly lost: number;
  readonly repeated: number;
  readonly readyMs: readonly number[];
}

async function strike(
  rig: Rig,
  rounds: number,
  writers: number,
  blow: (rig: Rig, app: AppProcess) => Promise<AppProcess>,
): Promise<Outcome> {
  const { athletes } = await makeAthletes(rig.owner, writers);
  let app = await rig.startApp('portal');
  // Who is there and may sign in is not at stake: with a careless database the first blow would take them too.
  await runAs(rig.superuserUrl, 'checkpoint');
  const load = startWriters(() => app.url, athletes);
  const readyMs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await pause(writeForMs(round));
    const start = performance.now();
    app = await blow(rig, app);
    await untilReady(app.url);
    readyMs.push(performance.now() - start);
  }
  await pause(200);
  await load.stop();
  const { acknowledged } = load;
  const lost = acknowledged.size - (await countSets(rig.owner, acknowledged));
  await app.kill('SIGTERM');
  console.log(`  ${rounds} blows: ${acknowledged.size} acknowledged, ${lost} lost`);
  return { acknowledged: acknowledged.size, lost, repeated: load.repeated(), readyMs };
}

const restartApp = async (rig: Rig, app: AppProcess) => {
  await app.kill('SIGKILL');
  return rig.startApp('portal', { port: app.port });
};

const restartDatabase = async (rig: Rig, app: AppProcess) => {
  await rig.killDatabase();
  await rig.startDatabase();
  return app;
};

const restartBoth = async (rig: Rig, app: AppProcess) => {
  await Promise.all([app.kill('SIGKILL'), rig.killDatabase()]);
  await rig.startDatabase();
  return rig.startApp('portal', { port: app.port });
};

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const at = (values: readonly number[], share: number) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** kill -9, again and again, while clients write and send again what was not acknowledged. */
export async function run({ crash }: Parameters): Promise<readonly Claim[]> {
  const claims: Claim[] = [];
  const blows = [
    ['an app', crash.appKills, restartApp],
    ['PostgreSQL', crash.databaseKills, restartDatabase],
    ['both', crash.bothKills, restartBoth],
  ] as const;
  const rig = await openRig();
  try {
    for (const [what, rounds, blow] of blows) {
      const { acknowledged, lost, repeated, readyMs } = await strike(rig, rounds, crash.writers, blow);
      const late = readyMs.filter((ms) => ms > crash.readyWithinMs).length;
      claims.push({
        claim: `crash of ${what} loses nothing, ready again within ${crash.readyWithinMs / 1000} s`,
        done: `kill -9 of ${what}, ${rounds} times, ${crash.writers} clients writing and retrying`,
        found: `${acknowledged} acknowledged, ${lost} lost, ${repeated} sent again; ready after ${Math.round(at(readyMs, 0.5))} ms (median), ${Math.round(at(readyMs, 1))} ms (worst), ${late} later than the target`,
        holds: lost === 0 && late === 0,
      });
    }
  } finally {
    await rig.close();
  }
  claims.push(await showTeeth(crash));
  return claims;
}

/** The same blows on a database that acknowledges before it has written: the harness has to see the loss. */
async function showTeeth(crash: Parameters['crash']): Promise<Claim> {
  const careless = await openRig({ synchronous_commit: 'off', wal_writer_delay: '10s', wal_writer_flush_after: '1GB' });
  try {
    const { acknowledged, lost } = await strike(careless, crash.databaseKills, crash.writers, restartDatabase);
    return {
      claim: 'the harness sees a loss where there is one',
      done: `the same with synchronous_commit=off, kill -9 of PostgreSQL ${crash.databaseKills} times`,
      found: `${acknowledged} acknowledged, ${lost} lost`,
      holds: lost > 0,
    };
  } finally {
    await careless.close();
  }
}
