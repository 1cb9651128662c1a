import { session } from '@groundwork/db/schema/session';
import type { PracticeScope } from '@groundwork/db/scope';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { writeAudit } from '../audit.ts';
import { coachRouter } from '../coach/coach-router.ts';
import { Refusal } from '../errors.ts';
import { archiveClient, clientKey } from '../inputs/client.ts';
import { nothing } from '../inputs/nothing.ts';
import { sessionKey } from '../inputs/session.ts';
import { portalRouter } from '../portal-router.ts';
import {
  anybody,
  router,
  runner,
  type StaffAuditScope,
  staff,
  staffOfClient,
  type WriterScope,
  writer,
  writerOfClient,
} from '../trpc.ts';
import { type ServedApis, serveApis } from './ask-over-http.ts';
import { readChosenPaths } from './chosen-paths.ts';
import { coachPolicies } from './coach-policies.ts';
import { listMatrixBreaches, listUncovered } from './list-matrix-breaches.ts';
import type { Apis } from './list-procedures.ts';
import type { Policies } from './policy.ts';
import { portalPolicies } from './portal-policies.ts';
import { roles } from './role.ts';
import { makeWorld, type World } from './world.ts';

const database = useTestDatabase();
const apis: Apis = { coach: coachRouter, portal: portalRouter };
let world: World;
let served: ServedApis;
beforeAll(async () => {
  world = await makeWorld(database);
  served = await serveApis(apis);
});
afterAll(() => served.close());

const policies: Policies = { ...coachPolicies, ...portalPolicies };

it('every procedure has a policy and every policy a procedure', () => {
  expect(listUncovered(apis, policies)).toEqual([]);
});

it('over HTTP every procedure answers every role as its policy says; refused calls and queries change nothing', async () => {
  expect(await listMatrixBreaches({ world, apis, policies, ask: served.ask, ...readChosenPaths() })).toEqual([]);
}, 300_000);

it('the scope of somebody who only reads does not fit a use case that writes', () => {
  expectTypeOf<StaffAuditScope>().not.toExtend<WriterScope>();
});

const leaveTrace = ({ scope, now }: { readonly scope: PracticeScope; readonly now: Date }) => {
  const fact = { action: 'looked', subjectKind: 'practice', subjectId: scope.practiceId };
  return writeAudit({ scope, now, facts: [{ actor: { kind: 'visitor' }, ...fact }] });
};

describe('the matrix has teeth', () => {
  const coach = coachRouter._def.record;
  const portal = portalRouter._def.record;
  const sweep = async (path: string, broken: Partial<Apis>) => {
    const double = { ...apis, ...broken };
    const { ask, close } = await serveApis(double);
    const breaches = await listMatrixBreaches({ world, apis: double, policies, paths: [path], ask });
    await close();
    return breaches;
  };

  it('a new procedure without a policy is found, and a policy whose procedure went', () => {
    const grown = router({ ...coach, payroll: router({ list: staff(nothing).query(() => []) }) });
    const { races: _, ...shrunk } = coach;
    expect(listUncovered({ ...apis, coach: grown }, policies)).toEqual(['payroll.list: no policy']);
    expect(listUncovered({ ...apis, coach: router(shrunk) }, policies)).toEqual([
      'races.save: no procedure',
      'races.remove: no procedure',
    ]);
  });

  it('a procedure mounted without its rung is found by everybody who gets in', async () => {
    const list = anybody.input(nothing).query(() => []);
    const open = router({ ...coach, clients: router({ ...coach.clients, list }) });
    const breaches = await sweep('clients.list', { coach: open });
    const denied = roles.filter((role) => coachPolicies['clients.list'].verdicts[role] !== 'allowed');
    expect(breaches.map((breach) => breach.split(':')[0])).toEqual(denied.map((role) => `clients.list as ${role}`));
  });

  it('a change mounted on the rung of those who read is found, and what it changed', async () => {
    const pause = staffOfClient(archiveClient).mutation(({ ctx }) => leaveTrace(ctx));
    const loose = router({ ...coach, clients: router({ ...coach.clients, pause }) });
    expect(await sweep('clients.pause', { coach: loose })).toEqual([
      'clients.pause as assistant: ok, not FORBIDDEN',
      'clients.pause: refused calls changed public.audit_entry, public.audit_head (by assistant)',
    ]);
  });

  it('a rung too high is found as well', async () => {
    const get = writerOfClient(clientKey).query(() => null);
    const strict = router({ ...coach, clients: router({ ...coach.clients, get }) });
    expect(await sweep('clients.get', { coach: strict })).toEqual([
      expect.stringContaining('clients.get as assistant: FORBIDDEN'),
    ]);
  });

  it('a use case that forgets whose row it is is found', async () => {
    const get = runner(sessionKey).query(async ({ ctx: { scope }, input }) => {
      const [found] = await scope.tx
        .select({ sessionId: session.id })
        .from(session)
        .where(and(eq(session.practiceId, scope.practiceId), eq(session.id, input.sessionId)));
      if (!found) throw new Refusal('NOT_FOUND');
      return found;
    });
    const blind = router({ ...portal, session: router({ ...portal.session, get }) });
    expect(await sweep('session.get', { portal: blind })).toEqual(['session.get as other_client: ok, not NOT_FOUND']);
  });

  it('a refused call that leaves something behind is found', async () => {
    const archive = writer(archiveClient).mutation(async ({ ctx }) => {
      await leaveTrace(ctx);
      throw new Refusal('NOT_FOUND', { keepsChanges: true });
    });
    const leaky = router({ ...coach, clients: router({ ...coach.clients, archive }) });
    const changed = 'clients.archive: refused calls changed public.audit_entry, public.audit_head';
    expect(await sweep('clients.archive', { coach: leaky })).toEqual([
      `${changed} (by other_coach, owner_elsewhere, coach_elsewhere)`,
      expect.stringContaining('clients.archive as owner: NOT_FOUND'),
      expect.stringContaining('clients.archive as coach: NOT_FOUND'),
    ]);
  });

  it('a list that forgets whose clients it wants is found by both coaches', async () => {
    const list = staff(nothing).query(({ ctx: { scope } }) =>
      scope.tx.select({ sessionId: session.id }).from(session).where(eq(session.practiceId, scope.practiceId)),
    );
    const chatty = router({ ...coach, clients: router({ ...coach.clients, list }) });
    expect(await sweep('clients.list', { coach: chatty })).toEqual([
      expect.stringContaining('clients.list as coach: tells '),
      expect.stringContaining('clients.list as other_coach: tells '),
    ]);
  });

  it('a query that changes something is found', async () => {
    const today = writer(nothing).query(({ ctx }) => leaveTrace(ctx));
    const nosy = router({ ...coach, practice: router({ ...coach.practice, today }) });
    expect(await sweep('practice.today', { coach: nosy })).toEqual([
      expect.stringContaining('practice.today as assistant: FORBIDDEN'),
      'practice.today: a query changed public.audit_entry, public.audit_head',
    ]);
  });
});
