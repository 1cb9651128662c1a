import { serveApis } from '@groundwork/api/authorisation/ask-over-http';
import { coachPolicies } from '@groundwork/api/authorisation/coach-policies';
import { listHostileBreaches } from '@groundwork/api/authorisation/list-hostile-breaches';
import { listProcedures } from '@groundwork/api/authorisation/list-procedures';
import { portalPolicies } from '@groundwork/api/authorisation/portal-policies';
import { makeWorld } from '@groundwork/api/authorisation/world';
import { coachRouter } from '@groundwork/api/coach/coach-router';
import { portalRouter } from '@groundwork/api/portal-router';
import type { Claim } from './claim.ts';
import type { Parameters } from './parameters.ts';
import { openRig } from './rig.ts';

const mostP99Ms = 200;

/** Sends every procedure inputs that nobody means, over HTTP; the gate's own sibling is `hostile-input.test.ts`. */
export async function run({ hostile }: Parameters): Promise<readonly Claim[]> {
  const rig = await openRig({ fsync: 'off', autovacuum: 'off' });
  const apis = { coach: coachRouter, portal: portalRouter };
  const served = await serveApis(apis);
  const times = new Map<string, number[]>();
  try {
    const world = await makeWorld(rig.owner);
    const chosen = process.env.GROUNDWORK_TEST_PATHS?.split(',');
    const breaches: string[] = [];
    for (const { path } of listProcedures(apis)) {
      if (chosen && !chosen.includes(path)) continue;
      const onCall = (_: string, ms: number) => void times.set(path, [...(times.get(path) ?? []), ms]);
      const policies = { ...coachPolicies, ...portalPolicies };
      const siege = { world, apis, policies, ...hostile, seed: 1, paths: [path], served, onCall };
      breaches.push(...(await listHostileBreaches(siege)));
      console.log(`  ${path}: ${times.get(path)?.length} calls, p99 ${Math.round(p99(times.get(path) ?? []))} ms`);
    }
    const all = [...times.values()].flat();
    const slow = [...times].map(([path, own]) => ({ path, ms: p99(own) })).filter(({ ms }) => ms > mostP99Ms);
    const worst = [...times].map(([path, own]) => ({ path, ms: p99(own) })).sort((one, other) => other.ms - one.ms)[0];
    return [
      {
        claim: 'hostile input',
        done: `${all.length} calls over HTTP: the worst in every place of a valid input, then ${hostile.runs} generated ones, for each of ${times.size} procedures; what was saved is read back after every ${hostile.lookEvery}th`,
        found: `${breaches.length} server errors or changes by a refused call${breaches.length > 0 ? ` (${breaches.join('; ').replaceAll('|', '/').slice(0, 300)})` : ''}; p99 ${Math.round(p99(all))} ms, of the slowest procedure (${worst?.path}) ${Math.round(worst?.ms ?? 0)} ms`,
        holds: breaches.length === 0 && slow.length === 0,
      },
    ];
  } finally {
    await served.close();
    await rig.close();
  }
}

const p99 = (times: readonly number[]): number =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? 0;
