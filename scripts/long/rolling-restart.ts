import { makeAthletes } from './athletes.ts';
import type { Claim } from './claim.ts';
import { startNginx } from './nginx.ts';
import type { Parameters } from './parameters.ts';
import { type AppProcess, openRig, pause } from './rig.ts';
import { startTraffic } from './traffic.ts';

/** Two instances behind a proxy are restarted by turns, as an upgrade does, under steady traffic. */
export async function run({ rollingRestart }: Parameters): Promise<readonly Claim[]> {
  const { restarts, perSecond, drainMs } = rollingRestart;
  const rig = await openRig();
  const env = { GROUNDWORK_DRAIN_MS: String(drainMs) };
  try {
    const { athletes } = await makeAthletes(rig.owner, 10);
    const apps: AppProcess[] = [await rig.startApp('portal', { env }), await rig.startApp('portal', { env })];
    const proxy = await startNginx({ portal: apps.map(({ port }) => port) });
    const traffic = startTraffic(proxy.portalUrl, athletes, perSecond);
    await pause(1000);
    for (let round = 0; round < restarts; round++) {
      const app = apps[round % 2];
      if (!app) throw new Error('There are two instances');
      await app.kill('SIGTERM');
      apps[round % 2] = await rig.startApp('portal', { port: app.port, env });
    }
    const { sent, failed, writes, lost, slowestMs, failures } = await traffic.end(rig.owner);
    await proxy.close();
    return [
      {
        claim: 'rolling restart',
        done: `${restarts} restarts by turns of two instances behind nginx, ${perSecond} requests a second, each sent once`,
        found: `${sent} requests, ${failed} failed${failed > 0 ? ` (${[...new Set(failures)].join(', ')})` : ''}; ${writes} writes acknowledged, ${lost} lost; slowest ${Math.round(slowestMs)} ms`,
        holds: failed === 0 && lost === 0 && writes > 0,
      },
    ];
  } finally {
    await rig.close();
  }
}
