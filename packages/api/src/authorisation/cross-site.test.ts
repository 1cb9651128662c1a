import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import { beforeAll, describe, expect, it } from 'vitest';
import { openContext } from '../call-context.ts';
import { coachRouter } from '../coach/coach-router.ts';
import { basePath, createApiListener } from '../http.ts';
import { portalRouter } from '../portal-router.ts';
import { maxBodyBytes } from '../request-gate.ts';
import { testNow } from '../testing/call-as.ts';
import { readChosenPaths } from './chosen-paths.ts';
import { coachPolicies } from './coach-policies.ts';
import { type Listeners, listCrossSiteBreaches } from './list-cross-site-breaches.ts';
import type { Policies } from './policy.ts';
import { portalPolicies } from './portal-policies.ts';
import { makeWorld, type World } from './world.ts';

const database = useTestDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database);
});

const apis = { coach: coachRouter, portal: portalRouter };
const policies: Policies = { ...coachPolicies, ...portalPolicies };
const faults: unknown[] = [];
const clock = () => testNow;
const logError = (error: unknown) => faults.push(error);
const listeners: Listeners = {
  coach: createApiListener(coachRouter, { app: 'coach', clock, logError }),
  portal: createApiListener(portalRouter, { app: 'portal', clock, logError }),
};

it('no call goes through from another site, in another form, or too large', async () => {
  expect(await listCrossSiteBreaches({ world, apis, policies, listeners, ...readChosenPaths() })).toEqual([]);
  expect(faults).toEqual([]);
}, 120_000);

describe('the siege has teeth', () => {
  /** The adapter as it comes, with nobody at the door. */
  const unguarded = (maxBodySize: number) =>
    createHTTPHandler({
      router: coachRouter,
      basePath,
      maxBodySize,
      createContext: ({ req }) =>
        openContext({
          app: 'coach',
          now: testNow,
          cookieHeader: req.headers.cookie ?? '',
          address: '',
          userAgent: '',
          setCookie: () => {},
        }),
    });
  const besiege = async (path: string, coach: Listeners['coach']) =>
    (await listCrossSiteBreaches({ world, apis, policies, listeners: { ...listeners, coach }, paths: [path] })).join(
      '\n',
    );

  it('a listener that does not ask where a call comes from is found, and what came through', async () => {
    const breaches = await besiege('clients.archive', unguarded(maxBodyBytes));
    for (const attack of ['a foreign origin', 'a null origin', 'a cross-site fetch', 'a fetch from a sister site']) {
      expect(breaches).toContain(`clients.archive: ${attack} is 200 undefined, not FORBIDDEN`);
    }
    expect(breaches).toMatch(/refused requests changed .*public\.client/);
  });

  it('one that answers reads of other sites is found', async () => {
    expect(await besiege('clients.list', unguarded(maxBodyBytes))).toContain('clients.list: a cross-site fetch is 200');
  });

  it('one that reads ten megabytes is found', async () => {
    const breaches = await besiege('clients.archive', unguarded(20_000_000));
    expect(breaches).toContain('clients.archive: ten megabytes is 400 INVALID_INPUT, not TOO_LARGE');
  });

  it('one that shares its answers with every site is found', async () => {
    const shared: Listeners['coach'] = (request, response) => {
      response.setHeader('access-control-allow-origin', '*');
      listeners.coach(request, response);
    };
    expect(await besiege('clients.archive', shared)).toContain('a foreign origin may be read by another site');
  });
});
