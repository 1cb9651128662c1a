import { client, workingLoad } from '@groundwork/db/schema/client';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeAudit } from '../audit.ts';
import { coachRouter } from '../coach/coach-router.ts';
import { Refusal } from '../errors.ts';
import { saveClientProfile } from '../inputs/client.ts';
import { id } from '../inputs/id.ts';
import { saveRace } from '../inputs/running.ts';
import { portalRouter } from '../portal-router.ts';
import { router, writerOfClient } from '../trpc.ts';
import { coachPolicies } from './coach-policies.ts';
import { listHostileBreaches } from './list-hostile-breaches.ts';
import type { Apis } from './list-procedures.ts';
import type { Policies } from './policy.ts';
import { portalPolicies } from './portal-policies.ts';
import { makeWorld, type World } from './world.ts';

const database = useTestDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database);
});

const apis: Apis = { coach: coachRouter, portal: portalRouter };
const policies: Policies = { ...coachPolicies, ...portalPolicies };
/** By chance, for each procedure: a few in the gate, as many as one likes by hand. */
const runs = Number(process.env.GROUNDWORK_HOSTILE_RUNS ?? 8);
/** The same inputs each time, so that a gate fails for the change it is run on. `GROUNDWORK_TEST_SEED=$RANDOM` hunts with others. */
const seed = Number(process.env.GROUNDWORK_TEST_SEED ?? 1);

it(
  'no input breaks a procedure or what reads after it, and what is refused changes nothing',
  async () => {
    expect(await listHostileBreaches({ world, apis, policies, runs, seed })).toEqual([]);
  },
  180_000 + runs * 4_000,
);

describe('the siege has teeth', () => {
  const coach = coachRouter._def.record;
  const besiege = async (path: string, broken: Apis['coach']) =>
    (
      await listHostileBreaches({
        world,
        apis: { ...apis, coach: broken },
        policies,
        runs: 400,
        seed: 1,
        paths: [path],
      })
    ).join();

  /** As the real one, but for its input. */
  const setting = (exerciseId: z.ZodType<string>, hundredths: z.ZodType<number>) => {
    const input = z.strictObject({
      clientId: id,
      exerciseId,
      load: z.strictObject({ hundredths, unit: z.enum(['kg', 'lb']) }),
    });
    const setWorkingLoad = writerOfClient(input).mutation(
      async ({
        ctx: {
          scope,
          client: { id: clientId },
        },
        input,
      }) => {
        const key = { practiceId: scope.practiceId, clientId, exerciseId: input.exerciseId };
        await scope.tx
          .insert(workingLoad)
          .values({ ...key, ...input.load, setOn: '2026-03-19' })
          .onConflictDoNothing();
      },
    );
    return router({ ...coach, clients: router({ ...coach.clients, setWorkingLoad }) });
  };
  const shortText = z.string().max(80);

  it('a text that the database cannot hold is found', async () => {
    expect(await besiege('clients.setWorkingLoad', setting(shortText, z.int().min(0).max(100_000)))).toMatch(
      /INTERNAL|a NUL|half a character/,
    );
  });

  it('a load below nothing is found', async () => {
    const breaches = await besiege('clients.setWorkingLoad', setting(z.literal('cg_single'), z.int()));
    expect(breaches).toContain('is INTERNAL');
  });

  it('a refused call that leaves something behind is found', async () => {
    const save = writerOfClient(saveRace).mutation(async ({ ctx: { scope, now }, input: { name, id: subjectId } }) => {
      const fact = { action: 'race.saved', subjectKind: 'race', subjectId };
      await writeAudit({ scope, now, facts: [{ actor: { kind: 'visitor' }, ...fact }] });
      if (name.length !== 'City run'.length) throw new Refusal('INVALID_INPUT', { keepsChanges: true });
    });
    const leaky = router({ ...coach, races: router({ ...coach.races, save }) });
    expect(await besiege('races.save', leaky)).toContain('refused calls changed public.audit_entry');
  });

  it('a value that breaks whoever reads it next is found', async () => {
    const input = z.strictObject({ ...saveClientProfile.shape, timeZone: z.string().regex(/^[\x20-\x7e]{1,40}$/) });
    const saveProfile = writerOfClient(input).mutation(
      async ({ ctx: { scope, client: found }, input: { timeZone } }) => {
        const own = and(eq(client.practiceId, scope.practiceId), eq(client.id, found.id));
        await scope.tx.update(client).set({ timeZone }).where(own);
      },
    );
    const careless = router({ ...coach, clients: router({ ...coach.clients, saveProfile }) });
    expect(await besiege('clients.saveProfile', careless)).toContain('is saved, and then clients.get is INTERNAL');
  });
});
