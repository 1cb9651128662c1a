import { serveApis } from '@groundwork/api/authorisation/ask-over-http';
import { coachPolicies } from '@groundwork/api/authorisation/coach-policies';
import { listHostileBreaches } from '@groundwork/api/authorisation/list-hostile-breaches';
import { portalPolicies } from '@groundwork/api/authorisation/portal-policies';
import { makeWorld } from '@groundwork/api/authorisation/world';
import { coachRouter } from '@groundwork/api/coach/coach-router';
import { portalRouter } from '@groundwork/api/portal-router';
import type { Parameters } from './parameters.ts';
import { openRig } from './rig.ts';

/** A process of the hostile suite: besieges one procedure after the other, as it is told. */

export type SiegeOrder = Parameters['hostile'] & { readonly path: string };

export interface Besieged {
  readonly path: string;
  readonly breaches: readonly string[];
  /** Milliseconds of each hostile call. */
  readonly times: readonly number[];
}

const rig = await openRig({ fsync: 'off', autovacuum: 'off' });
const apis = { coach: coachRouter, portal: portalRouter };
const policies = { ...coachPolicies, ...portalPolicies };
const served = await serveApis(apis);
const world = await makeWorld(rig.owner);

process.on('message', async ({ path, runs, lookEvery }: SiegeOrder) => {
  const times: number[] = [];
  const onCall = (_: string, ms: number) => void times.push(ms);
  const siege = { world, apis, policies, runs, lookEvery, seed: 1, paths: [path], served, onCall };
  const breaches = await listHostileBreaches(siege);
  process.send?.({ path, breaches, times } satisfies Besieged);
});

process.on('disconnect', async () => {
  await served.close();
  await rig.close();
  process.exit(0);
});
